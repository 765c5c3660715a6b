/** From a file to what is in it: choosing it, looking, taking it in, and what came of it. Lists and calendars alike. */
import { Button } from '@mantine/core';
import { type Icon, IconCircleCheck } from '@tabler/icons-react';
import { type ReactNode, useEffect, useRef } from 'react';
import type { Words } from '../../../shared/i18n/index.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useSteps } from '../../ui/steps.ts';
import { counted, useT } from '../../ui/words.tsx';
import type { TakingInState } from './use-taking-in.ts';

const wordsOf = { list: (words: Words) => words.exchange.screen, calendar: (words: Words) => words.calendar } as const;

interface Of<S> {
  readonly about: keyof typeof wordsOf;
  readonly state: TakingInState<S>;
}

/** What scrolls may have nothing in it to go to: by itself it must be reached, or the keyboard cannot scroll it. */
export const reachable = (labelledBy: string) => ({ role: 'group', tabIndex: 0, 'aria-labelledby': labelledBy });

/** @param isFile what is on screen was chosen, and not pasted */
export function ChooseFile({
  icon: Sign,
  isFile,
  state,
}: {
  icon: Icon;
  isFile: boolean;
  state: TakingInState<unknown> & { open(): Promise<void> };
}) {
  const t = useT();
  return (
    <div className="import-source">
      <Button variant="filled" leftSection={<Sign size={17} stroke={1.6} />} onClick={() => void state.open()}>
        {t(($) => $.exchange.screen.choose)}
      </Button>
      {isFile && state.seen && <span role="status">{t(($) => $.exchange.screen.fileReady)}</span>}
    </div>
  );
}

/** @param what comes of it, in words; '' where nothing does */
export function Apply({ about, state, what }: Of<unknown> & { readonly what: string }) {
  const t = useT();
  const of = wordsOf[about];
  return (
    <>
      <div className="import-apply">
        <Button variant="filled" disabled={what === '' || state.isBusy} loading={state.write.state === 'running'} onClick={state.apply}>
          {what === '' ? t(($) => of($).applyNothing) : t(($) => of($).apply, { what })}
        </Button>
        <span className="faint">{what === '' ? t(($) => of($).nothingText) : t(($) => $.exchange.screen.undoHint)}</span>
      </div>
      <ProgressLine job={state.write} label={t(($) => of($).writing)} />
    </>
  );
}

interface Props<S> extends Of<S> {
  readonly source: ReactNode;
  readonly whatOf: (done: S) => string;
  readonly onBack: () => void;
  /** What would happen. */
  readonly children: ReactNode;
}

function Done<S extends Taken>({ about, state, whatOf, onBack, done }: Props<S> & { readonly done: S }) {
  const t = useT();
  const of = wordsOf[about];
  const steps = useSteps();
  const focus = useRef<HTMLDivElement>(null);
  useEffect(() => focus.current?.focus(), []);
  const { doubt = 0, refused = 0, skipped = 0 } = done.counts;
  const left = doubt + refused + skipped;
  return (
    <div className="card import-step" ref={focus} tabIndex={-1} role="status">
      <p className="done-note">
        <IconCircleCheck size={18} stroke={1.6} aria-hidden="true" />
        {t(($) => of($).done, { what: whatOf(done) })} {left > 0 && counted(t, ($) => of($).doneLeft, left)}
      </p>
      <div className="import-source">
        <Button variant="filled" onClick={onBack}>
          {t(($) => of($).back)}
        </Button>
        <Button onClick={() => void steps.move('undo').then(state.again)}>{t(($) => $.exchange.screen.undo)}</Button>
        <Button onClick={state.again}>{t(($) => $.exchange.screen.again)}</Button>
      </div>
    </div>
  );
}

interface Taken {
  readonly applied: boolean;
  readonly counts: Readonly<Partial<Record<'doubt' | 'refused' | 'skipped', number>>>;
}

export function TakingIn<S extends Taken>(props: Props<S>) {
  const t = useT();
  const { look, write, failure, seen } = props.state;
  if (write.state === 'ended' && write.value?.applied) return <Done {...props} done={write.value} />;
  return (
    <>
      {props.source}
      <ProgressLine job={look} label={t(($) => $.exchange.screen.reading)} />
      <FailureNote failure={failure} />
      {seen && props.children}
    </>
  );
}
