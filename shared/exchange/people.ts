/** Lists of people: a line is a person, where they work, and the team that they are in. */
import { bounds } from '../domain/edtf.ts';
import { splitTexts } from './cells.ts';
import type { ImportKind } from './columns.ts';
import { type Desk, LineRefused } from './desk.ts';
import type { Values } from './keys.ts';
import { containerOf, type Line, plainValues, textIn, thingOf } from './line.ts';
import { isClose, nameKey, readableName } from './names.ts';
import type { StoredRecord } from './plan.ts';

/** First name, infix and last name as one name, or the name as it stands. */
export function personName(line: Line): string | null {
  const whole = textIn(line, 'person.name');
  if (whole !== null) return readableName(whole);
  const parts = ['person.firstName', 'person.infix', 'person.lastName'].map((slot) => textIn(line, slot)).filter((part) => part !== null);
  return parts.length === 0 ? null : parts.join(' ');
}

/** How a person among others of the same name is told apart. */
function about(desk: Desk, id: string): string {
  const record = desk.record('person', id);
  const networks = [...desk.networksOf(id)].map((network) => desk.nameOf(network));
  return [record?.mail, ...networks].filter((part) => typeof part === 'string' && part !== '').join(', ');
}

const choicesOf = (desk: Desk, ids: readonly string[]) => ids.slice(0, 8).map((id) => ({ value: id, name: desk.nameOf(id), about: about(desk, id) }));

/** Of people with one name, those that are in this network or in none: elsewhere the same name is someone else until someone says so. */
function near(desk: Desk, ids: readonly string[]): readonly string[] {
  const { networkId } = desk.options;
  if (networkId === null) return ids;
  const here = ids.filter((id) => desk.networksOf(id).has(networkId));
  return here.length > 0 ? here : ids.filter((id) => desk.networksOf(id).size === 0);
}

/** Of people with this address the one of this name; a box that more people read says nothing by itself. */
function byAddress(desk: Desk, name: string, mail: string): { readonly id?: string | null; readonly others: readonly string[] } {
  const all = desk.byMail(mail);
  const nameOf = (id: string): string => nameKey(String(desk.record('person', id)?.name));
  const same = all.filter((id) => nameOf(id) === nameKey(name));
  const found = same.length > 0 ? same : all.filter((id) => isClose(nameOf(id), nameKey(name)));
  if (found.length === 1) return { id: found[0] as string, others: all };
  if (found.length > 1) return { id: desk.ask({ question: 'several', kind: 'person', name, choices: choicesOf(desk, found) }), others: all };
  return { others: all };
}

/** @returns the id of the person that is meant, or null for someone new */
function findPerson(desk: Desk, name: string, mail: string | null): string | null {
  const address = mail === null ? { others: [] } : byAddress(desk, name, mail);
  if (address.id !== undefined) return address.id;
  const equal = desk.equal('person', name);
  if (address.others.length > 0)
    return desk.ask({ question: 'address', kind: 'person', name, choices: choicesOf(desk, [...new Set([...address.others, ...equal])]) });
  const here = near(desk, equal);
  const known = desk.record('person', here[0] ?? '')?.mail;
  const hasOther = mail !== null && typeof known === 'string' && known.trim() !== '';
  if (here.length === 1 && !hasOther) return here[0] as string;
  if (here.length > 1) return desk.ask({ question: 'several', kind: 'person', name, choices: choicesOf(desk, here) });
  if (here.length === 1) return desk.ask({ question: 'mail', kind: 'person', name, choices: choicesOf(desk, here) });
  if (equal.length > 0) return desk.ask({ question: 'elsewhere', kind: 'person', name, choices: choicesOf(desk, equal) });
  const close = near(desk, desk.close('person', name));
  return close.length === 0 ? null : desk.ask({ question: 'spelling', kind: 'person', name, choices: choicesOf(desk, close) });
}

function person(desk: Desk, line: Line, name: string, given: string | null): string {
  const values: Record<string, unknown> = plainValues(desk, line, 'person');
  const known = given !== null && desk.record('person', given) ? given : findPerson(desk, name, (values.mail as string | undefined) ?? null);
  if (known === null) return desk.create('person', { ...values, name });
  // another spelling is no other name: only who is pointed out by id is called anew
  const { name: _name, ...rest } = values;
  desk.update('person', known, given === known ? { ...rest, name } : rest, false);
  return known;
}

