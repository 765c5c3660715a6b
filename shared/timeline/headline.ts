/** What stands above a timeline that leaves the screen: whose it is, and of when. */
import { text } from '../diagram/draw-signs.ts';
import { breakLines } from '../diagram/line-break.ts';
import type { SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { NAME } from './lanes.ts';

/** Room that it takes, px. */
export const HEADLINE = 52;

interface Headline {
  /** Of the network. */
  readonly code: string;
  readonly title: string;
  readonly when: string;
  /** Of the drawing, px. */
  readonly width: number;
}

export function headline({ code, title, when, width }: Headline): readonly SceneNode[] {
  const wide = textWidth(code, NAME, 600) + 14;
  const room = width - wide - 70 - textWidth(when, NAME);
  const [first = '', ...more] = breakLines(title, room, 18, 600);
  return [
    { type: 'rect', x: 18, y: 18, width: wide, height: 21, radius: 5, fill: 'card', stroke: 'ink', strokeWidth: 1.6 },
    text(18 + wide / 2, 33, code, NAME, 600, 'ink', 'middle'),
    text(wide + 30, 34, more.length === 0 ? first : `${first.replace(/-$/, '')}…`, 18, 600, 'ink'),
    text(width - 16, 34, when, NAME, 400, 'ink-2', 'end'),
  ];
}
