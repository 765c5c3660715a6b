/** The bar on top: which network, as of when, search, what undo and redo would do, and that all is saved. */
import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { spotlight } from '@mantine/spotlight';
import { IconArrowBackUp, IconArrowForwardUp, IconCheck, IconDeviceFloppy, IconSearch } from '@tabler/icons-react';
import { type Steps, stepWords } from '../../ui/steps.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { DayField } from './DayField.tsx';
import type { OpenNetwork } from './Rail.tsx';

function SearchButton() {
  const t = useT();
  return (
    <button type="button" className="search" aria-label={t(($) => $.app.shell.search)} onClick={() => spotlight.open()}>
      <IconSearch size={17} stroke={1.6} aria-hidden="true" />
      <span className="search-word">{t(($) => $.app.shell.search)}</span>
      <kbd className="key">Ctrl K</kbd>
    </button>
  );
}

function StepButtons({ steps }: { readonly steps: Steps }) {
  const t = useT();
  const undo = steps.undo ? t(($) => $.app.shell.undo, { what: stepWords(t, steps.undo) }) : t(($) => $.app.shell.undoNothing);
  const redo = steps.redo ? t(($) => $.app.shell.redo, { what: stepWords(t, steps.redo) }) : t(($) => $.app.shell.redoNothing);
  return (
    <div className="steps">
      <Tooltip label={`${undo} (Ctrl Z)`}>
        <Button
          variant="subtle"
          className="step-undo"
          leftSection={<IconArrowBackUp size={17} stroke={1.6} />}
          aria-label={undo}
          aria-disabled={steps.undo === null}
          onClick={() => void steps.move('undo')}
        >
          <span className="step-word">{steps.undo ? undo : ''}</span>
        </Button>
      </Tooltip>
      <Tooltip label={`${redo} (Ctrl Shift Z)`}>
        <ActionIcon aria-label={redo} aria-disabled={steps.redo === null} onClick={() => void steps.move('redo')}>
          <IconArrowForwardUp size={17} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

function Saved({ at }: { readonly at: number | null }) {
  const t = useT();
  const format = useFormat();
  return (
    <p className="saved" data-none={at === null || undefined}>
      {at === null ? <IconDeviceFloppy size={16} stroke={1.6} aria-hidden="true" /> : <IconCheck size={16} stroke={1.6} aria-hidden="true" />}
      <span>{at === null ? t(($) => $.app.shell.savedNothing) : t(($) => $.app.shell.saved, { time: format.time(at) })}</span>
    </p>
  );
}

interface TopBarProps {
  readonly network: OpenNetwork | null;
  readonly title: string;
  readonly steps: Steps;
  readonly open: boolean;
}

export function TopBar({ network, title, steps, open }: TopBarProps) {
  return (
    <header className="top no-print">
      <div className="top-name">
        {network && <span className="code">{network.code}</span>}
        <span className="top-title">{network?.name ?? title}</span>
      </div>
      {open && (
        <>
          <DayField />
          <span className="top-space" />
          <SearchButton />
          <StepButtons steps={steps} />
          <Saved at={steps.savedAt} />
        </>
      )}
    </header>
  );
}
