import { describe, expect, it } from 'vitest';
import { foldName } from '../../../../shared/domain/alike.ts';
import { translator } from '../../../../shared/i18n/index.ts';
import { allFields } from '../kinds.ts';
import { changesOf, planPaste } from './paste-plan.ts';
import type { Lookup, Making } from './read-cell.ts';

const t = translator('nl');
const there: readonly { kind: string; name: string; id: string; own: boolean }[] = [
  { kind: 'person', name: 'Leraar 1', id: 'p1', own: true },
  { kind: 'role', name: 'Leraar', id: 'r1', own: false },
  { kind: 'role', name: 'Coach, intern', id: 'r2', own: false },
  { kind: 'organisation', name: 'De Regenboog', id: 'o1', own: false },
  { kind: 'organisation', name: 'de regenboog', id: 'o2', own: false },
];
const look: Lookup = {
  t,
  find: async (kinds, name) => there.filter((one) => kinds.includes(one.kind) && foldName(one.name) === foldName(name)),
  options: (spec) =>
    'list' in spec ? Object.entries(t.words.lists[spec.list] as Record<string, string>).map(([value, label]) => ({ value, label })) : [],
  idFor: ({ kind, name }: Making) => `new ${kind} ${name}`,
};
const creation = { field: 'personId', preset: { containerId: 'team' } };
const membership = { kind: 'membership' as const, specs: allFields('membership'), creation, look };
const plan = (fields: string[], cells: string[][], ids: (string | null)[]) =>
  planPaste({ rows: ids.map((id) => ({ id, name: id ?? '' })), fields, headers: fields, cells }, membership);
const list = (rows: Awaited<ReturnType<typeof plan>>) =>
  changesOf(rows, { kind: 'membership', creation, again: new Set(), idFor: look.idFor, newId: () => 'm-new', values: ({ name }) => ({ name }) });

describe('a paste', () => {
  it('reads dates, numbers, lists and references as a person writes them', async () => {
    const rows = await plan(
      ['start', 'hoursPerWeek', 'roles', 'appointed', 'intensity'],
      [['najaar 2024', '1,5', 'coach, intern', 'ja', 'wisselend']],
      ['m1'],
    );
    expect(await list(rows)).toEqual([
      { kind: 'membership', id: 'm1', fields: { start: '2024-23', hoursPerWeek: 1.5, roles: ['r2'], appointed: true, intensity: 'varying' } },
    ]);
  });

  // catches: a cell that cannot be, and takes its whole row with it, or goes without a reason
  it('refuses a cell with its reason and keeps the rest', async () => {
    const rows = await plan(['start', 'hoursPerWeek', 'organisationId'], [['gisteren', '3', 'De Regenboog']], ['m1']);
    expect(rows[0]?.cells.map((cell) => ('reason' in cell.read ? cell.read.reason : 'ok'))).toEqual([
      expect.stringMatching(/datum|lees/i),
      'ok',
      '‘De Regenboog’ bestaat meer dan één keer. Kies zelf welke.',
    ]);
    expect(await list(rows)).toEqual([{ kind: 'membership', id: 'm1', fields: { hoursPerWeek: 3 } }]);
  });

  // catches: who is there already and is made twice; who is new and is made once per row
  it('below the last row makes new ones, and a new name once', async () => {
    const rows = await plan(
      ['personId', 'roles'],
      [
        ['leraar 1', 'Leraar'],
        ['Leraar 9', 'Leesheld; Leraar'],
        ['Leraar 9', 'leesheld'],
        ['', ''],
      ],
      [null, null, null, null],
    );
    const changes = await list(rows);
    expect(changes.filter((change) => change.kind === 'person')).toEqual([
      { kind: 'person', id: 'new person Leraar 9', isNew: true, fields: { name: 'Leraar 9' } },
    ]);
    expect(changes.filter((change) => change.kind === 'membership')).toEqual([
      { kind: 'membership', id: 'm-new', isNew: true, fields: { containerId: 'team', personId: 'p1', roles: ['r1'] } },
      {
        kind: 'membership',
        id: 'm-new',
        isNew: true,
        fields: { containerId: 'team', personId: 'new person Leraar 9', roles: ['new role Leesheld', 'r1'] },
      },
      {
        kind: 'membership',
        id: 'm-new',
        isNew: true,
        fields: { containerId: 'team', personId: 'new person Leraar 9', roles: ['new role leesheld'] },
      },
    ]);
  });

  it('says who exists when a list of names is pasted, and makes no second one', async () => {
    const people = { kind: 'person' as const, specs: allFields('person'), creation: { field: 'name', preset: {} }, look };
    const rows = await planPaste(
      { rows: [{ id: null, name: '' }], fields: ['name', 'mail'], headers: ['Naam', 'E-mail'], cells: [['LERAAR 1', 'a@x.nl']] },
      people,
    );
    expect(rows[0]?.exists).toEqual(['p1']);
    const how = { kind: 'person' as const, creation: people.creation, idFor: look.idFor, newId: () => 'x', values: () => ({}) };
    expect(await changesOf(rows, { ...how, again: new Set() })).toEqual([{ kind: 'person', id: 'p1', fields: { mail: 'a@x.nl' } }]);
    expect(await changesOf(rows, { ...how, again: new Set([0]) })).toEqual([
      { kind: 'person', id: 'x', isNew: true, fields: { name: 'LERAAR 1', mail: 'a@x.nl' } },
    ]);
  });
});
