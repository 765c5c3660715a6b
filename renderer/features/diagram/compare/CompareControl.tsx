/** 'Vergelijken met': a date, a quick choice, or the plan; clearly on while it is on. */
import { ActionIcon, Button, Popover, TextInput, Tooltip } from '@mantine/core';
import { IconArrowsDiff, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { schoolYearOf } from '../../../../shared/domain/edtf.ts';
import { readDay } from '../../../../shared/domain/format-date.ts';
import { addMonths, useView } from '../../../state/view.store.ts';
import { useFormat, useT } from '../../../ui/words.tsx';
import { type Against, useAgainst } from './use-compared.ts';

const SIZE = 16;

interface Choice {
  readonly label: string;
  readonly against: Against;
}

function useChoices(): Choice[] {
  const t = useT();
  const day = useView((view) => view.day);
  const [from = '', to = ''] = schoolYearOf(day).split('-');
  const choices: Choice[] = [
    { label: t(($) => $.compare.yearEarlier), against: addMonths(day, -12) },
    { label: t(($) => $.compare.schoolYearStart), against: `${from}-08-01` },
    { label: t(($) => $.compare.schoolYearEnd), against: `${to}-07-31` },
    { label: t(($) => $.compare.withPlan), against: 'plan' },
  ];
  return choices.filter((choice) => choice.against !== day);
}

function DayInput({ onDay }: { onDay(day: string): void }) {
  const t = useT();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState(false);
  const commit = (): void => {
    const day = readDay(typed);
    if (day === null) setWrong(true);
    else onDay(day);
  };
  return (
    <TextInput
      size="xs"
      data-autofocus
      label={t(($) => $.compare.day)}
      description={t(($) => $.compare.dayHelp)}
      error={wrong && t(($) => $.app.day.wrong, { text: typed })}
      value={typed}
      onChange={(event) => {
        setTyped(event.currentTarget.value);
        setWrong(false);
      }}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}

export function CompareControl() {
  const t = useT();
  const format = useFormat();
  const { against, setAgainst } = useAgainst();
  const [open, setOpen] = useState(false);
  const choices = useChoices();
  const choose = (next: Against): void => {
    setAgainst(next);
    setOpen(false);
  };
  const day = against === null || against === 'plan' ? null : format.day(against);
  const label = against === null ? t(($) => $.compare.with) : day === null ? t(($) => $.compare.withPlan) : t(($) => $.compare.withDay, { day });
  return (
    <div className="diagram-compare">
      <Popover opened={open} onChange={setOpen} trapFocus returnFocus shadow="none" position="bottom-start" withinPortal>
        <Popover.Target>
          <Button
            size="xs"
            variant={against === null ? 'default' : 'filled'}
            aria-haspopup="dialog"
            leftSection={<IconArrowsDiff size={SIZE} stroke={1.6} />}
            onClick={() => setOpen(!open)}
          >
            {label}
          </Button>
        </Popover.Target>
        <Popover.Dropdown aria-label={t(($) => $.compare.with)} className="diagram-choices">
          <DayInput onDay={choose} />
          {choices.map((choice) => (
            <Button key={choice.label} size="xs" variant="subtle" justify="start" onClick={() => choose(choice.against)}>
              {choice.label}
              {choice.against !== 'plan' && choice.against !== null && <span className="diagram-choice-day">{format.day(choice.against)}</span>}
            </Button>
          ))}
        </Popover.Dropdown>
      </Popover>
      {against !== null && (
        <Tooltip label={`${t(($) => $.compare.stop)} (Esc)`}>
          <ActionIcon size={30} aria-label={t(($) => $.compare.stop)} onClick={() => setAgainst(null)}>
            <IconX size={SIZE} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
    </div>
  );
}
