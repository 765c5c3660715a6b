/** What in the drawing can be pointed at, in reading order: band, box, its people, then the next. */
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import { cardLabel } from './fold.ts';
import type { DiagramLayout } from './layout-result.ts';
import type { Box, Mark, Net } from './layout-types.ts';
import type { Reading } from './reading.ts';
import type { Point, Rect, SceneItem } from './scene.ts';

const plain = ({ x, y, width, height }: Rect): Rect => ({ x, y, width, height });

function around(a: Rect, b: Rect): Rect {
  if (b.width === 0) return plain(a);
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}

function markItem(mark: Mark): SceneItem {
  return {
    kind: mark.kind,
    id: mark.id,
    personId: mark.personId,
    containerId: mark.containerId,
    bounds: around(mark.sign, mark.name),
    label: mark.label,
    centre: { x: mark.cx, y: mark.cy },
  };
}

function boxItems(box: Box, containerId: string | null, words: DiagramWords, reading: Reading): SceneItem[] {
  const card = reading.folds.cards.has(box);
  const centre = { x: box.title.x + box.title.width / 2, y: box.title.y + box.title.height / 2 };
  const own: SceneItem[] =
    box.kind === 'unit' || box.kind === 'host'
      ? [
          {
            kind: box.kind === 'unit' ? 'unit' : 'organisation',
            id: box.id,
            personId: null,
            containerId,
            bounds: plain(box),
            label: card ? cardLabel(box, words, reading.shows, reading.comparing) : box.label,
            centre,
          },
        ]
      : [];
  if (card) return own;
  return [...own, ...box.marks.filter(reading.shows).map(markItem), ...box.children.flatMap((child) => boxItems(child, box.id, words, reading))];
}

function boundsOf(paths: readonly (readonly Point[])[]): Rect {
  const points = paths.flat();
  const x = Math.min(...points.map((point) => point.x));
  const y = Math.min(...points.map((point) => point.y));
  return { x, y, width: Math.max(...points.map((point) => point.x)) - x, height: Math.max(...points.map((point) => point.y)) - y };
}

const lineItem = (net: Net, item: Pick<SceneItem, 'kind' | 'id' | 'personId' | 'label'>): SceneItem => {
  const path = net.paths[0] ?? [];
  return { ...item, containerId: null, bounds: boundsOf(net.paths), centre: path[Math.floor(path.length / 2)] ?? { x: 0, y: 0 }, lines: net.paths };
};

export function sceneItems(layout: DiagramLayout, words: DiagramWords, reading: Reading): SceneItem[] {
  const items: SceneItem[] = [];
  const { bands, rows } = layout.geometry;
  for (const band of bands) {
    if (band.id !== null) {
      const centre = { x: band.frame.x + 20, y: band.frame.y + 20 };
      items.push({
        kind: 'layer',
        id: band.id,
        personId: null,
        containerId: null,
        bounds: plain(band.frame),
        label: `${band.name}, ${words.read.layer}`,
        centre,
      });
    }
    for (const box of rows.flat()) if (band.blocks.includes(box)) items.push(...boxItems(box, band.id, words, reading));
  }
  for (const { net, relations } of layout.relations)
    for (const relation of relations) {
      const name = (index: number): string => net.terminals[index]?.mark?.text ?? net.terminals[index]?.box?.name ?? '';
      items.push(lineItem(net, { kind: 'relation', id: relation.id, personId: null, label: `${name(0)} ${relation.label} ${name(1)}`.trim() }));
    }
  for (const net of layout.bridges) {
    const mark = net.terminals[0]?.mark as Mark;
    const label = `${mark.text}, ${words.signs.samePerson}, ${net.terminals.length} ${words.read.teams}`;
    items.push(lineItem(net, { kind: 'bridge', id: mark.personId as string, personId: mark.personId, label }));
  }
  return items;
}
