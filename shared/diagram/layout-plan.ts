/** From the model to bands, boxes and signs: what is drawn and in which order, without any measure. */
import type { DiagramWords } from '../i18n/nl/diagram.ts';
import { changeWords, withSign } from './change-signs.ts';
import { hostBar, organisationMark, personMark, seatMark, unitBar } from './layout-marks.ts';
import { capacity } from './layout-size.ts';
import type { Band, Box, BoxKind, Mark } from './layout-types.ts';
import type { DiagramLookup } from './lookup.ts';
import type { DiagramOrganisation, DiagramUnit } from './model.ts';
import { categoryOf } from './palette.ts';

function emptyBox(kind: BoxKind, id: string, name: string, more: Partial<Box> = {}): Box {
  return {
    kind,
    id,
    name,
    note: null,
    label: name,
    count: null,
    presence: 'yes',
    change: null,
    token: null,
    foreign: false,
    marks: [],
    children: [],
    need: 0,
    columns: 1,
    rows: 0,
    style: 'column',
    childColumns: [],
    under: true,
    x: 0,
    y: 0,
    width: 0,
    height: 0,
    ownWidth: 0,
    ownHeight: 0,
    gutter: 0,
    titleLines: [],
    titleRoom: 1,
    title: { x: 0, y: 0, width: 0, height: 0 },
    noteLines: [],
    zone: null,
    ...more,
  };
}

/** Kept places stay; what has none takes the first free one, in the order of the model. */
function giveSlots(look: DiagramLookup, containerId: string, marks: Mark[]): void {
  const taken = new Set<number>();
  for (const mark of marks) {
    const kept = look.slot(containerId, mark.id);
    mark.slot = kept === null || taken.has(kept) ? -1 : kept;
    if (mark.slot >= 0) taken.add(mark.slot);
  }
  let free = 0;
  for (const mark of marks) {
    if (mark.slot >= 0) continue;
    while (taken.has(free)) free += 1;
    mark.slot = free;
    taken.add(free);
  }
  marks.sort((a, b) => a.slot - b.slot);
}

const slotsTaken = (marks: readonly Mark[]): number => (marks.at(-1)?.slot ?? -1) + 1;

function unitBox(look: DiagramLookup, unit: DiagramUnit, words: DiagramWords): Box {
  const members = look.membersOf(unit.id);
  const count = { yes: members.filter((one) => one.presence === 'yes').length, perhaps: members.filter((one) => one.presence === 'perhaps').length };
  const marks = [
    ...members.map((one) => personMark(look, one, unit, words)),
    ...look.participationsOf(unit.id).map((one) => organisationMark(look, one, unit.id, false, words)),
    ...look.seatsOf(unit.id).map((one) => seatMark(look, one, unit, words)),
  ];
  giveSlots(look, unit.id, marks);
  const children = look.childrenOf(unit.id).map((child) => unitBox(look, child, words));
  const made = unit.parts.map((id) => look.unit(id)?.name).filter((name) => name !== undefined);
  const note = made.length > 0 && made.length <= 4 ? `${words.read.partOf} ${made.join(', ')}` : null;
  const perhaps = count.perhaps > 0 ? `, ${count.perhaps} ${words.read.perhaps}` : '';
  const change = unit.change ?? null;
  const said = changeWords(look, change, words);
  const label = `${unit.name}, ${unit.foreign ? words.read.foreign : words.read.unit}, ${count.yes} ${words.read.people}${perhaps}${said === null ? '' : `, ${said}`}`;
  const name = withSign(unit.name, change);
  const box = emptyBox('unit', unit.id, name, { count, presence: unit.presence, change, foreign: unit.foreign, marks, children, label, note });
  box.need = marks.length === 0 && children.length > 0 ? 0 : capacity(slotsTaken(marks));
  return box;
}

