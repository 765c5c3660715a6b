/** The slider over time: a dot for each step, and playing. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPlayerPause, IconPlayerPlay } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { addDays, daysBetween } from '../../../shared/domain/edtf.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import type { Time } from './use-time.ts';

interface Props {
  readonly time: Time;
  /** Of each step the earliest day that it can have been taken. */
  readonly marks: readonly string[];
  /** Places on the day. */
  readonly places: number;
}

const first = (text: string): string => `${text.slice(0, 8)}01`;

/** Firsts of months that lie about evenly, at most six. */
function ticks(from: string, to: string): readonly string[] {
  const months = Math.max(1, Math.ceil(daysBetween(from, to) / 30.4 / 6));
  const days: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1)
    for (let month = 1; month <= 12; month += 1)
      if ((year * 12 + month - 1) % months === 0) days.push(`${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-01`);
  return days.filter((day) => day > first(from) && day <= to);
}

export function TimeSlider({ time, marks, places }: Props) {
  const t = useT();
  const format = useFormat();
  const { from, to, day, running } = time;
  const length = Math.max(1, daysBetween(from, to));
  const share = (at: string): string => `${(daysBetween(from, at) / length) * 100}%`;
  const label = t(running ? ($) => $.yields.time.pause : ($) => $.yields.time.play);
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = event.key === 'ArrowRight' || event.key === 'ArrowUp' ? 1 : event.key === 'ArrowLeft' || event.key === 'ArrowDown' ? -1 : 0;
    if (by === 0 || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    time.step(by);
  };
  return (
    <div className="yield-time no-print" role="group" aria-label={t(($) => $.yields.time.group)}>
      <Tooltip label={label}>
        <ActionIcon size={36} radius="xl" variant="default" aria-label={label} onClick={() => time.play(!running)}>
          {running ? <IconPlayerPause size={18} stroke={1.6} /> : <IconPlayerPlay size={18} stroke={1.6} />}
        </ActionIcon>
      </Tooltip>
      <div className="yield-track">
        <div className="yield-marks" aria-hidden="true">
          {marks.map((mark, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may share a day
            <i key={index} data-ahead={mark > day || undefined} style={{ left: share(mark) }} />
          ))}
        </div>
        <input
          type="range"
          aria-label={t(($) => $.yields.time.slider)}
          aria-valuetext={counted(t, ($) => $.yields.time.step, places, { day: format.day(day) })}
          min={0}
          max={length}
          value={daysBetween(from, day)}
          onChange={(event) => time.setDay(addDays(from, Number(event.currentTarget.value)))}
          onKeyDown={onKeyDown}
        />
        <div className="yield-ticks" aria-hidden="true">
          {ticks(from, to).map((tick) => (
            <span key={tick} style={{ left: share(tick) }}>
              {format.date(tick.slice(0, 7))}
            </span>
          ))}
        </div>
        <output className="yield-day" style={{ left: share(day) }}>
          {format.date(day)}
        </output>
      </div>
    </div>
  );
}
