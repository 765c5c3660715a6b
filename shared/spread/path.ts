/** Where a yield came, and from where: its steps as places, each reached from one other. */
import type { Output } from '../contract/index.ts';
import { bounds } from '../domain/edtf.ts';
import type { Distance } from '../domain/lists.ts';
import { presenceOn } from '../domain/presence.ts';

export type SpreadStep = Output<'spread.list'>['rows'][number];
type Named = { readonly id: string; readonly name: string };

export interface SpreadModel {
  readonly object: Named;
  readonly makers: readonly Named[];
  /** When it was made. */
  readonly start: string | null;
  /** Where it is not there yet: by when it is expected, as far as that was said. */
  readonly intended?: { readonly by: string | null };
  /** All of them, also those to come and those that are only planned. */
  readonly steps: readonly SpreadStep[];
}

/** `ahead`: not yet on this day. `ended`: taken, and what came of it is no longer in use. */
export type StepState = 'sure' | 'perhaps' | 'ended' | 'ahead' | 'planned' | 'lapsed';

/** How a step stands on a day; what was taken stays taken, also where its use has ended. */
export function stepState(step: Pick<SpreadStep, 'start' | 'end' | 'standing'>, at: string): StepState {
  if (step.standing === 'lapsed') return 'lapsed';
  if (step.standing !== 'actual') return 'planned';
  const span = bounds(step.start, step.end);
  if (span.startMin > at) return 'ahead';
  const presence = presenceOn({ ...span, standing: 'actual' }, at);
  return presence === 'yes' ? 'sure' : presence === 'no' ? 'ended' : 'perhaps';
}

export const isTaken = (state: StepState): boolean => state === 'sure' || state === 'perhaps' || state === 'ended';

export interface SpreadPlace {
  readonly key: string;
  /** Null where nobody says where it went. */
  readonly name: string | null;
  /** Of the record; `audience` for a group in words. */
  readonly kind: string;
  readonly organisationKind: string | null;
  /** Of the first step that came there with a known distance. */
  readonly ring: Distance | null;
  /** In the order of their date; never empty. */
  readonly steps: readonly SpreadStep[];
  /** The place that it first came from; null is where it was made, or somewhere that no step went to. */
  readonly parent: string | null;
}

const keyOf = (step: SpreadStep): string =>
  step.to !== null ? step.to.id : step.audience !== null ? `audience:${step.audience.trim().toLowerCase()}` : step.id;

/** Ends at the origin; a place that is reached from where it went itself hangs on the origin. */
function comesFrom(key: string, parent: string | null, parents: ReadonlyMap<string, string | null>): boolean {
  for (let at = parent; at !== null; at = parents.get(at) ?? null) if (at === key) return true;
  return false;
}

/**
 * The places that steps went to, each after the one that it was reached from, in the order in which they were first reached.
 * Only steps that were taken, or will be after the day that one looks at; planned and cancelled ones are no places.
 */
export function placesOf(model: SpreadModel): readonly SpreadPlace[] {
  const origins = new Set(model.makers.map((maker) => maker.id));
  const steps = model.steps.filter((step) => step.standing === 'actual' && !(step.to !== null && origins.has(step.to.id)));
  const grouped = Map.groupBy(steps, keyOf);
  const parents = new Map<string, string | null>();
  for (const [key, own] of grouped) {
    const from = own[0]?.from?.id ?? null;
    const parent = from !== null && from !== key && grouped.has(from) && !comesFrom(key, from, parents) ? from : null;
    parents.set(key, parent);
  }
  const children = Map.groupBy(grouped.keys(), (key) => parents.get(key) ?? null);
  const below = (parent: string | null): string[] => (children.get(parent) ?? []).flatMap((key) => [key, ...below(key)]);
  return below(null).map((key): SpreadPlace => {
    const own = grouped.get(key) as SpreadStep[];
    const first = own[0] as SpreadStep;
    return {
      key,
      name: first.to?.name ?? first.audience,
      kind: first.to?.kind ?? 'audience',
      organisationKind: first.to?.organisationKind ?? null,
      ring: own.find((step) => step.distance !== null)?.distance ?? null,
      steps: own,
      parent: parents.get(key) ?? null,
    };
  });
}

/** The surest state of the steps to a place; what came there again is in use again. */
export function placeState(place: SpreadPlace, at: string): StepState {
  const states = place.steps.map((step) => stepState(step, at));
  const order: readonly StepState[] = ['sure', 'perhaps', 'ended', 'ahead'];
  return order.find((state) => states.includes(state)) ?? 'ahead';
}

/** From where it was made to a place, the first step first. */
export function routeTo(places: readonly SpreadPlace[], key: string): readonly SpreadPlace[] {
  const byKey = new Map(places.map((place) => [place.key, place]));
  const route: SpreadPlace[] = [];
  for (let at = byKey.get(key); at !== undefined; at = at.parent === null ? undefined : byKey.get(at.parent)) route.unshift(at);
  return route;
}

/** The days on which something changes, the earliest first: those that playing and the arrow keys stop at. */
export function spreadDays(models: readonly SpreadModel[]): readonly string[] {
  const dates = models.flatMap(({ start, steps }) => [
    ...(start === null ? [] : [bounds(start, null).startMin]),
    ...steps.filter((step) => step.standing === 'actual' && step.start !== null).map((step) => bounds(step.start, null).startMin),
  ]);
  return [...new Set(dates.filter((day) => day > '0001'))].sort();
}