function hostBox(look: DiagramLookup, host: DiagramOrganisation, units: readonly DiagramUnit[], words: DiagramWords): Box {
  const first = look.rootUnits().find((unit) => unit.hostId === host.id);
  const members = first && units.includes(first) ? look.membersAt(host.id) : [];
  const marks = members.map((one) => personMark(look, one, null, words));
  giveSlots(look, look.model.network.id, marks);
  for (const [index, mark] of marks.entries()) mark.slot = index;
  const token = categoryOf('organisation', host.kind).token;
  const children = units.map((unit) => unitBox(look, unit, words));
  // the only team of a school has room for a few from the start
  const [only] = children;
  if (only && children.length === 1 && only.need > 0) only.need = Math.max(only.need, 4);
  const change = look.model.comparison ? 'kept' : null;
  const box = emptyBox('host', host.id, host.name, { token, change, marks, children, label: `${host.name}, ${words.read.organisation}` });
  box.need = marks.length;
  return box;
}

/** Units in the order in which they are kept, those with one host in one box at the place of the first. */
function blocksOf(look: DiagramLookup, units: readonly DiagramUnit[], words: DiagramWords): Box[] {
  const done = new Set<string>();
  const blocks: Box[] = [];
  for (const unit of units) {
    const host = unit.hostId === null ? undefined : look.organisation(unit.hostId);
    if (!host) blocks.push(unitBox(look, unit, words));
    else if (!done.has(host.id)) {
      done.add(host.id);
      const shared = units.filter((one) => one.hostId === host.id);
      blocks.push(hostBox(look, host, shared, words));
    }
  }
  return blocks;
}

function emptyBand(key: string, kind: Band['kind'], name: string, blocks: Box[], more: Partial<Band> = {}): Band {
  return {
    key,
    kind,
    id: null,
    name,
    note: null,
    dashed: false,
    blocks,
    rows: [],
    frame: { x: 0, y: 0, width: 0, height: 0 },
    nameLines: [],
    noteLines: [],
    labelRects: [],
    ...more,
  };
}

function partnersBand(look: DiagramLookup, words: DiagramWords): Band | null {
  const groups = new Map<string, Box>();
  for (const one of look.partners()) {
    const kind = look.organisation(one.organisationId)?.kind ?? 'other';
    let group = groups.get(kind);
    if (!group) {
      const known = words.organisations as Readonly<Record<string, string>>;
      group = emptyBox('group', `group-${kind}`, known[kind] ?? words.organisations.other, { style: 'bars' });
      groups.set(kind, group);
    }
    group.marks.push(organisationMark(look, one, look.model.network.id, true, words));
  }
  if (groups.size === 0) return null;
  for (const group of groups.values()) {
    giveSlots(look, look.model.network.id, group.marks);
    for (const [index, mark] of group.marks.entries()) mark.slot = index;
    group.need = group.marks.length;
  }
  return emptyBand('partners', 'partners', words.bands.partners, [...groups.values()]);
}

const isEmpty = (look: DiagramLookup, unit: DiagramUnit): boolean =>
  look.membersOf(unit.id).length === 0 &&
  look.seatsOf(unit.id).length === 0 &&
  look.participationsOf(unit.id).length === 0 &&
  look.childrenOf(unit.id).every((child) => isEmpty(look, child));

/** A bar for every school (or group without one); a group where somebody is named also gets its box, under the bars. */
function fillArm(look: DiagramLookup, arm: Box, waiting: readonly DiagramUnit[], words: DiagramWords): void {
  const done = new Set<string>();
  for (const unit of waiting) {
    const host = look.organisation(unit.hostId);
    const empty = isEmpty(look, unit);
    if (!empty) arm.children.push(unitBox(look, unit, words));
    if (done.has(host?.id ?? unit.id) || (!host && !empty)) continue;
    done.add(host?.id ?? unit.id);
    const bar = host
      ? hostBar(
          look,
          host,
          waiting.filter((one) => one.hostId === host.id),
          words,
        )
      : unitBar(unit);
    arm.marks.push({ ...bar, slot: arm.need });
    arm.need += 1;
  }
}

