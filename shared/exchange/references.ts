/** What names in a cell point at. */
import type { EntityKind } from '../domain/lists.ts';
import { fold, splitTexts } from './cells.ts';
import { type Desk, LineRefused } from './desk.ts';
import { containerOf, thingOf } from './line.ts';
import { namedKinds } from './shelf.ts';

const kindName = (desk: Desk, kinds: readonly EntityKind[]): string => desk.t(($) => $.lists.entityKind[kinds[0] ?? 'entity']);

/** Those in the network at hand go before those elsewhere. */
function preferred(desk: Desk, ids: readonly string[]): readonly string[] {
  const { networkId } = desk.options;
  const here = ids.filter((id) => desk.networkOf(id) === networkId || desk.networksOf(id).has(networkId ?? ''));
  return here.length > 0 ? here : ids;
}

/**
 * The record of one of these kinds that goes by a name; none named is any kind.
 * @throws LineRefused when there is none, and it is nothing that can be made from its name alone
 */
export function recordByName(desk: Desk, kinds: readonly EntityKind[], name: string): string {
  if (kinds.includes('unit') && kinds.includes('network')) return containerOf(desk, name);
  const looked = namedKinds.filter((kind) => kinds.length === 0 || kinds.includes(kind));
  for (const kind of looked) {
    const found = preferred(desk, desk.equal(kind, name));
    if (found.length === 1) return found[0] as string;
    if (found.length > 1) {
      const choices = found.slice(0, 8).map((id) => ({ value: id, name: desk.nameOf(id), about: desk.networkNameOf(id) }));
      const answer = desk.ask({ question: 'several', kind, name, choices });
      return answer ?? (found[0] as string);
    }
  }
  const network = kinds.length === 0 || kinds.includes('network') ? desk.equal('network', name.replace(/^\S+\s+/, ''))[0] : undefined;
  if (network !== undefined) return network;
  if (kinds.length === 1 && (kinds[0] === 'role' || kinds[0] === 'organisation')) return thingOf(desk, kinds[0], name);
  if (kinds.length === 1 && kinds[0] === 'person') return desk.create('person', { name });
  const close = looked.flatMap((kind) => desk.close(kind, name).map((id) => ({ kind, id })));
  const first = close[0];
  if (first) {
    const choices = close
      .filter(({ kind }) => kind === first.kind)
      .map(({ id }) => ({ value: id, name: desk.nameOf(id), about: desk.networkNameOf(id) }));
    const answer = desk.ask({ question: 'spelling', kind: first.kind, name, choices: choices.slice(0, 8) });
    if (answer !== null) return answer;
  }
  throw new LineRefused(desk.t(($) => $.exchange.reasons.notFound, { kind: kindName(desk, kinds), name }));
}

export interface End {
  readonly entityId: string;
  readonly roleId: string | null;
}

/** 'PLG 3; PLG 4 (procesbegeleider)': teams, people, organisations, or the people with a role in them. */
export function endsByName(desk: Desk, text: string): readonly End[] {
  const whole = desk.options.networkId;
  return splitTexts(text).map((part) => {
    const role = /^(.*\S)\s*\(([^()]+)\)$/.exec(part);
    const roleId = role ? desk.equal('role', role[2] as string)[0] : undefined;
    const known = namedKinds.some((kind) => desk.equal(kind, part).length > 0);
    const name = role && roleId !== undefined && !known ? (role[1] as string) : part;
    const isWhole = whole !== null && fold(name) === fold(desk.t(($) => $.data.wholeNetwork));
    return { entityId: isWhole ? whole : recordByName(desk, [], name), roleId: name === part ? null : (roleId as string) };
  });
}

/** Ends as they stand in the column of ids: `entity/role entity`. */
export const endsText = (ends: readonly End[]): string =>
  ends.map(({ entityId, roleId }) => (roleId === null ? entityId : `${entityId}/${roleId}`)).join(' ');
export const endsOfText = (text: string): readonly End[] =>
  text
    .trim()
    .split(/\s+/)
    .map((part) => ({ entityId: part.split('/')[0] as string, roleId: part.split('/')[1] ?? null }));
