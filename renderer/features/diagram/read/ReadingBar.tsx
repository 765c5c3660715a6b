/** Below the toolbar, when there is something to say: what is left out, what is looked at, and where someone is who cannot be seen. */
import { ActionIcon, Button } from '@mantine/core';
import { IconMinus, IconPlus, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { pairOf, readPair, wayIn } from '../../../../shared/diagram/filter.ts';
import { type FocusWay, focusWays } from '../../../../shared/diagram/focus.ts';
import { Segments } from '../../../ui/Segments.tsx';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { useT } from '../../../ui/words.tsx';
import { nameIn } from '../items.ts';
import { ViewBanner } from '../views/ViewBanner.tsx';
import { useFacetWord } from './FilterPanel.tsx';
import type { Reading } from './use-reading.ts';
import { MOST_STEPS, stepFocus } from './use-reading-keys.ts';

/** Which way one looks stands with where one looks from. */
const isChip = (pair: string): boolean => readPair(pair)?.attribute !== 'way';

function Chips({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const word = useFacetWord();
  const { hidden } = reading.asked;
  const { signs, relations } = reading.tally;
  const own = hidden.filter(isChip);
  if (own.length === 0) return null;
  const chips = own.map((pair) => {
    const read = readPair(pair);
    const name = read ? word(read) : pair;
    const chip = read?.attribute === 'only' ? 'chipOnly' : read?.attribute === 'called' ? 'chipCalled' : 'chip';
    return { pair, text: t(($) => $.reading.filter[chip], { name }) };
  });
  return (
    <>
      {signs.hidden + relations.hidden > 0 && (
        <strong role="status">
          {t(($) => $.reading.filter.signs, { hidden: signs.hidden, of: signs.of })}
          {relations.hidden > 0 && `, ${t(($) => $.reading.filter.relations, { hidden: relations.hidden, of: relations.of })}`}
        </strong>
      )}
      <ul className="chips">
        {chips.map(({ pair, text }) => (
          <li key={pair}>
            <button
              type="button"
              className="chip-off"
              aria-label={t(($) => $.reading.filter.remove, { name: text })}
              onClick={() => reading.setHidden(hidden.filter((one) => one !== pair))}
            >
              {text}
              <IconX size={14} stroke={2} aria-hidden="true" />
            </button>
          </li>
        ))}
      </ul>
      <Button variant="subtle" size="compact-xs" color="gray" onClick={() => reading.setHidden(hidden.filter((pair) => !isChip(pair)))}>
        {t(($) => $.reading.filter.clear)}
      </Button>
    </>
  );
}

function FocusLine({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { focus, hidden } = reading.asked;
  if (!focus) return null;
  const ways = focusWays.map((value) => ({ value, label: t(($) => $.reading.focus.ways[value]) }));
  const setWay = (way: FocusWay): void => {
    const rest = hidden.filter(isChip);
    reading.setHidden(way === 'both' ? rest : [...rest, pairOf('way', way)]);
  };
  const button = (label: string, icon: ReactNode, off: boolean, act: () => void) => (
    <ActionIcon variant="default" size="sm" aria-label={label} disabled={off} onClick={act}>
      {icon}
    </ActionIcon>
  );
  return (
    <div className="reading-line">
      <strong>{t(($) => $.reading.focus.title, { name: nameIn(reading.layout.look.model, focus.id) })}</strong>
      {button(
        t(($) => $.reading.focus.less),
        <IconMinus size={14} />,
        focus.steps === 1,
        () => stepFocus(reading, -1),
      )}
      <span role="status">{t(($) => $.reading.focus.steps, { n: focus.steps })}</span>
      {button(
        t(($) => $.reading.focus.more),
        <IconPlus size={14} />,
        focus.steps === MOST_STEPS,
        () => stepFocus(reading, 1),
      )}
      <Segments label={t(($) => $.reading.focus.way)} value={wayIn(hidden)} choices={ways} onChange={setWay} />
      <Button variant="subtle" size="compact-xs" color="gray" onClick={() => reading.setFocus(null)}>
        {t(($) => $.reading.focus.stop)}
      </Button>
    </div>
  );
}

function LostLine({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const { lost } = reading;
  if (!lost) return null;
  const { name, hiders, card } = lost;
  const { hidden, folded } = reading.asked;
  return (
    <div className="reading-line" role="status">
      {hiders.length > 0 && (
        <>
          <span>{t(($) => $.reading.filter.out, { name })}</span>
          <Button variant="default" size="compact-xs" onClick={() => reading.setHidden(hidden.filter((pair) => !hiders.includes(pair)))}>
            {t(($) => $.reading.filter.show)}
          </Button>
        </>
      )}
      {card && (
        <>
          <span>{t(($) => $.reading.fold.inside, { name, team: card.name })}</span>
          <Button variant="default" size="compact-xs" onClick={() => reading.setFolded(folded.filter((id) => id !== card.id))}>
            {t(($) => $.reading.fold.show)}
          </Button>
        </>
      )}
    </div>
  );
}

export function ReadingBar({ reading, viewport }: { readonly reading: Reading; readonly viewport: Viewport }) {
  const t = useT();
  const { hidden, focus } = reading.asked;
  if (hidden.length === 0 && !focus && !reading.lost && !reading.view && !reading.crowd) return null;
  return (
    <section className="reading-bar" aria-label={t(($) => $.reading.bar)}>
      <ViewBanner reading={reading} viewport={viewport} />
      {reading.crowd && (
        <div className="reading-line">
          <span>{t(($) => $.reading.fold.crowd)}</span>
          <Button variant="subtle" size="compact-xs" color="gray" onClick={() => reading.setFolded([])}>
            {t(($) => $.reading.fold.openAll)}
          </Button>
        </div>
      )}
      {hidden.some(isChip) && (
        <div className="reading-line">
          <Chips reading={reading} />
        </div>
      )}
      <FocusLine reading={reading} />
      <LostLine reading={reading} />
    </section>
  );
}
