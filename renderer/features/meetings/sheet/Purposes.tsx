/** What it was for, four times 0 to 3: a figure sets one and goes on to the next. Not filled in is not 0. */
import { IconX } from '@tabler/icons-react';
import { type Purpose, purposes } from '../../../../shared/domain/lists.ts';
import { useT } from '../../../ui/words.tsx';
import { type Meeting, useWrite } from './use-meeting.ts';

const fieldOf = { use: 'useScore', creation: 'creationScore', sharing: 'sharingScore', coordination: 'coordinationScore' } as const;
const scores = [0, 1, 2, 3] as const;
type Score = (typeof scores)[number];

export const scoreOf = (meeting: Meeting, purpose: Purpose): number | null => meeting[fieldOf[purpose]];

const inputOf = (purpose: Purpose, score: number): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-purpose="${purpose}"] input[value="${score}"]`);

export interface Scoring {
  readonly set: (purpose: Purpose, score: Score | null) => void;
  /** A figure that was typed: for the purpose with the focus, else the first one that says nothing. @returns whether it was one */
  readonly typed: (key: string, target: Element) => boolean;
}

export function useScoring(meeting: Meeting, onLast: () => void): Scoring {
  const write = useWrite();
  const set: Scoring['set'] = (purpose, score) => void write('meeting.update', { id: meeting.id, [fieldOf[purpose]]: score });
  return {
    set,
    typed: (key, target) => {
      const score = scores.find((one) => String(one) === key);
      if (score === undefined) return false;
      const focused = target.closest<HTMLElement>('[data-purpose]')?.dataset.purpose as Purpose | undefined;
      const purpose = focused ?? purposes.find((one) => scoreOf(meeting, one) === null);
      if (purpose === undefined) return false;
      set(purpose, score);
      const next = purposes[purposes.indexOf(purpose) + 1];
      if (next === undefined) onLast();
      else inputOf(next, scoreOf(meeting, next) ?? 0)?.focus();
      return true;
    },
  };
}

function PurposeRow({ purpose, value, scoring }: { readonly purpose: Purpose; readonly value: number | null; readonly scoring: Scoring }) {
  const t = useT();
  const name = t(($) => $.meetings.purpose.names[purpose]);
  return (
    <div className="purpose-row" data-purpose={purpose}>
      <div className="purpose-name">
        <span id={`purpose-${purpose}`} className="strong">
          {name}
        </span>
        <span className="faint small">{t(($) => $.meetings.purpose.about[purpose])}</span>
      </div>
      <div className="purpose-track" role="radiogroup" aria-labelledby={`purpose-${purpose}`} data-score={value ?? 'none'}>
        {scores.map((score) => (
          <label key={score} data-below={value !== null && score <= value ? true : undefined}>
            <input
              type="radio"
              name={`purpose-${purpose}`}
              value={score}
              checked={value === score}
              aria-label={`${score} ${t(($) => $.meetings.purpose.words[score])}`}
              onChange={() => scoring.set(purpose, score)}
              onKeyDown={(event) => {
                if (event.key !== 'Delete' && event.key !== 'Backspace') return;
                event.preventDefault();
                scoring.set(purpose, null);
              }}
            />
            <span aria-hidden="true" />
          </label>
        ))}
      </div>
      <span className="purpose-said">
        {value === null ? (
          <span className="unknown">{t(($) => $.meetings.purpose.notSaid)}</span>
        ) : (
          <>
            <b>{value}</b> {t(($) => $.meetings.purpose.words[value as Score])}
          </>
        )}
      </span>
      <button
        type="button"
        className="clear"
        hidden={value === null}
        aria-label={t(($) => $.meetings.purpose.clear, { name })}
        onClick={() => {
          scoring.set(purpose, null);
          inputOf(purpose, 0)?.focus();
        }}
      >
        <IconX size={14} stroke={1.8} aria-hidden="true" />
      </button>
    </div>
  );
}

export function Purposes({ meeting, scoring }: { readonly meeting: Meeting; readonly scoring: Scoring }) {
  const t = useT();
  return (
    <section className="card meeting-card" aria-labelledby="meeting-purposes">
      <div className="card-head">
        <h2 id="meeting-purposes">{t(($) => $.meetings.purpose.title)}</h2>
        <span className="faint small">{t(($) => $.meetings.purpose.scale)}</span>
      </div>
      {purposes.map((purpose) => (
        <PurposeRow key={purpose} purpose={purpose} value={scoreOf(meeting, purpose)} scoring={scoring} />
      ))}
    </section>
  );
}