function employments(desk: Desk, line: Line, personId: string): void {
  const organisations = splitTexts(textIn(line, 'employment.organisationId') ?? '');
  const functions = splitTexts(textIn(line, 'employment.function') ?? '');
  for (let at = 0; at < Math.max(organisations.length, functions.length); at++) {
    const name = organisations[at];
    const organisationId = name === undefined ? null : thingOf(desk, 'organisation', name);
    const given: Record<string, unknown> = functions[at] === undefined ? {} : { function: functions[at] };
    const known = desk.byKey('employment', { personId, organisationId });
    const exact = known.find((record) => record.function === (functions[at] ?? null)) ?? known.find((record) => record.function === null);
    if (exact) desk.update('employment', exact.id, given, false);
    else if (known.length === 0 || functions[at] !== undefined) desk.create('employment', { personId, organisationId, ...given });
  }
}

const period = (values: Values) =>
  bounds((values.start as string | null) ?? null, (values.end as string | null | undefined) === undefined ? '..' : (values.end as string | null));

/**
 * Of the records that link the same things, the one that a line is about: the one that starts when the line says, one
 * whose start nobody knew, or one that was going on then; someone who came back later is in a second one.
 */
export function sameStay(known: readonly StoredRecord[], values: Values): StoredRecord | null {
  if (values.start === undefined || values.start === null) return known.at(-1) ?? null;
  const exact = known.find((record) => record.start === values.start);
  if (exact) return exact;
  const now = period(values);
  return (
    known.find((record) => record.start === null) ??
    known.find((record) => period(record).endMax >= now.startMin && period(record).startMin <= now.endMax) ??
    null
  );
}

function memberships(desk: Desk, line: Line, personId: string, kind: ImportKind): void {
  const { networkId } = desk.options;
  const values: Record<string, unknown> = plainValues(desk, line, 'membership');
  const ownId = textIn(line, 'membership.id');
  const containers = namesOrId(desk, line, 'membership.containerId', (name) => containerOf(desk, name));
  const roles = splitTexts(textIn(line, 'membership.roles') ?? '').map((name) => thingOf(desk, 'role', name));
  const behalf = textIn(line, 'membership.organisationId');
  const organisationId = behalf === null ? undefined : thingOf(desk, 'organisation', behalf);
  const said = { ...values, ...(roles.length > 0 ? { roles } : {}), ...(organisationId === undefined ? {} : { organisationId }) };
  const record = ownId === null ? undefined : desk.record('membership', ownId);
  if (record) {
    desk.update('membership', record.id, said, true);
    return;
  }
  const wanted =
    containers.length > 0 ? containers : networkId !== null && (kind === 'membership' || Object.keys(said).length > 0) ? [networkId] : [];
  if (wanted.length === 0 && kind === 'membership') throw new LineRefused(desk.t(($) => $.exchange.reasons.noTeam));
  for (const containerId of wanted) {
    const known = sameStay(desk.byKey('membership', { personId, containerId }), said);
    if (known) desk.update('membership', known.id, said, false);
    else desk.create('membership', { ...said, personId, containerId });
  }
}

/** What a cell with names points at; an id beside it wins when there is such a record. */
function namesOrId(desk: Desk, line: Line, slot: string, find: (name: string) => string): readonly string[] {
  const id = textIn(line, `${slot}#id`);
  if (id !== null && desk.kindOf(id) !== undefined) return [id];
  return splitTexts(textIn(line, slot) ?? '').map(find);
}

/** @param join who has no place in the network yet gets one in the network as a whole */
export function planPerson(desk: Desk, line: Line, kind: ImportKind, join: boolean): void {
  const given = textIn(line, kind === 'person' ? 'person.id' : 'membership.personId#id');
  const known = given === null ? undefined : desk.record('person', given);
  const name = personName(line) ?? (known ? String(known.name) : null);
  if (name === null) throw new LineRefused(desk.t(($) => $.exchange.reasons.noName));
  const id = person(desk, line, name, given);
  employments(desk, line, id);
  memberships(desk, line, id, kind);
  const { networkId } = desk.options;
  if (join && networkId !== null && !desk.networksOf(id).has(networkId)) desk.create('membership', { personId: id, containerId: networkId });
}
