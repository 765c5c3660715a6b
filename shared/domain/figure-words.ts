/** A figure in words: never a bare number where more is known, and never a number where none is. */
import { locales, type Translate } from '../i18n/index.ts';

/** A figure as it is known, in parts. */
export interface FigureParts {
  readonly state: 'value' | 'unknown' | 'notApplicable' | 'notFilledIn';
  readonly low: number | null;
  readonly high: number | null;
  readonly about: boolean;
  readonly moreThan: boolean;
  readonly almost: boolean;
  readonly unit: string | null;
  readonly per: string | null;
  readonly period: string | null;
  readonly outOf: number | null;
  readonly basedOn: number | null;
  readonly text: string | null;
}

/** '4813' and '12.345': a point only where it helps to read. */
const writerOf = (t: Translate): ((value: number) => string) => {
  const numbers = new Intl.NumberFormat(locales[t.language], { useGrouping: 'min2', maximumFractionDigits: 6 });
  return (value) => numbers.format(value);
};

/** The number, or the two that it lies between, with what was said of them. */
function amountWords(t: Translate, figure: FigureParts): string {
  const write = writerOf(t);
  const { low, high } = figure;
  const ranged = low !== null && high !== null && low !== high;
  const plain = ranged ? t(($) => $.activities.figure.between, { low: write(low), high: write(high) }) : write((high ?? low) as number);
  if (figure.almost) return t(($) => $.activities.figure.almost, { n: plain });
  if (figure.moreThan) return t(($) => $.activities.figure.moreThan, { n: ranged ? plain : write((low ?? high) as number) });
  if (figure.about) return t(($) => $.activities.figure.about, { n: plain });
  if (ranged) return t(($) => $.activities.figure.range, { low: write(low), high: write(high) });
  if (high === null) return t(($) => $.activities.figure.atLeast, { n: plain });
  return low === null ? t(($) => $.activities.figure.atMost, { n: plain }) : plain;
}

/**
 * @example figureWords(t, { low: 175, high: 4813, unit: 'bezoekers', per: 'video', … }) // 'van 175 tot 4813 bezoekers per video'
 * @example figureWords(t, { low: 6.1, high: 6.1, outOf: 10, … }) // '6,1 uit 10'
 */
export function figureWords(t: Translate, figure: FigureParts): string {
  if (figure.state !== 'value') return t(($) => $.lists.figureState[figure.state]);
  const { low, high, unit, per, period, outOf, basedOn, text } = figure;
  if (low === null && high === null) return text ?? t(($) => $.lists.figureState.unknown);
  const write = writerOf(t);
  const amount = amountWords(t, figure);
  const said = outOf === null ? amount : t(($) => $.activities.figure.outOf, { n: amount, most: write(outOf) });
  const each = per === null ? null : t(($) => $.activities.figure.per, { per });
  const based = basedOn === null ? null : t(($) => $.activities.figure.basedOn, { n: write(basedOn) });
  const more = [period, text, based].filter(Boolean).join('; ');
  return [said, unit, each, more === '' ? '' : `(${more})`].filter(Boolean).join(' ');
}
