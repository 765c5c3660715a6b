import { describe, expect, it } from 'vitest';
import { neighbourAbove, type TreeRow, targetOutside, treeRows, type UnitRow } from './tree-model.ts';

const unit = (id: string, layerId: string | null, parentId: string | null): UnitRow => ({
  id,
  name: id,
  kind: 'team',
  layerId,
  parentId,
  host: null,
  processes: [],
  ring: null,
  formal: true,
  arm: null,
  theme: null,
  position: 0,
  people: { yes: 0, perhaps: 0 },
  unnamed: { min: 0, unknown: 0 },
  start: null,
  end: '..',
  standing: 'actual',
  presence: 'yes',
});

const list = {
  layers: [{ id: 'laag', name: 'Laag 1', level: null, note: null, position: 0 }],
  units: [unit('a', 'laag', null), unit('b', 'laag', null), unit('in-b', 'laag', 'b'), unit('los', null, null)],
};
const rowsWith = (folded: readonly string[]): readonly TreeRow[] =>
  treeRows(list, { network: { id: 'net', name: 'Het hele netwerk' }, outside: 'Buiten de lagen', folded: new Set(folded) });
const row = (id: string): TreeRow => rowsWith([]).find((item) => item.id === id) as TreeRow;

describe('treeRows', () => {
  it('shows a team inside a team once, under that team and not also under the layer', () => {
    expect(rowsWith([]).map((item) => item.id)).toEqual(['net', 'laag', 'a', 'b', 'in-b', 'outside', 'los']);
  });
  it('hides what is in a folded team and keeps the teams after it', () => {
    expect(rowsWith(['b']).map((item) => item.id)).toEqual(['net', 'laag', 'a', 'b', 'outside', 'los']);
  });
});

describe('moves', () => {
  it('goes into the team above it, never into a team of another row', () => {
    expect(neighbourAbove(rowsWith([]), row('b'))?.id).toBe('a');
    expect(neighbourAbove(rowsWith([]), row('in-b'))).toBeUndefined();
  });
  it('comes out right after the team that it was in', () => {
    expect(targetOutside(rowsWith([]), row('in-b'))).toEqual({ layerId: 'laag', parentId: null, position: 2 });
  });
  it('cannot come out of a layer', () => {
    expect(targetOutside(rowsWith([]), row('a'))).toBeNull();
  });
});
