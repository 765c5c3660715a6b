/** The system diagram: layers as bands, units as boxes, people as signs, lines where one person sits in several units. */
import { headerHeight } from './draw-header.ts';
import { drawScene } from './draw-scene.ts';
import { bridgeNets, placesOf, type RelationNet, relationNets } from './layout-ends.ts';
import { extraHeight, type LaneNeed, placeAll } from './layout-geometry.ts';
import { lanesOfGaps, strandsOf, tracksOf } from './layout-lanes.ts';
import { planNet } from './layout-nets.ts';
import { setHeights, setPaths } from './layout-paths.ts';
import { planBands } from './layout-plan.ts';
import type { DiagramLayout, DiagramOptions } from './layout-result.ts';
import { arrange, page, printSize, type Row, sizesOf } from './layout-rows.ts';
import type { Band, Box, Geometry, Net } from './layout-types.ts';
import { type DiagramLookup, lookupOf } from './lookup.ts';
import type { DiagramModel, DiagramSlot } from './model.ts';
import type { Scene } from './scene.ts';

export { drawScene } from './draw-scene.ts';
export type { DiagramLayout, DiagramOptions } from './layout-result.ts';

/** More lines than this do not fit legibly: then only those of the chosen person are drawn. */
export const MOST_BRIDGES = 60;

interface Lines {
  readonly bridges: Net[];
  readonly relations: RelationNet[];
  readonly dense: boolean;
}

function linesOf(geometry: Geometry, bandOfRow: Parameters<typeof placesOf>[1], look: DiagramLookup, options: DiagramOptions): Lines {
  const places = placesOf(geometry, bandOfRow);
  const crowd = [...places.people.values()].filter((all) => all.filter(({ mark }) => mark.presence !== 'no').length > 1);
  const spokes = crowd.reduce((sum, all) => sum + all.length - 1, 0);
  const dense = crowd.length > MOST_BRIDGES || spokes > 3 * MOST_BRIDGES;
  const chosen = options.selection?.personId;
  const only = dense ? new Set(chosen ? [chosen] : []) : null;
  const bridges = bridgeNets(places, only);
  const relations = relationNets(places, look.model, options.words.signs.oneOf);
  for (const net of [...bridges, ...relations.map((one) => one.net)]) planNet(geometry, net);
  return { bridges, relations, dense };
}

/** Places everything and leads every line. Places come out the same whoever is chosen. */
export function layoutParts(model: DiagramModel, options: DiagramOptions): DiagramLayout {
  const first = layoutUnder(model, options, headerHeight(model, options, Number.POSITIVE_INFINITY));
  // how wide the drawing is, and so over how many lines its title runs, is known only now
  const height = headerHeight(model, options, Math.ceil(first.geometry.width));
  return height === headerHeight(model, options, Number.POSITIVE_INFINITY) ? first : layoutUnder(model, options, height);
}

function layoutUnder(full: DiagramModel, options: DiagramOptions, header: number): DiagramLayout {
  const model = options.relations === false ? { ...full, relations: [] } : full;
  const look = lookupOf(model, options.colour, options.showEnded);
  const bands = planBands(look, options.words);
  const top = page.margin + header;
  // in a crowd the line of who is chosen is led through the room that there is, so that choosing moves nothing
  const { selection: _, ...unchosen } = options;
  const { rows, room, need } = settle(bands, look, unchosen, top);
  const geometry = placeAll(bands, rows, need, top, room);
  const lines = linesOf(
    geometry,
    rows.map((row) => row.band),
    look,
    options,
  );
  const nets = [...lines.bridges, ...lines.relations.map((one) => one.net)];
  const lanes = lanesOfGaps(geometry, nets);
  const strands = strandsOf(geometry, nets, lanes);
  setHeights(geometry, strands);
  setPaths(geometry, nets, lanes, strands);
  return { look, geometry, ...lines };
}

const LANE_STEP = 160;

/** Height that lines will need, before they are led: px. */
function guess(bands: readonly Band[], look: DiagramLookup): number {
  const people = new Set(bands.flatMap((band) => band.blocks.flatMap(ringed)));
  return Math.round((people.size * 5 + look.model.relations.length * 12) / LANE_STEP) * LANE_STEP;
}

const ringed = (box: Box): string[] => [
  ...box.marks.flatMap((mark) => (mark.ring && mark.personId ? [mark.personId] : [])),
  ...box.children.flatMap(ringed),
];

interface Settled {
  readonly rows: Row[];
  readonly room: number;
  readonly need: LaneNeed;
}

/** Rows and the room that lines need between them; when lines need much, also tried with that known, and the better one taken. */
function settle(bands: readonly Band[], look: DiagramLookup, options: DiagramOptions, top: number): Settled {
  const sizes = sizesOf(bands);
  let best: Settled | null = null;
  let least = Number.POSITIVE_INFINITY;
  let lanes = guess(bands, look);
  for (let round = 0; round < 3; round += 1) {
    const { rows, room } = arrange(bands, sizes, lanes);
    const none: LaneNeed = { gaps: new Map(), channels: rows.map(() => 12) };
    const first = placeAll(bands, rows, none, top, room);
    const tried = linesOf(
      first,
      rows.map((row) => row.band),
      look,
      options,
    );
    const need = needOf(first, [...tried.bridges, ...tried.relations.map((one) => one.net)]);
    const wanted = extraHeight(need.channels) - extraHeight(none.channels);
    const size = printSize(first.width, first.height + wanted);
    if (best === null || size < least * 0.97) [best, least] = [{ rows, room, need }, size];
    // in steps, so that one more line seldom changes the width of the drawing
    const known = Math.round(wanted / LANE_STEP) * LANE_STEP;
    if (known === lanes) break;
    lanes = known;
  }
  return best as Settled;
}

function needOf(geometry: Geometry, nets: readonly Net[]): LaneNeed {
  const lanes = lanesOfGaps(geometry, nets);
  const channels = strandsOf(geometry, nets, lanes).map((strands) => tracksOf(strands).total || (strands.length > 0 ? 1 : 0));
  return { gaps: new Map([...lanes].map(([key, inGap]) => [key, inGap.count])), channels };
}

/** The places that signs have in this drawing, to be kept, so that what comes later moves nothing. */
export function slotsOf(layout: DiagramLayout): DiagramSlot[] {
  const slots: DiagramSlot[] = [];
  const visit = (box: Box): void => {
    if (box.kind === 'unit' || box.kind === 'network')
      for (const mark of box.marks) slots.push({ containerId: mark.containerId, itemId: mark.id, slot: mark.slot });
    for (const child of box.children) visit(child);
  };
  for (const block of layout.geometry.rows.flat()) visit(block);
  return slots;
}

/**
 * The system diagram of a network as of a day.
 * @returns a scene in px; the same input gives the same scene
 */
export function layoutDiagram(model: DiagramModel, options: DiagramOptions): Scene {
  return drawScene(layoutParts(model, options), options);
}
