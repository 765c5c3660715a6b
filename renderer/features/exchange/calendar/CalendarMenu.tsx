/** Beside the list of meetings: the way in from a calendar. */
import { Button } from '@mantine/core';
import { IconCalendarDown } from '@tabler/icons-react';
import { useNavigate } from 'react-router';
import { useT } from '../../../ui/words.tsx';
import { importPath } from '../import-path.ts';

export function CalendarMenu({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const navigate = useNavigate();
  return (
    <Button leftSection={<IconCalendarDown size={16} stroke={1.6} />} onClick={() => navigate(importPath(networkId, 'calendar'))}>
      {t(($) => $.calendar.button)}
    </Button>
  );
}
