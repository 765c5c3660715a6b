/** Playing through time: the day goes on step by step and what changed in each step is marked; all keep their places. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useMemo, useState } from 'react';
import { layoutParts, slotsOf } from '../../../../shared/diagram/layout.ts';
import type { DiagramSlot } from '../../../../shared/diagram/model.ts';
import { type PlaySteps, playDays } from '../../../../shared/diagram/play-days.ts';
import { useHost } from '../../../client/host-context.tsx';
import { ask, keyOf } from '../../../client/operations.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { useT } from '../../../ui/words.tsx';
import { useCalled } from '../read/use-reading.ts';
import { type Against, useAgainst } from './use-compared.ts';

const PACE = 2500;

interface Playing {
  readonly days: readonly string[];
  readonly at: number;
  readonly running: boolean;
  /** Where it began, to go back to. */
  readonly home: { readonly day: string; readonly against: Against };
}

/** Each step shows what changed since the one before. */
const shownAgainst = ({ days, at }: Playing): Against => (at === 0 ? null : (days[at - 1] as string));

export interface Play {
  readonly playing: Playing | null;
  /** Places of everyone who was ever there; null while nothing plays. */
  readonly slots: readonly DiagramSlot[] | null;
  start(by: PlaySteps): Promise<void>;
  step(by: 1 | -1): void;
  pause(running: boolean): void;
  stop(): void;
}

/** @param ended as the day itself is asked for, so that each step is there when its turn comes */
export function usePlay(networkId: string, ended: boolean): Play {
  const names = useCalled(networkId);
  const t = useT();
  const host = useHost();
  const queries = useQueryClient();
  const { against, setAgainst } = useAgainst();
  const { setDay, say } = useView.getState();
  const day = useView((view) => view.day);
  const [playing, setPlaying] = useState<Playing | null>(null);
  const last = playing?.days.at(-1);
  const { data: ever } = useOperation('diagram.get', last === undefined ? null : { networkId, at: last, ever: true });
  const slots = useMemo(
    () => (ever ? slotsOf(layoutParts(ever, { colour: 'organisation', words: t.words.diagram, showEnded: true })) : null),
    [ever, t],
  );

  const show = (next: Playing): void => {
    setDay(next.days[next.at] as string);
    setAgainst(shownAgainst(next));
    setPlaying(next);
  };
  const stop = (): void => {
    if (!playing) return;
    setDay(playing.home.day);
    setAgainst(playing.home.against);
    setPlaying(null);
  };
  const step = (by: 1 | -1, running = false): void => {
    if (!playing) return;
    const at = Math.min(playing.days.length - 1, Math.max(0, playing.at + by));
    show({ ...playing, at, running: running && at < playing.days.length - 1 });
  };

  const tick = useEffectEvent(() => step(1, true));
  const { at = 0, running = false } = playing ?? {};
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step waits anew
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => tick(), PACE);
    return () => clearTimeout(timer);
  }, [running, at]);

  // whoever chooses another day meanwhile wants to be there
  const leave = useEffectEvent(() => {
    if (!playing || playing.days[playing.at] === day) return;
    // a saved view that was opened brings its own
    if (against === shownAgainst(playing)) setAgainst(playing.home.against);
    setPlaying(null);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the day changes
  useEffect(() => leave(), [day]);
  const end = useEffectEvent(() => stop());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another network is another place
  useEffect(() => () => end(), [networkId]);

  return {
    playing,
    slots: playing ? slots : null,
    step: (by) => step(by),
    stop,
    pause: (on) =>
      playing &&
      (on && playing.at === playing.days.length - 1 ? show({ ...playing, at: 0, running: true }) : setPlaying({ ...playing, running: on })),
    async start(by) {
      const { value } = await ask(host, 'diagram.list', { networkId });
      const days = playDays(value.days, by);
      if (days.length < 2) {
        say(t(($) => $.compare.play.noDates));
        return;
      }
      // all at hand, so that no step shows first without its signs
      await Promise.all(
        [...new Set([ended, false])].flatMap((flag) =>
          days.map((at) => {
            const input = { networkId, at, ended: flag, names };
            return queries.prefetchQuery({ queryKey: keyOf('diagram.get', input), queryFn: () => ask(host, 'diagram.get', input) });
          }),
        ),
      );
      show({ days, at: 0, running: true, home: { day, against } });
    },
  };
}
