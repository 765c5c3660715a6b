/** Which view is open, what can be put on it, and the way out. */
import { ActionIcon, Button } from '@mantine/core';
import { IconArrowUpRight, IconNote, IconSquareDashed, IconX } from '@tabler/icons-react';
import { viewNoteKinds } from '../../../../shared/domain/lists.ts';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { useT } from '../../../ui/words.tsx';
import type { Reading } from '../read/use-reading.ts';
import { useNotes } from './use-notes.ts';

const icons = { note: IconNote, arrow: IconArrowUpRight, frame: IconSquareDashed } as const;

export function ViewBanner({ reading, viewport }: { readonly reading: Reading; readonly viewport: Viewport }) {
  const t = useT();
  const notes = useNotes(reading, viewport);
  const { view } = reading;
  if (!view) return null;
  return (
    <div className="reading-line">
      <strong>{t(($) => $.reading.views.current, { name: view.name })}</strong>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t(($) => $.reading.views.close)} onClick={() => reading.openView(null)}>
        <IconX size={16} />
      </ActionIcon>
      <span>{t(($) => $.reading.notes.add)}</span>
      {viewNoteKinds.map((kind) => {
        const Icon = icons[kind];
        return (
          <Button key={kind} variant="default" size="compact-xs" leftSection={<Icon size={14} stroke={1.6} />} onClick={() => void notes.add(kind)}>
            {t(($) => $.reading.notes[kind])}
          </Button>
        );
      })}
    </div>
  );
}
