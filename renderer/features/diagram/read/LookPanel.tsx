/** How the drawing looks: what colours mean, how many names there are, and whether who stopped is drawn. */
import { calledIn, nameDensities, pairOf, readPair } from '../../../../shared/diagram/filter.ts';
import { type ColourMode, colourModes } from '../../../../shared/diagram/model.ts';
import { type NameStyle, nameStyles } from '../../../../shared/domain/display-name.ts';
import { useT } from '../../../ui/words.tsx';
import type { Look } from '../views/use-views.ts';
import type { Reading } from './use-reading.ts';

const densities = ['none', ...nameDensities] as const;
type Density = (typeof densities)[number];

interface ChoiceProps<T extends string> {
  readonly title: string;
  readonly name: string;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly value: T;
  onChange(value: T): void;
}

function Choice<T extends string>({ title, name, choices, value, onChange }: ChoiceProps<T>) {
  return (
    <fieldset className="filter-group">
      <legend>{title}</legend>
      {choices.map((choice) => (
        <label key={choice.value} className="filter-row">
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

export function LookPanel({ reading, look }: { readonly reading: Reading; readonly look: Look }) {
  const t = useT();
  const { hidden } = reading.asked;
  const density = (hidden.map(readPair).find((pair) => pair?.attribute === 'names')?.value ?? 'none') as Density;
  /** One value of an attribute, or none of it. */
  const set = (attribute: 'names' | 'called', value: string | null): void => {
    const rest = hidden.filter((pair) => readPair(pair)?.attribute !== attribute);
    reading.setHidden(value === null ? rest : [...rest, pairOf(attribute, value)]);
  };
  return (
    <div className="filter-panel" data-autofocus tabIndex={-1}>
      <Choice
        title={t(($) => $.diagramScreen.colour)}
        name="diagram-colour"
        choices={colourModes.map((value) => ({ value, label: t(($) => $.diagramScreen.colours[value]) }))}
        value={look.colour}
        onChange={(value: ColourMode) => look.setColour(value)}
      />
      <Choice
        title={t(($) => $.reading.look.names)}
        name="diagram-names"
        choices={densities.map((value) => ({ value, label: t(($) => $.reading.look.densities[value]) }))}
        value={density}
        onChange={(value: Density) => set('names', value === 'none' ? null : value)}
      />
      <Choice
        title={t(($) => $.reading.look.who)}
        name="diagram-called"
        choices={nameStyles.map((value) => ({ value, label: t(($) => $.reading.look.called[value]) }))}
        value={calledIn(hidden)}
        onChange={(value: NameStyle) => set('called', value === 'name' ? null : value)}
      />
      <label className="filter-row">
        <input type="checkbox" checked={look.ended} onChange={(event) => look.setEnded(event.currentTarget.checked)} />
        <span>{t(($) => $.diagramScreen.ended)}</span>
      </label>
    </div>
  );
}
