/** Every value in the drawing with how many have it, to leave out or take back. */
import { type Facet, type FilterAttribute, filterAttributes, pairOf, readPair } from '../../../../shared/diagram/filter.ts';
import type { NameStyle } from '../../../../shared/domain/display-name.ts';
import type { Translate } from '../../../../shared/i18n/index.ts';
import { useT } from '../../../ui/words.tsx';
import { useListWord } from '../../record/index.ts';
import type { Reading } from './use-reading.ts';

/** The word of a value as it stands in the drawing. */
export function useFacetWord(): (facet: Pick<Facet, 'attribute' | 'value'>) => string {
  const t = useT();
  const word = useListWord();
  return ({ attribute, value }) => {
    if (attribute === 'only') return t(($) => $.reading.filter.only[value as 'appointed' | 'several']) || value;
    if (attribute === 'called') return t(($) => $.reading.look.called[value as NameStyle]) || value;
    if (attribute === 'names') return t(($) => $.reading.filter.names[value as 'rest' | 'all']) || value;
    if (attribute === 'presence') return t(($) => $.reading.filter.perhaps);
    if (value === '') return attribute === 'relation' ? t(($) => $.reading.filter.withoutRelation) : t(($) => $.reading.filter.unknown);
    return listWord(t, word, attribute, value);
  };
}

function listWord(t: Translate, word: ReturnType<typeof useListWord>, attribute: FilterAttribute, value: string): string {
  if (attribute === 'role' || attribute === 'names' || attribute === 'called' || attribute === 'way') return value;
  if (attribute === 'relation') return word('relationKind', value);
  if (attribute === 'kind') return word('organisationKind', value);
  const { sector, role, process } = t.words.diagram;
  const words: Readonly<Record<string, string>> = attribute === 'sector' ? sector : attribute === 'family' ? role : process;
  return words[value] ?? value;
}

type PanelAttribute = Exclude<FilterAttribute, 'names' | 'called' | 'way'>;

/** Names are chosen with how it looks, and a way with where one looks from; not with what is left out. */
export const isPanel = (attribute: FilterAttribute): attribute is PanelAttribute =>
  attribute !== 'names' && attribute !== 'called' && attribute !== 'way';

interface GroupProps {
  readonly attribute: PanelAttribute;
  readonly facets: readonly Facet[];
  readonly hidden: ReadonlySet<string>;
  toggle(pair: string): void;
}

function Group({ attribute, facets, hidden, toggle }: GroupProps) {
  const t = useT();
  const word = useFacetWord();
  if (facets.length === 0) return null;
  return (
    <fieldset className="filter-group">
      <legend>{t(($) => $.reading.filter.attributes[attribute])}</legend>
      {facets.map((facet) => {
        const pair = pairOf(facet.attribute, facet.value);
        // what is 'only' is switched on, everything else is on until it is switched off
        const checked = hidden.has(pair) === (attribute === 'only');
        return (
          <label key={pair} className="filter-row">
            <input type="checkbox" checked={checked} onChange={() => toggle(pair)} />
            <span>{word(facet)}</span>
            <span className="filter-count">{facet.count}</span>
          </label>
        );
      })}
    </fieldset>
  );
}

export function FilterPanel({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { hidden } = reading.asked;
  const set = new Set(hidden);
  // what was left out and is not in the drawing on this day can still be taken back
  const known = new Set(reading.facets.map((facet) => pairOf(facet.attribute, facet.value)));
  const away = hidden.filter((pair) => !known.has(pair)).flatMap((pair) => readPair(pair) ?? []);
  const facets = [...reading.facets, ...away.map((pair) => ({ ...pair, count: 0 }))];
  return (
    <div className="filter-panel" data-autofocus tabIndex={-1}>
      <p className="reading-hint">{t(($) => $.reading.filter.about)}</p>
      {filterAttributes.filter(isPanel).map((attribute) => (
        <Group
          key={attribute}
          attribute={attribute}
          facets={facets.filter((facet) => facet.attribute === attribute)}
          hidden={set}
          toggle={(pair) => reading.setHidden(set.has(pair) ? hidden.filter((one) => one !== pair) : [...hidden, pair])}
        />
      ))}
    </div>
  );
}
