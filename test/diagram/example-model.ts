/** Makes a diagram model from an example file without a database, for drawings and tests. */
import { readFileSync } from 'node:fs';
import { defaults } from '../../shared/contract/fields.ts';
import type { DiagramEnd, DiagramModel } from '../../shared/diagram/model.ts';
import { bounds } from '../../shared/domain/edtf.ts';
import type { Standing } from '../../shared/domain/lists.ts';
import { type Presence, presenceAround, presenceOn, presenceWithin } from '../../shared/domain/presence.ts';
import { diagram as words } from '../../shared/i18n/nl/diagram.ts';
import { lists } from '../../shared/i18n/nl/lists.ts';

export const exampleCodes = ['01', '02', '03', '04', '05', '06', '07', '08', 'K'] as const;

// biome-ignore lint/suspicious/noExplicitAny: the example is plain JSON; its own test checks it against the fields
type Raw = Record<string, any>;

const folder = new URL('../../resources/example/', import.meta.url);
const relationWords: Readonly<Record<string, string>> = lists.relationKind;

function read(name: string): Raw[] {
  const { records } = JSON.parse(readFileSync(new URL(`${name}.json`, folder), 'utf8')) as { records: Raw[] };
  return records.map((record) => {
    const fallback = (defaults as Record<string, Raw>)[record.kind as string] ?? {};
    return { ...fallback, ...record, kind: record.ofKind ?? fallback.kind, record: record.kind, id: record.key };
  });
}

const countOf = (one: Raw): string | null => {
  const [low, high] = [one.countMin as number | null, one.countMax as number | null];
  if (low === null && high === null) return null;
  const number = low !== null && high !== null && low !== high ? `${low}–${high}` : String(low ?? high);
  return one.countAbout ? `ongeveer ${number}` : number;
};

/** @param at `YYYY-MM-DD` */
export function exampleModel(code: string, at = '2024-07-31'): DiagramModel {
  const all = [...read('shared'), ...read(code)];
  const of = (kind: string): Raw[] => all.filter((one) => one.record === kind);
  const byId = new Map(all.map((one) => [one.id as string, one]));
  const presence = (one: Raw): Presence =>
    presenceOn({ ...bounds(one.start ?? null, one.end ?? null), standing: (one.standing ?? 'actual') as Standing }, at);
  const network = of('network')[0] as Raw;
  const role = (id: string | null | undefined): Raw | undefined => (id ? byId.get(id) : undefined);
  const ends = (list: Raw[]): DiagramEnd[] => list.map((end) => ({ entityId: end.entityId, roleName: role(end.roleId)?.name ?? null }));
  const around = (id: string): Presence => {
    const one = byId.get(id);
    if (one?.record !== 'unit') return 'yes';
    return presenceAround({ ...bounds(one.start ?? null, one.end ?? null), standing: (one.standing ?? 'actual') as Standing }, at);
  };
  const memberships = of('membership').map((one) => {
    const first = role((one.roles as string[])[0]);
    return {
      id: one.id,
      personId: one.personId,
      containerId: one.containerId,
      name: byId.get(one.personId)?.name ?? '?',
      role: first?.name ?? null,
      roleFamily: first?.family ?? null,
      organisationId: one.organisationId ?? null,
      appointed: one.appointed,
      presence: presenceWithin(presence(one), around(one.containerId)),
      roles: one.roles as string[],
    };
  });
  return {
    network: { id: network.id, code: network.code, name: network.name },
    at,
    layers: of('layer').map((one) => ({ id: one.id, name: one.name, note: one.note ?? null })),
    units: of('unit').map((one) => ({
      id: one.id,
      name: one.name,
      kind: one.kind,
      layerId: one.layerId,
      parentId: one.parentId,
      hostId: one.hostId,
      theme: one.theme,
      processes: one.processes,
      ring: one.ring,
      arm: one.arm,
      presence: presence(one),
      foreign: false,
      parts: one.parts,
    })),
    organisations: of('organisation').map((one) => ({
      id: one.id,
      name: one.name,
      kind: one.kind,
      sectors: one.sectors,
      count: countOf(one),
    })),
    participations: of('participation').map((one) => ({
      ...(one as Raw),
      id: one.id,
      organisationId: one.organisationId,
      containerId: one.containerId,
      capacities: one.capacities,
      presence: presence(one),
    })),
    memberships,
    seats: of('seat').map((one) => {
      const organisation = byId.get(one.organisationId ?? '');
      const fills = memberships.filter(
        (member) =>
          member.containerId === one.containerId &&
          member.presence === 'yes' &&
          one.roleId &&
          member.roles.includes(one.roleId) &&
          (!organisation || member.organisationId === organisation.id),
      );
      return {
        id: one.id,
        containerId: one.containerId,
        label: one.label ?? role(one.roleId)?.name ?? words.organisation[(one.organisationKind ?? 'other') as keyof typeof words.organisation] ?? '',
        organisationKind: one.organisationKind ?? organisation?.kind ?? null,
        sectors: organisation?.sectors ?? [],
        roleFamily: role(one.roleId)?.family ?? null,
        kind: one.kind,
        min: one.min,
        max: one.max,
        about: one.about,
        filled: fills.length,
        presence: presence(one),
      };
    }),
    relations: of('relation').map((one) => ({
      id: one.id,
      kind: one.kind,
      label: relationWords[one.kind] ?? one.kind,
      from: ends(one.from),
      to: ends(one.to),
      fromMode: one.fromMode,
      toMode: one.toMode,
      mutual: one.mutual,
      presence: presence(one),
    })),
    slots: [],
  };
}
