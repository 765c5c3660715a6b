import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';

interface Props {
  readonly title: string;
  readonly under?: string;
  readonly sign?: ReactNode;
}

/** Sign, name, what it is; back to what stood here before, and close. */
export function DrawerHead({ title, under, sign }: Props) {
  const t = useT();
  const deep = useView((view) => view.trail.length > 1);
  const { back, close } = useView.getState();
  return (
    <header className="drawer-head">
      {deep && (
        <Tooltip label={`${t(($) => $.app.drawer.back)} (Esc)`}>
          <ActionIcon aria-label={t(($) => $.app.drawer.back)} onClick={back}>
            <IconArrowLeft size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      )}
      {sign}
      <div className="drawer-name">
        <h2>{title}</h2>
        {under !== undefined && <p>{under}</p>}
      </div>
      <ActionIcon aria-label={t(($) => $.app.close)} onClick={close}>
        <IconX size={18} stroke={1.6} />
      </ActionIcon>
    </header>
  );
}
