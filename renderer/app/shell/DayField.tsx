/** 'Stand op': the day that everything on the screen is as of. Typed, stepped by a month, or chosen from a menu. */
import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconCalendar, IconChevronDown, IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { schoolYearOf } from '../../../shared/domain/edtf.ts';
import { readDay } from '../../../shared/domain/format-date.ts';
import { useOperation } from '../../client/use-operation.ts';
import { addMonths, today, useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';

function Typed() {
  const t = useT();
  const format = useFormat();
  const { day, setDay, say } = useView.getState();
  const shown = useView((view) => view.day);
  const [typed, setTyped] = useState<string | null>(null);
  const commit = () => {
    const read = typed === null || typed.trim() === '' ? day : readDay(typed);
    if (read === null) say(t(($) => $.app.day.wrong, { text: typed ?? '' }));
    else setDay(read);
    setTyped(null);
  };
  return (
    <label className="day-typed">
      <span className="day-label">{t(($) => $.app.day.label)}</span>
      <input
        id="as-of-day"
        aria-label={t(($) => $.app.day.label)}
        value={typed ?? format.day(shown)}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape' && typed !== null) {
            setTyped(null);
            event.stopPropagation();
          }
        }}
      />
    </label>
  );
}

function schoolYears(): readonly { year: string; end: string }[] {
  const now = Number(schoolYearOf(today()).slice(0, 4));
  return [0, 1, 2, 3, 4].map((back) => ({ year: `${now - back}-${now - back + 1}`, end: `${now - back + 1}-07-31` }));
}

function Choices() {
  const t = useT();
  const open = useView((view) => view.portfolio !== null);
  const setDay = useView((view) => view.setDay);
  const studies = useOperation('study.list', open ? {} : null);
  const years = studies.data?.studies.flatMap((study) => study.years) ?? [];
  return (
    <Menu width={260}>
      <Menu.Target>
        <ActionIcon aria-label={t(($) => $.app.day.choose)} className="day-step">
          <IconChevronDown size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => setDay(today())}>{t(($) => $.app.day.today)}</Menu.Item>
        {years.length > 0 && <Menu.Label>{t(($) => $.app.day.years)}</Menu.Label>}
        {years.map((year) => (
          <Menu.Item key={year.id} onClick={() => setDay(year.end)}>
            {year.name}
          </Menu.Item>
        ))}
        <Menu.Label>{t(($) => $.app.day.school)}</Menu.Label>
        {schoolYears().map(({ year, end }) => (
          <Menu.Item key={year} onClick={() => setDay(end)}>
            {t(($) => $.app.day.schoolYear, { year })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Stepper({ months }: { readonly months: 1 | -1 }) {
  const t = useT();
  const label = t(months < 0 ? ($) => $.app.day.earlier : ($) => $.app.day.later);
  const step = () => useView.getState().setDay(addMonths(useView.getState().day, months));
  return (
    <Tooltip label={`${label} (Alt ${months < 0 ? '↓' : '↑'})`}>
      <ActionIcon aria-label={label} onClick={step} className="day-step">
        {months < 0 ? <IconChevronLeft size={17} stroke={1.6} /> : <IconChevronRight size={17} stroke={1.6} />}
      </ActionIcon>
    </Tooltip>
  );
}

export function DayField() {
  const day = useView((view) => view.day);
  return (
    <div className="day" data-past={day < today() || undefined}>
      <IconCalendar size={17} stroke={1.6} aria-hidden="true" className="day-icon" />
      <Typed />
      <Choices />
      <Stepper months={-1} />
      <Stepper months={1} />
    </div>
  );
}
