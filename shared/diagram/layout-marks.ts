/** The signs: which colour, letter, ring and words each person, place and organisation gets. */
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import { changeWords } from './change-signs.ts';
import type { Mark } from './layout-types.ts';
import type { DiagramLookup } from './lookup.ts';
import type { DiagramMembership, DiagramOrganisation, DiagramParticipation, DiagramSeat, DiagramUnit } from './model.ts';
import { type Category, categoryOf, otherCategory } from './palette.ts';

const nowhere = () => ({ x: 0, y: 0, width: 0, height: 0 });

type MarkFacts = Pick<Mark, 'kind' | 'id' | 'containerId' | 'text' | 'category' | 'presence' | 'label'> & Partial<Mark>;

function markOf(facts: MarkFacts): Mark {
  return {
    change: null,
    unsure: false,
    personId: null,
    roleName: null,
    ring: false,
    appointed: false,
    times: 0,
    number: null,
    seatKind: null,
    bar: false,
    slot: -1,
    cx: 0,
    cy: 0,
    r: 0,
    lines: [],
    name: nowhere(),
    sign: nowhere(),
    zone: null,
    ...facts,
  };
}

/** The value that colours a person here, in the colour mode of the drawing. */
function personCategory(look: DiagramLookup, one: DiagramMembership, unit: DiagramUnit | null): Category {
  const organisation = look.organisation(one.organisationId);
  if (look.colour === 'organisation') return categoryOf('organisation', organisation?.kind ?? null);
  if (look.colour === 'sector') return categoryOf('sector', organisation?.sectors[0] ?? null);
  if (look.colour === 'role') return categoryOf('role', one.roleFamily);
  return categoryOf('process', unit?.processes[0] ?? null);
}

export function personMark(look: DiagramLookup, one: DiagramMembership, unit: DiagramUnit | null, words: DiagramWords): Mark {
  const times = look.timesOf(one.personId);
  const organisation = look.organisation(one.organisationId);
  const category = personCategory(look, one, unit);
  const signs = [
    one.name,
    one.role !== null && one.role !== one.name ? one.role : null,
    organisation?.name ?? null,
    unit ? `${words.read.in} ${unit.name}` : words.bands.wholeNetwork,
    times > 1 && one.presence !== 'no' ? `${words.read.in} ${times} ${words.read.teams}` : null,
    one.appointed ? words.signs.appointed : null,
    one.presence === 'no' && !one.change ? words.signs.ended : one.presence === 'perhaps' ? words.signs.perhaps : null,
    changeWords(look, one.change ?? null, words),
  ];
  return markOf({
    kind: 'membership',
    id: one.id,
    personId: one.personId,
    containerId: one.containerId,
    roleName: one.role,
    text: one.name,
    category,
    presence: one.presence,
    change: one.change ?? null,
    unsure: one.unsure ?? false,
    ring: times > 1 && one.presence !== 'no',
    appointed: one.appointed && one.presence !== 'no',
    times,
    label: signs.filter((part) => part !== null).join(', '),
  });
}

/** How many places are still without a name, as it is written in the sign. @example seatNumber({ min: 6, max: null, … 'norm' }) // '≥ 6' */
export function seatNumber(seat: DiagramSeat): string {
  const left = (places: number): number => Math.max(0, places - seat.filled);
  if (seat.kind === 'absence') return '';
  if (seat.kind === 'norm') {
    if (seat.min !== null && seat.max !== null && seat.min !== seat.max) return `${seat.min}–${seat.max}`;
    return seat.min !== null ? `≥ ${seat.min}` : seat.max !== null ? `≤ ${seat.max}` : '?';
  }
  if (seat.min === null && seat.max === null) return '?';
  const low = left(seat.min ?? seat.max ?? 0);
  const high = left(seat.max ?? seat.min ?? 0);
  const about = seat.about ? '±' : '';
  // 'at least three' is not three
  if (seat.max === null) return low === 0 ? '?' : `≥ ${low}×`;
  if (seat.min === null) return `≤ ${high}×`;
  return low === high || low === 0 ? `${about}${high}×` : `${about}${low}–${high}×`;
}

export function seatMark(look: DiagramLookup, seat: DiagramSeat, unit: DiagramUnit | null, words: DiagramWords): Mark {
  const value = { organisation: seat.organisationKind, sector: seat.sectors[0] ?? null, role: seat.roleFamily, process: unit?.processes[0] ?? null }[
    look.colour
  ];
  const number = seatNumber(seat);
  const label = [
    `${number} ${seat.label}`.trim(),
    words.read[seat.kind],
    unit ? `${words.read.in} ${unit.name}` : words.bands.wholeNetwork,
    changeWords(look, seat.change ?? null, words),
  ];
  return markOf({
    kind: 'seat',
    id: seat.id,
    containerId: seat.containerId,
    text: seat.label,
    category: categoryOf(look.colour, value),
    presence: seat.presence,
    change: seat.change ?? null,
    number,
    seatKind: seat.kind,
    label: label.filter((part) => part !== null).join(', '),
  });
}

export function organisationMark(look: DiagramLookup, one: DiagramParticipation, containerId: string, bar: boolean, words: DiagramWords): Mark {
  const organisation = look.organisation(one.organisationId);
  const name = organisation?.name ?? '';
  const value = look.colour === 'sector' ? (organisation?.sectors[0] ?? null) : (organisation?.kind ?? null);
  const category = categoryOf(look.colour === 'sector' ? 'sector' : 'organisation', value);
  const text = organisation?.count ? `${organisation.count} × ${name}` : name;
  const said = changeWords(look, one.change ?? null, words) ?? (one.presence === 'no' ? words.signs.ended : null);
  const sure = [one.presence === 'perhaps' ? words.signs.perhaps : null, said].map((part) => (part === null ? '' : `, ${part}`)).join('');
  return markOf({
    kind: 'organisation',
    id: one.organisationId,
    containerId,
    text,
    category,
    presence: one.presence,
    change: one.change ?? null,
    bar,
    label: `${text}, ${words.read.organisation}${sure}`,
  });
}

/** A school that waits or is compared, with its groups for a screen reader. */
export function hostBar(look: DiagramLookup, host: DiagramOrganisation, units: readonly DiagramUnit[], words: DiagramWords): Mark {
  const value = look.colour === 'sector' ? (host.sectors[0] ?? null) : host.kind;
  const category = categoryOf(look.colour === 'sector' ? 'sector' : 'organisation', value);
  const change = units[0]?.change ?? null;
  const said = [units.map((unit) => unit.name).join(', '), changeWords(look, change, words)].filter((part) => part !== null).join(', ');
  const label = `${host.name}, ${words.read.organisation}: ${said}`;
  return markOf({
    kind: 'organisation',
    id: host.id,
    containerId: look.model.network.id,
    text: host.name,
    category,
    presence: units[0]?.presence ?? 'yes',
    change,
    bar: true,
    label,
  });
}

/** A group that waits or is compared and has no organisation. */
export function unitBar(unit: DiagramUnit): Mark {
  return markOf({
    kind: 'unit',
    id: unit.id,
    containerId: unit.layerId ?? '',
    text: unit.name,
    category: otherCategory,
    presence: unit.presence,
    change: unit.change ?? null,
    bar: true,
    label: unit.name,
  });
}
