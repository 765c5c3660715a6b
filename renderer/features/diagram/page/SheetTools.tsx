/** 'Blad' and 'Kopiëren als plaatje' in the toolbar. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconCopy, IconFileSettings } from '@tabler/icons-react';
import { useT } from '../../../ui/words.tsx';
import type { Output } from './use-output.ts';
import { useSheet } from './use-sheet.ts';

export function SheetTools({ output }: { readonly output: Output }) {
  const t = useT();
  const { open, setOpen } = useSheet();
  const copy = t(($) => $.compare.sheet.copy);
  return (
    <>
      <Tooltip label={copy}>
        <ActionIcon variant="default" size={30} aria-label={copy} onClick={() => void output.copy()}>
          <IconCopy size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Button
        variant={open ? 'filled' : 'default'}
        size="xs"
        aria-pressed={open}
        title={t(($) => $.compare.sheet.open)}
        leftSection={<IconFileSettings size={16} stroke={1.6} />}
        onClick={() => setOpen(!open)}
      >
        {t(($) => $.compare.sheet.open)}
      </Button>
    </>
  );
}
