/** The yearly update: what nobody confirmed for a year, team by team, and one key per answer. */
import { Button, Progress } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import { AttentionChip, useAttention } from '../attention/index.ts';
import { ChangeForm, EndForm } from './QuestionForm.tsx';
import './update.css';
import { type Answers, type Ending, type Question, useAnswers } from './use-answers.ts';

const keyOf = (row: Question): string => `${row.id} ${row.field ?? ''}`;

type Asking = { readonly key: string; readonly how: 'changed' | 'no' } | null;

function useTitle(): (row: Question) => string {
  const t = useT();
  return (row) =>
    row.field === null ? row.title || t(($) => $.register.update[row.kind]) : t(($) => $.register.update.hoursTitle, { name: row.title });
}

interface RowProps {
  readonly row: Question;
  readonly isActive: boolean;
  readonly asking: Asking;
  readonly last: Ending;
  readonly answer: (row: Question, how: 'yes' | 'changed' | 'no') => void;
  readonly onFocus: () => void;
  readonly onEnd: (ending: Ending) => void;
  readonly onChanged: (fields: Readonly<Record<string, unknown>>) => void;
  readonly onCancel: () => void;
}

function QuestionRow({ row, isActive, asking, last, answer, onFocus, onEnd, onChanged, onCancel }: RowProps) {
  const t = useT();
  const format = useFormat();
  const title = useTitle()(row);
  const show = useView((view) => view.show);
  const detail = [
    row.field === null ? t(($) => $.register.update[row.kind]) : t(($) => $.register.update.hours, { hours: format.number(row.hours ?? 0) }),
    ...(row.field === null ? row.detail : []),
    row.field === null && row.start !== null ? t(($) => $.app.since, { date: format.date(row.start) }) : '',
    t(($) => $.register.update.last, { date: format.date(row.confirmed) }),
  ].filter(Boolean);
  const how = asking?.key === keyOf(row) ? asking.how : null;
  return (
    <li className="update-row" data-question={keyOf(row)} data-active={isActive || undefined}>
      <button
        type="button"
        className="update-name"
        tabIndex={isActive ? 0 : -1}
        onFocus={onFocus}
        onClick={() => show({ type: 'record', kind: row.kind, id: row.id })}
      >
        <span className="strong">{title}</span>
        <span className="faint small">{detail.join(' · ')}</span>
      </button>
      <span className="update-answers">
        {(['yes', 'changed', 'no'] as const).map((one) => (
          <Button
            key={one}
            size="xs"
            tabIndex={isActive ? 0 : -1}
            onClick={() => answer(row, one)}
            aria-label={`${title}: ${t(($) => $.register.update[one])}`}
          >
            {t(($) => $.register.update[one])}
          </Button>
        ))}
      </span>
      {how === 'no' && <EndForm label={title} last={last} onSend={onEnd} onCancel={onCancel} />}
      {how === 'changed' && <ChangeForm row={row} label={title} onSend={onChanged} onCancel={onCancel} />}
    </li>
  );
}

/** The keyboard among the questions: arrows walk, a letter answers, and after an answer the next one has the focus. */
function useQuestions(due: readonly Question[], answers: Answers, leave: (rows: readonly Question[], work: Promise<boolean>) => void) {
  const day = useView((view) => view.day);
  const [active, setActive] = useState<string | null>(null);
  const [asking, setAsking] = useState<Asking>(null);
  const [last, setLast] = useState<Ending | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const place = useRef(0);
  /** The keyboard was among the questions: when the one that had it is answered, the next one gets it. */
  const within = useRef(false);
  const found = due.findIndex((row) => keyOf(row) === active);
  const at = found >= 0 ? found : Math.min(place.current, Math.max(0, due.length - 1));
  useEffect(() => {
    place.current = at;
  }, [at]);
  const wanted = useRef(false);
  useLayoutEffect(() => {
    const isLost = within.current && document.activeElement === document.body;
    if (asking !== null || (!isLost && !wanted.current)) return;
    const row = due[at];
    wanted.current = false;
    if (row) list.current?.querySelector<HTMLElement>(`[data-question="${keyOf(row)}"] .update-name`)?.focus();
  });
  const goTo = (index: number) => {
    const row = due[Math.max(0, Math.min(due.length - 1, index))];
    if (!row) return;
    wanted.current = true;
    setActive(keyOf(row));
  };
  const answered = (rows: readonly Question[], work: Promise<boolean>) => {
    wanted.current = true;
    setAsking(null);
    leave(rows, work);
  };
  const answer = (row: Question, how: 'yes' | 'changed' | 'no') => {
    setActive(keyOf(row));
    if (how === 'yes') answered([row], answers.yes([row]));
    else setAsking({ key: keyOf(row), how });
  };
  const all = (row: Question) => {
    const own = due.filter((other) => other.container.id === row.container.id);
    answered(own, answers.yes(own));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const row = due[at];
    if (!row || event.ctrlKey || event.metaKey || event.altKey || (event.target as HTMLElement).closest('form')) return;
    const acts: Readonly<Record<string, () => void>> = {
      j: () => answer(row, 'yes'),
      y: () => answer(row, 'yes'),
      w: () => answer(row, 'changed'),
      n: () => answer(row, 'no'),
      J: () => all(row),
      Y: () => all(row),
      ArrowDown: () => goTo(at + 1),
      ArrowUp: () => goTo(at - 1),
      Home: () => goTo(0),
      End: () => goTo(due.length - 1),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  };
  return {
    at,
    asking,
    last: last ?? { end: day, reason: null },
    list,
    answer,
    all,
    onKeyDown,
    onFocus: () => {
      within.current = true;
    },
    onBlur: (event: FocusEvent) => {
      if (event.relatedTarget !== null && !list.current?.contains(event.relatedTarget)) within.current = false;
    },
    setActive,
    cancel: () => {
      wanted.current = true;
      setAsking(null);
    },
    end: (row: Question, ending: Ending) => {
      setLast(ending);
      answered([row], answers.no(row, ending));
    },
    changed: (row: Question, fields: Readonly<Record<string, unknown>>) => answered([row], answers.changed(row, fields)),
  };
}

/** What is answered goes from the list at once, so that a quick hand never answers it twice; what could not be written comes back. */
function useDue(rows: readonly Question[]) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [seen, setSeen] = useState(rows);
  if (seen !== rows) {
    setSeen(rows);
    // undone meanwhile: it is asked again
    setGone(new Set([...gone].filter((key) => key.startsWith('busy '))));
  }
  const swap = (own: readonly Question[], from: string, to: string | null) =>
    setGone((before) => {
      const after = new Set(before);
      for (const row of own) {
        after.delete(`${from}${keyOf(row)}`);
        if (to !== null) after.add(`${to}${keyOf(row)}`);
      }
      return after;
    });
  return {
    due: rows.filter((row) => row.isDue && !gone.has(keyOf(row)) && !gone.has(`busy ${keyOf(row)}`)),
    leave: (own: readonly Question[], work: Promise<boolean>) => {
      swap(own, '', 'busy ');
      void work.then((ok) => swap(own, 'busy ', ok ? '' : null));
    },
  };
}

