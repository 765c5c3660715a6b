/** The sides of a relation and the size of a seat in words. */
import type { Output } from '../../../shared/contract/index.ts';
import type { Translate } from '../../../shared/i18n/index.ts';

type Side = Output<'relation.list'>['rows'][number]['from'][number];

/** 'Stuurgroep', 'een van PLG 1, PLG 2', 'Kerngroep (procesbegeleider)' */
export function sideWords(t: Translate, sides: readonly Side[], mode: string): string {
  const all = sides.map((side) => (side.roleName === null ? side.name : `${side.name} (${side.roleName})`));
  // five seats of five schools with one name: 'directie (5×)'
  const names = [...Map.groupBy(all, (name) => name)].map(([name, same]) => (same.length > 1 ? `${name} (${same.length}×)` : name)).join(', ');
  return mode === 'oneOf' && sides.length > 1 ? t(($) => $.app.relations.oneOf, { names }) : names;
}

interface Range {
  readonly min: number | null;
  readonly max: number | null;
  readonly about: boolean;
}

/** '2', '2 tot 4', 'minstens 6', 'ongeveer 20', 'niet bekend' */
export function rangeWords(t: Translate, { min, max, about }: Range): string {
  if (min === null && max === null) return t(($) => $.app.unknown);
  const said =
    min === max
      ? String(min)
      : min === null
        ? t(($) => $.app.relations.atMost, { max: max ?? 0 })
        : max === null
          ? t(($) => $.app.relations.atLeast, { min })
          : t(($) => $.app.relations.minMax, { min, max });
  return about ? t(($) => $.app.relations.about, { n: said }) : said;
}
