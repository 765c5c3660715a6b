/** What the olievlek says in words: reach, routes, and what a screen reader hears. */
import { formatEdtf } from '../domain/format-date.ts';
import { counted, locales, type Translate } from '../i18n/index.ts';
import type { SpreadModel, SpreadPlace, SpreadStep } from './path.ts';

type Reach = SpreadStep['reach'][number];

function figureSaid(t: Translate, figure: Reach): string {
  const number = new Intl.NumberFormat(locales[t.language]);
  const { low, high } = figure;
  const known = (low ?? high) as number;
  const range =
    low !== null && high !== null && low !== high
      ? t(($) => $.yields.spread.range, { low: number.format(low), high: number.format(high) })
      : number.format(known);
  const before = figure.moreThan
    ? t(($) => $.yields.spread.moreThan)
    : figure.almost
      ? t(($) => $.yields.spread.almost)
      : figure.about
        ? t(($) => $.yields.spread.about)
        : '';
  const unit = figure.unit ?? t(high === 1 || (high === null && low === 1) ? ($) => $.yields.spread.person : ($) => $.yields.spread.people);
  const per = figure.per === null ? '' : t(($) => $.activities.figure.per, { per: figure.per });
  return [before, range, unit, per].filter(Boolean).join(' ');
}

/** 'ongeveer 40 mensen' of a step; null where no figure is known. */
export function reachOf(t: Translate, step: SpreadStep): string | null {
  const figures = step.reach.filter((figure) => figure.state === 'value' && (figure.low ?? figure.high) !== null);
  return figures.length === 0 ? null : figures.map((figure) => figureSaid(t, figure)).join(', ');
}

/** Of a place: what is known of the steps to it up to then. */
export function placeReach(t: Translate, steps: readonly SpreadStep[]): string {
  const known = steps.flatMap((step) => reachOf(t, step) ?? []);
  return known.length === 0 ? t(($) => $.yields.spread.reachUnknown) : known.join(', ');
}

/** Of what is not there yet: by when it is expected. */
export const intendedWords = (t: Translate, { by }: NonNullable<SpreadModel['intended']>): string =>
  by === null ? t(($) => $.yields.list.intended) : t(($) => $.yields.list.intendedBy, { date: formatEdtf(by, t.language) });

export const makersOf = (t: Translate, model: SpreadModel): string =>
  model.makers.map((maker) => maker.name).join(', ') || t(($) => $.yields.page.nobody);

export const nameOf = (t: Translate, place: SpreadPlace): string => place.name ?? t(($) => $.yields.spread.nowhere);

/** Everyone who brought it there, each once. */
export const carriersOf = (steps: readonly SpreadStep[]): string => [...new Set(steps.flatMap((step) => step.carriedBy?.name ?? []))].join(', ');

/**
 * How it came to a place, in a sentence: who brought it, along which places, and how often it was changed on the way.
 * @param route from where it was made, the first step first; never empty
 */
export function routeSentence(t: Translate, model: SpreadModel, route: readonly SpreadPlace[]): string {
  const makers = model.makers.map((maker) => maker.name).join(', ');
  const parts = route.map((place, index) => {
    const step = place.steps[0] as SpreadStep;
    const who = step.carriedBy?.name ?? null;
    const said = { object: model.object.name, to: nameOf(t, place), who: who ?? '', from: step.from?.name ?? (makers || t(($) => $.app.unknown)) };
    if (index === 0) return t(who === null ? ($) => $.yields.sentence.from : ($) => $.yields.sentence.viaFrom, said);
    return t(who === null ? ($) => $.yields.sentence.so : ($) => $.yields.sentence.via, said);
  });
  const adapted = route.filter((place) => place.steps[0]?.how === 'adapted' || place.steps[0]?.how === 'remade').length;
  const changed = adapted === 0 ? t(($) => $.yields.sentence.copied) : counted(t, ($) => $.yields.sentence.adapted, adapted);
  const nobody = route.every((place) => place.steps[0]?.carriedBy === null) ? t(($) => $.yields.sentence.nobody) : '';
  return `${parts.join('')}.${nobody}${changed}`;
}

/** All of a place, for who does not see the drawing. */
export function placeLabel(t: Translate, place: SpreadPlace, steps: readonly SpreadStep[], state: string): string {
  const first = steps[0] ?? (place.steps[0] as SpreadStep);
  const via = carriersOf(steps);
  return t(($) => $.yields.spread.placeLabel, {
    name: nameOf(t, place),
    ring: place.ring === null ? t(($) => $.yields.spread.unknownRing) : t(($) => $.lists.distance[place.ring as 'network']),
    how: t(($) => $.lists.spreadManner[first.how]),
    since: formatEdtf(first.start, t.language),
    reach: placeReach(t, steps),
    via: via === '' ? '' : `, ${t(($) => $.yields.spread.via, { who: via })}`,
    state: state === '' ? '' : `, ${state}`,
  });
}
