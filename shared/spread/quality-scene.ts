/** How good a yield was found to be, scored again and again: a path for each quality. */

import type { Output } from '../contract/index.ts';
import { text } from '../diagram/draw-signs.ts';
import type { Point, Scene, SceneNode } from '../diagram/scene.ts';
import { textWidth } from '../diagram/text-metrics.ts';
import { formatEdtf } from '../domain/format-date.ts';
import type { Translate } from '../i18n/index.ts';

export type QualityRow = Output<'quality.list'>['rows'][number];
export const qualityAspects = ['visibility', 'accessibility', 'usability', 'transferValue', 'portability', 'adaptivity'] as const;
export type QualityAspect = (typeof qualityAspects)[number];

const LEFT = 150;
const STEP = 96;
const ROW = 92;
const TOP = 34;
/** px from one mark to the next. */
const MARK = 14;
const R = 10;

function pathOf(points: readonly (Point | null)[]): string {
  return points.map((point, index) => (point === null ? '' : `${points[index - 1] ? 'L' : 'M'}${point.x} ${point.y}`)).join('');
}

function aspectNodes(t: Translate, aspect: QualityAspect, rows: readonly QualityRow[], top: number): readonly SceneNode[] {
  const bottom = top + 5 * MARK + 8;
  const points = rows.map((row, index): Point | null => {
    const score = row[aspect];
    return score === null ? null : { x: LEFT + 24 + index * STEP, y: bottom - score * MARK };
  });
  const right = LEFT + 24 + (rows.length - 1) * STEP + 24;
  return [
    text(
      12,
      top + 44,
      t(($) => $.yields.quality.aspects[aspect]),
      13,
      600,
      'ink',
    ),
    ...[1, 5].flatMap((score): SceneNode[] => [
      { type: 'line', x1: LEFT, y1: bottom - score * MARK, x2: right, y2: bottom - score * MARK, stroke: 'line', strokeWidth: 1 },
      text(LEFT - 8, bottom - score * MARK + 4, String(score), 12, 400, 'ink-3', 'end'),
    ]),
    { type: 'path', d: pathOf(points), stroke: 'ink-2', strokeWidth: 1.8 },
    ...points.flatMap((point, index): SceneNode[] => {
      const x = LEFT + 24 + index * STEP;
      if (point === null)
        return [
          { type: 'circle', cx: x, cy: bottom - 3 * MARK, r: R, fill: 'table', stroke: 'control', strokeWidth: 1.4, dash: [3, 2.6] },
          text(x, bottom - 3 * MARK + 4, '?', 12, 600, 'ink-3', 'middle'),
        ];
      return [
        { type: 'circle', cx: x, cy: point.y, r: R, fill: 'ink' },
        text(x, point.y + 4, String((rows[index] as QualityRow)[aspect]), 12, 600, 'on-ink', 'middle'),
      ];
    }),
  ];
}

/** @param rows the oldest first; never empty */
export function qualityScene(name: string, rows: readonly QualityRow[], t: Translate): Scene {
  const shown = qualityAspects.filter((aspect, index) => index < 4 || rows.some((row) => row[aspect] !== null));
  const dates = rows.map((row) => (row.date === null ? t(($) => $.yields.quality.noDate) : formatEdtf(row.date, t.language)));
  const said = shown.map((aspect) => {
    const scores = rows.map((row, index) => `${row[aspect] ?? t(($) => $.app.unknown)} (${dates[index]})`).join(', ');
    return t(($) => $.yields.quality.pathLabel, { aspect: t(($) => $.yields.quality.aspects[aspect]), scores });
  });
  const nodes = [
    ...dates.map((date, index) => text(LEFT + 24 + index * STEP, 20, date, textWidth(date, 13) > STEP - 6 ? 12 : 13, 400, 'ink-2', 'middle')),
    ...shown.flatMap((aspect, index) => aspectNodes(t, aspect, rows, TOP + index * ROW)),
  ];
  return {
    width: LEFT + 48 + (rows.length - 1) * STEP + 60,
    height: TOP + shown.length * ROW + 8,
    title: t(($) => $.yields.quality.path, { name }),
    description: said.join('. '),
    root: { type: 'group', children: nodes },
    items: [],
    legend: [],
  };
}