const noRows: readonly Question[] = [];

function Head({ done, total }: { readonly done: number; readonly total: number }) {
  const t = useT();
  const format = useFormat();
  const day = useView((view) => view.day);
  const said = t(($) => $.register.update.progress, { n: done, total });
  return (
    <div className="page-head">
      <div className="page-title">
        <h1>{t(($) => $.register.update.title)}</h1>
        <p className="lead">{t(($) => $.register.update.lead, { day: format.day(day) })}</p>
        {total > 0 && (
          <div className="update-progress">
            <p role="status">
              {said}. {counted(t, ($) => $.register.update.left, total - done)}.
            </p>
            <Progress value={(done / total) * 100} aria-label={said} />
            <p className="faint small">{t(($) => $.register.update.keys)}</p>
          </div>
        )}
      </div>
    </div>
  );
}

export function UpdateScreen() {
  const t = useT();
  const networkId = useNetworkId();
  const at = useView((view) => view.day);
  const list = useOperation('confirmation.list', { networkId, at }, { keep: true });
  const only = useAttention(networkId, ['unconfirmed']);
  const all = list.data?.rows ?? noRows;
  // what was answered stays counted, so it is the kind that is kept and not who asks for attention now
  const rows = useMemo(() => (only.what === null ? all : all.filter((row) => row.kind === 'membership')), [all, only.what]);
  const { due, leave } = useDue(rows);
  const questions = useQuestions(due, useAnswers(), leave);
  if (!list.data) return null;
  const teams = [...Map.groupBy(due, (row) => row.container.id)];
  return (
    <div className="page update">
      <Head done={rows.length - due.length} total={rows.length} />
      <AttentionChip only={only} />
      {rows.length === 0 && <EmptyState title={t(($) => $.register.update.nothing)} text={t(($) => $.register.update.nothingText)} />}
      {rows.length > 0 && due.length === 0 && (
        <EmptyState title={t(($) => $.register.update.done)} text={t(($) => $.register.update.doneText, { total: rows.length })} />
      )}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: hears the letters that answer the question with the focus */}
      <div ref={questions.list} onKeyDown={questions.onKeyDown} onFocus={questions.onFocus} onBlur={questions.onBlur}>
        {teams.map(([id, own]) => (
          <section key={id} className="card update-team" aria-label={own[0]?.container.name}>
            <div className="update-head">
              <h2>{own[0]?.container.name}</h2>
              <Button size="xs" onClick={() => own[0] && questions.all(own[0])}>
                {t(($) => $.register.update.all, { name: own[0]?.container.name ?? '' })}
              </Button>
            </div>
            <ul>
              {own.map((row) => (
                <QuestionRow
                  key={keyOf(row)}
                  row={row}
                  isActive={due[questions.at] === row}
                  asking={questions.asking}
                  last={questions.last}
                  answer={questions.answer}
                  onFocus={() => questions.setActive(keyOf(row))}
                  onEnd={(ending) => questions.end(row, ending)}
                  onChanged={(fields) => questions.changed(row, fields)}
                  onCancel={questions.cancel}
                />
              ))}
            </ul>
          </section>
        ))}
      </div>
    </div>
  );
}
