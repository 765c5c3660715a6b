/** What stands in the chain of a yield: a card for each meeting, place, embedding and what came after, each behind the one that it came from. */
import type { Output } from '../contract/index.ts';
import { bounds, edtfRange, OPEN_END } from '../domain/edtf.ts';
import { formatEdtf } from '../domain/format-date.ts';
import type { SpreadManner } from '../domain/lists.ts';
import type { Translate } from '../i18n/index.ts';
import { isTaken, placesOf, type SpreadModel, type SpreadPlace, type SpreadStep, stepState } from './path.ts';
import { intendedWords, makersOf, nameOf } from './words.ts';

type Embedding = Output<'embedding.list'>['rows'][number];
type MeetingObject = Output<'meetingObject.list'>['rows'][number];

export interface ChainModel extends SpreadModel {
  readonly meetings: readonly MeetingObject[];
  readonly embeddings: readonly Embedding[];
}

export interface ChainOptions {
  readonly t: Translate;
  readonly at: string;
  readonly header?: boolean;
  /** What it is to fit in where it can, px; without it, it takes what is easy to read. */
  readonly room?: number | undefined;
}

/** Places beyond these are counted: the olievlek shows them all. */
export const MOST_PLACES = 8;

/** What came of something that was made to stay, seen on a day. */
export type After = 'still' | 'paid' | 'gone' | 'perhaps' | 'unknown';

/** @returns null while it is not there yet, or was only planned */
export function afterOf(row: Pick<Embedding, 'start' | 'end' | 'standing' | 'fundedUntil'>, at: string): After | null {
  if (row.standing !== 'actual') return null;
  const span = bounds(row.start, row.end);
  if (span.startMin > at) return null;
  if (span.endMax < at) return 'gone';
  if (row.fundedUntil === null) return 'unknown';
  const money = row.fundedUntil === OPEN_END ? null : edtfRange(row.fundedUntil);
  if (money === null || money.min > at) return 'paid';
  if (money.max >= at || span.endMin < at) return 'perhaps';
  return 'still';
}

export interface Card {
  readonly id: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly how?: SpreadManner;
  readonly look: 'sure' | 'perhaps' | 'gone' | 'strong';
}

export type Stage = 'object' | 'steps' | 'embedded' | 'after';

/** A card with what came of it, in the order in which it is drawn. */
export interface Link {
  readonly card: Card;
  readonly stage: Stage;
  readonly next: readonly Link[];
}

export interface Chain {
  readonly meetings: readonly Card[];
  readonly object: Link;
  /** Places that are not drawn. */
  readonly more: number;
}

export const OBJECT = 'object';

function meetingCards({ t, at }: ChainOptions, model: ChainModel): readonly Card[] {
  const byMeeting = Map.groupBy(
    model.meetings.filter(({ meeting }) => meeting.standing === 'actual' && (meeting.start === null || bounds(meeting.start, null).startMin <= at)),
    ({ meeting }) => meeting.id,
  );
  return [...byMeeting.values()].map((rows): Card => {
    const { meeting } = rows[0] as MeetingObject;
    const uses = [...new Set(rows.map((row) => t(($) => $.lists.meetingObjectUse[row.use as 'used'])))].join(', ');
    return { id: meeting.id, title: meeting.name, lines: [`${uses}, ${formatEdtf(meeting.start, t.language)}`], look: 'sure' };
  });
}

interface Place {
  readonly place: SpreadPlace;
  /** Those that were taken by then; never empty. */
  readonly steps: readonly SpreadStep[];
  readonly next: readonly Place[];
}

/** What was taken by then; what hangs on a place that is not yet there hangs on the nearest one that is. */
function placesBy(model: SpreadModel, at: string): readonly Place[] {
  const all = placesOf(model);
  const below = (parent: string | null): readonly Place[] =>
    all
      .filter((place) => place.parent === parent)
      .flatMap((place) => {
        const steps = place.steps.filter((step) => isTaken(stepState(step, at)));
        const next = below(place.key);
        return steps.length === 0 ? next : [{ place, steps, next }];
      });
  return below(null);
}

const isChanged = ({ steps, next }: Place): boolean => steps.some((step) => step.how !== 'takenOver') || next.some(isChanged);

/** What was changed on the way is what this drawing is about; what was taken over as it was comes after it. */
const ordered = (places: readonly Place[]): readonly Place[] => [...places.filter(isChanged), ...places.filter((place) => !isChanged(place))];

/** The first so many, each after the one that it hangs on. */
function firstOf(places: readonly Place[], most: number): readonly Place[] {
  let left = most;
  const take = (some: readonly Place[]): readonly Place[] =>
    ordered(some).flatMap((place) => {
      if (left === 0) return [];
      left--;
      return [{ ...place, next: take(place.next) }];
    });
  return take(places);
}