function armBox(look: DiagramLookup, words: DiagramWords): Box | null {
  const waiting = look.waitingUnits();
  const joined = look.armParticipations();
  if (joined.length + waiting.length === 0) return null;
  const kinds = new Set([...joined.map((one) => one.arm), ...waiting.map((unit) => unit.arm)]);
  const name = kinds.size > 1 ? words.arms.controlAndWaitingList : kinds.has('control') ? words.arms.control : words.arms.waitingList;
  const arm = emptyBox('arm', 'part-arm', name, { style: 'bars' });
  fillArm(look, arm, waiting, words);
  for (const one of joined) {
    if (arm.marks.some((mark) => mark.id === one.participation.organisationId)) continue;
    arm.marks.push({ ...organisationMark(look, one.participation, look.model.network.id, true, words), slot: arm.need });
    arm.need += 1;
  }
  return arm;
}

function networkBand(look: DiagramLookup, words: DiagramWords): Band | null {
  const marks = [
    ...look.membersOfNetwork().map((one) => personMark(look, one, null, words)),
    ...look.seatsOf(look.model.network.id).map((one) => seatMark(look, one, null, words)),
  ];
  if (marks.length === 0 && !look.relatesToNetwork()) return null;
  giveSlots(look, look.model.network.id, marks);
  const box = emptyBox('network', look.model.network.id, words.bands.wholeNetwork, { marks, label: words.bands.wholeNetwork });
  box.need = marks.length === 0 ? 0 : capacity(slotsTaken(marks));
  return emptyBand('network', 'network', look.model.network.name, [box]);
}

const rings = ['core', 'inner', 'outer', null] as const;

/** Units without a layer: by their ring when they have one and there are no layers, else together. */
function looseBands(look: DiagramLookup, loose: readonly DiagramUnit[], words: DiagramWords): Band[] {
  if (look.model.layers.length > 0 || loose.every((unit) => unit.ring === null)) {
    if (loose.length === 0) return [];
    const name = look.model.layers.length > 0 ? words.bands.outsideLayers : words.bands.teams;
    return [emptyBand('units', 'units', name, blocksOf(look, loose, words))];
  }
  const bands: Band[] = [];
  for (const ring of rings) {
    const units = loose.filter((unit) => unit.ring === ring);
    if (units.length > 0)
      bands.push(
        emptyBand(`ring-${ring ?? 'none'}`, 'ring', ring === null ? words.bands.otherTeams : words.bands[ring], blocksOf(look, units, words)),
      );
  }
  return bands;
}

/** The bands from the top down. */
export function planBands(look: DiagramLookup, words: DiagramWords): Band[] {
  const roots = look.rootUnits();
  const outside = (unit: DiagramUnit): boolean =>
    unit.foreign || unit.ring === 'surroundings' || (unit.ring === 'outer' && look.model.layers.length > 0 && unit.layerId === null);
  const inLayer = (unit: DiagramUnit): boolean => unit.layerId !== null && look.layer(unit.layerId) !== undefined;
  const bands: (Band | null)[] = [partnersBand(look, words), networkBand(look, words)];
  bands.push(
    ...looseBands(
      look,
      roots.filter((unit) => !outside(unit) && !inLayer(unit)),
      words,
    ),
  );
  for (const layer of look.model.layers) {
    const units = roots.filter((unit) => unit.layerId === layer.id && !outside(unit));
    bands.push(emptyBand(`layer-${layer.id}`, 'layer', layer.name, blocksOf(look, units, words), { id: layer.id, note: layer.note }));
  }
  const around = roots.filter(outside);
  if (around.length > 0)
    bands.push(emptyBand('surroundings', 'surroundings', words.bands.surroundings, blocksOf(look, around, words), { dashed: true }));
  const all = bands.filter((band) => band !== null);
  placeArm(all, armBox(look, words), words);
  return all;
}

/** Schools that wait or are compared with stand beside those that take part. */
function placeArm(bands: Band[], arm: Box | null, words: DiagramWords): void {
  if (!arm) return;
  const withHosts = bands.filter((band) => band.blocks.some((box) => box.kind === 'host')).at(-1);
  if (withHosts) withHosts.blocks.push(arm);
  else bands.push(emptyBand('apart', 'surroundings', words.bands.surroundings, [arm], { dashed: true }));
}
