/** Beside the list of meetings: in from a calendar, and out to one. */
import { Button, Menu } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useSaving } from '../../../client/use-saving.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { ProgressLine } from '../../../ui/ProgressLine.tsx';
import { counted, useT } from '../../../ui/words.tsx';
import '../exchange.css';
import { importPath } from '../import-path.ts';

interface Props {
  readonly networkId: string;
  /** Only what this team was in. */
  readonly unitId: string | null;
}

export function CalendarMenu({ networkId, unitId }: Props) {
  const t = useT();
  const navigate = useNavigate();
  const { job, failure, isBusy, save } = useSaving('calendar.export');
  const [people, setPeople] = useState(false);
  const out = () => save('ics', `${t(($) => $.calendar.menu)}.ics`, { networkId, people, ...(unitId === null ? {} : { unitId }) });
  const made = job.state === 'ended' ? job.value : null;
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button loading={isBusy} leftSection={<IconCalendarDown size={16} stroke={1.6} />}>
            {t(($) => $.calendar.menu)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => navigate(importPath(networkId, 'calendar'))}>{t(($) => $.calendar.button)}</Menu.Item>
          <Menu.Item onClick={() => void out()}>{t(($) => $.calendar.out)}</Menu.Item>
          <Menu.CheckboxItem checked={people} onChange={setPeople}>
            {t(($) => $.calendar.outPeople)}
          </Menu.CheckboxItem>
        </Menu.Dropdown>
      </Menu>
      <div className="exchange-note" role="status">
        <ProgressLine job={job} label={t(($) => $.calendar.outMaking)} />
        {made && (
          <span className="faint small">
            {counted(t, ($) => $.calendar.outMade, made.meetings, { name: made.name })}{' '}
            {made.undated > 0 && counted(t, ($) => $.calendar.outUndated, made.undated)}
          </span>
        )}
        <FailureNote failure={failure} />
      </div>
    </>
  );
}