const countOf = (places: readonly Place[]): number => places.reduce((sum, place) => sum + 1 + countOf(place.next), 0);

/** One line for each step; where the card does not hang on the place that the step came from, it says from where it came. */
function stepLine({ t }: ChainOptions, step: SpreadStep, behind: ReadonlySet<string>): string {
  const said = `${t(($) => $.lists.spreadManner[step.how])}, ${formatEdtf(step.start, t.language)}`;
  if (step.from === null) return `${said}, ${t(($) => $.travel.chain.fromUnknown)}`;
  return behind.has(step.from.id) ? said : `${said}, ${t(($) => $.travel.chain.from, { name: step.from.name })}`;
}

function placeCard(options: ChainOptions, { place, steps }: Place, behind: ReadonlySet<string>): Card {
  const { t, at } = options;
  const first = steps[0] as SpreadStep;
  const states = steps.map((step) => stepState(step, at));
  return {
    id: place.key,
    title: nameOf(t, place),
    lines: steps.map((step) => stepLine(options, step, behind)),
    how: first.how,
    look: states.includes('sure') ? 'sure' : states.includes('perhaps') ? 'perhaps' : 'gone',
  };
}

function afterWords({ t }: ChainOptions, row: Embedding, after: After): Pick<Card, 'title' | 'lines'> {
  const date = formatEdtf(row.end, t.language);
  const funded = formatEdtf(row.fundedUntil, t.language);
  const { chain } = t.words.yields;
  const said = (select: string, params: Record<string, string>): string =>
    select.replace(/\{\{(\w+)\}\}/g, (_hole, name: string) => params[name] ?? '');
  if (after === 'still') return { title: chain.still, lines: [said(chain.stillText, { date: funded })] };
  if (after === 'paid') return { title: chain.paid, lines: row.fundedUntil === OPEN_END ? [] : [said(chain.paidText, { date: funded })] };
  if (after === 'perhaps') return { title: chain.perhaps, lines: [chain.perhapsText] };
  if (after === 'unknown') return { title: chain.unknown, lines: [chain.unknownText] };
  return { title: chain.gone, lines: [said(row.fundedUntil === null ? chain.goneText : chain.goneAfter, { date, funded })] };
}

const looks: Readonly<Record<After, Card['look']>> = { still: 'strong', paid: 'sure', gone: 'gone', perhaps: 'perhaps', unknown: 'perhaps' };

/** Each embedding with what came of it, and the organisation that it is at. */
function embeddings(options: ChainOptions, model: ChainModel): readonly { readonly where: string | null; readonly link: Link }[] {
  const { t, at } = options;
  return model.embeddings.flatMap((row) => {
    const after = afterOf(row, at);
    if (after === null) return [];
    const card: Card = {
      id: row.id,
      title: t(($) => $.lists.embeddingForm[row.form as 'policy']),
      lines: [...(row.organisation === null ? [] : [row.organisation.name]), formatEdtf(row.start, t.language)],
      look: after === 'gone' ? 'gone' : 'sure',
    };
    const end: Link = { card: { id: `after-${row.id}`, ...afterWords(options, row, after), look: looks[after] }, stage: 'after', next: [] };
    return [{ where: row.organisation?.id ?? null, link: { card, stage: 'embedded', next: [end] } }];
  });
}

/** The chain as it was on a day; what comes after the day is not in it. */
export function chainOf(model: ChainModel, options: ChainOptions): Chain {
  const { t, at } = options;
  const all = placesBy(model, at);
  const shown = firstOf(all, MOST_PLACES);
  const stays = embeddings(options, model);
  const keys = new Set<string>();
  const collect = (places: readonly Place[]): void => {
    for (const { place, next } of places) {
      keys.add(place.key);
      collect(next);
    }
  };
  collect(shown);
  const staysAt = (key: string | null): readonly Link[] =>
    stays.filter(({ where }) => (where !== null && keys.has(where) ? where === key : key === null)).map(({ link }) => link);
  const linkOf =
    (behind: ReadonlySet<string>) =>
    (place: Place): Link => ({
      card: placeCard(options, place, behind),
      stage: 'steps',
      next: [...place.next.map(linkOf(new Set([place.place.key]))), ...staysAt(place.place.key)],
    });
  const when = model.intended === undefined ? formatEdtf(model.start, t.language) : intendedWords(t, model.intended);
  return {
    meetings: meetingCards(options, model),
    object: {
      card: { id: OBJECT, title: model.object.name, lines: [makersOf(t, model), when], look: 'strong' },
      stage: 'object',
      next: [...shown.map(linkOf(new Set(model.makers.map((maker) => maker.id)))), ...staysAt(null)],
    },
    more: countOf(all) - countOf(shown),
  };
}
