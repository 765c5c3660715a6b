/** Going through time by the days on which something changes: a step back, a step on, or playing. The day is that of the whole screen. */
import { useEffect, useEffectEvent, useState } from 'react';
import { addDays } from '../../../shared/domain/edtf.ts';
import { useView } from '../../state/view.store.ts';

const PACE = 1400;
/** Days before the first change and after the last one. */
const ROOM = 45;

export interface Time {
  readonly days: readonly string[];
  readonly day: string;
  readonly from: string;
  readonly to: string;
  readonly running: boolean;
  setDay(day: string): void;
  step(by: 1 | -1): void;
  play(on: boolean): void;
}

/** @param days on which something changes, the earliest first */
export function useTime(days: readonly string[]): Time {
  const day = useView((view) => view.day);
  const setDay = useView((view) => view.setDay);
  const [running, setRunning] = useState(false);
  const [first, last] = [days[0] ?? day, days.at(-1) ?? day];
  const before = addDays(first, -ROOM);
  const next = days.find((one) => one > day);

  const step = (by: 1 | -1): void => {
    const to = by === 1 ? next : (days.findLast((one) => one < day) ?? before);
    if (to !== undefined) setDay(to);
  };
  const play = (on: boolean): void => {
    // at the end it begins anew, from before there was anything
    if (on && next === undefined) setDay(before);
    setRunning(on && days.length > 0);
  };
  const tick = useEffectEvent(() => (next === undefined ? setRunning(false) : setDay(next)));
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step waits anew
  useEffect(() => {
    if (!running) return;
    const timer = setTimeout(() => tick(), PACE);
    return () => clearTimeout(timer);
  }, [running, day]);
  const least = before < day ? before : day;
  const after = addDays(last, ROOM);
  return {
    days,
    day,
    from: least,
    to: after > day ? after : day,
    running,
    setDay: (to) => {
      setRunning(false);
      setDay(to);
    },
    step: (by) => {
      setRunning(false);
      step(by);
    },
    play,
  };
}
