/** The signs of a comparison: + came, − went, an arrow for who moved; filled is there now, hollow is there no more. */
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import type { DiagramLookup } from './lookup.ts';
import type { Change } from './model.ts';
import { type Category, otherCategory } from './palette.ts';
import type { ColourToken, Paint, SceneNode, TextNode } from './scene.ts';
import { textWidth } from './text-metrics.ts';

const letters: Readonly<Record<Change, string>> = { kept: '', new: '+', gone: '−', movedHere: '→', movedAway: '←' };

/** A name or word with the sign of its change before it. @example withSign('PLG 6', 'new') // '+ PLG 6' */
export const withSign = (words: string, change: Change | null): string => (change === null ? words : `${letters[change]} ${words}`.trim());

/** What became of it in words, for a screen reader; null where nothing is compared. */
export function changeWords(look: DiagramLookup, change: Change | null, words: DiagramWords): string | null {
  const { comparison } = look.model;
  return comparison && change !== null ? words.changes[comparison.kind][change] : null;
}

/** What was kept is grey, with its letter, so that what changed stands out in its colour. */
export const inGrey = (category: Category): Category => ({ ...category, token: otherCategory.token });

const RADIUS = 5.5;
const round = (value: number): number => Math.round(value * 100) / 100;

/** The roundel of a change, at the upper left of a sign; nothing for what was kept. */
export function changeBadge(change: Change | null, x: number, y: number): SceneNode[] {
  if (change === null || change === 'kept') return [];
  const here = change === 'new' || change === 'movedHere';
  const stroke: ColourToken = here ? 'on-ink' : 'ink';
  const line: Paint = { stroke, strokeWidth: 1.5, cap: 'round' };
  const at = (dx: number, dy: number): string => `${round(x + dx)} ${round(y + dy)}`;
  const d = {
    new: `M${at(-2.8, 0)}L${at(2.8, 0)}M${at(0, -2.8)}L${at(0, 2.8)}`,
    gone: `M${at(-2.8, 0)}L${at(2.8, 0)}`,
    movedHere: `M${at(-3, 0)}L${at(2.8, 0)}M${at(0.4, -2.4)}L${at(2.8, 0)}L${at(0.4, 2.4)}`,
    movedAway: `M${at(3, 0)}L${at(-2.8, 0)}M${at(-0.4, -2.4)}L${at(-2.8, 0)}L${at(-0.4, 2.4)}`,
  }[change];
  const ground: Paint = here ? { fill: 'ink', stroke: 'card', strokeWidth: 1.1 } : { fill: 'card', stroke: 'ink', strokeWidth: 1.2 };
  return [
    { type: 'circle', cx: round(x), cy: round(y), r: RADIUS, ...ground },
    { type: 'path', d, ...line },
  ];
}

/** Whether it is there no more, and its name is struck out. */
export const isStruck = (change: Change | null): boolean => change === 'gone' || change === 'movedAway';

/** A line through a line of text. */
export function strike(text: TextNode): SceneNode {
  const width = textWidth(text.text, text.size, text.weight);
  const left = text.anchor === 'middle' ? text.x - width / 2 : text.anchor === 'end' ? text.x - width : text.x;
  const y = round(text.y - text.size * 0.3);
  return { type: 'line', x1: round(left), y1: y, x2: round(left + width), y2: y, stroke: text.fill, strokeWidth: 1 };
}
