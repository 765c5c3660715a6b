/** Backups: which there are, making one now, and putting one back after one question. */
import { Button, Group, Modal } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useFormat, useT } from '../../ui/words.tsx';

type Backup = Output<'backup.list'>['backups'][number];

function Line({ backup, onRestore }: { readonly backup: Backup; readonly onRestore: () => void }) {
  const t = useT();
  const format = useFormat();
  const time = format.dateTime(backup.at);
  return (
    <li className="backup">
      <span>{time}</span>
      <span className="faint">
        {t(($) => $.app.settings.kinds[backup.kind])},{' '}
        {t(($) => $.app.settings.megabytes, { n: format.number(Math.round(backup.bytes / 104858) / 10) })}
      </span>
      <button type="button" className="link small" aria-label={`${t(($) => $.app.settings.restore)}: ${time}`} onClick={onRestore}>
        {t(($) => $.app.settings.restore)}
      </button>
    </li>
  );
}

export function BackupsCard() {
  const t = useT();
  const format = useFormat();
  const queries = useQueryClient();
  const list = useOperation('backup.list', {});
  const create = useCommand('backup.create');
  const restore = useCommand('backup.import');
  const [asked, setAsked] = useState<Backup | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const backups = list.data?.backups ?? [];
  // a backup is no change of the portfolio, so the host tells nothing
  const refresh = () => queries.invalidateQueries({ queryKey: ['backup.list'] });
  const make = async () => {
    const made = await create.run({});
    if (made) setDone(t(($) => $.app.settings.backupMade, { time: format.dateTime(made.at) }));
    await refresh();
  };
  const put = async (backup: Backup) => {
    setAsked(null);
    const result = await restore.run({ id: backup.id });
    if (result) setDone(t(($) => $.app.settings.restored, { name: result.setAside.split(/[\\/]/).at(-1) ?? result.setAside }));
    await queries.invalidateQueries();
  };
  return (
    <section className="card">
      <h2>{t(($) => $.app.settings.backups)}</h2>
      <div className="care">
        <p>{t(($) => $.app.settings.backupsText)}</p>
        <Button onClick={() => void make()} disabled={create.busy}>
          {t(($) => $.app.settings.backupNow)}
        </Button>
      </div>
      <FailureNote failure={create.failure ?? restore.failure} />
      {done !== null && (
        <p className="done-note" role="status">
          <IconCheck size={17} aria-hidden="true" />
          {done}
        </p>
      )}
      {list.data && backups.length === 0 && <p className="faint small">{t(($) => $.app.settings.backupNone)}</p>}
      <ul>
        {backups.map((backup) => (
          <Line key={backup.id} backup={backup} onRestore={() => setAsked(backup)} />
        ))}
      </ul>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        padding="lg"
        title={t(($) => $.app.settings.restoreTitle, { time: asked ? format.dateTime(asked.at) : '' })}
      >
        <p>{t(($) => $.app.settings.restoreText)}</p>
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button onClick={() => setAsked(null)} data-autofocus>
            {t(($) => $.app.cancel)}
          </Button>
          <Button variant="filled" onClick={() => asked && void put(asked)}>
            {t(($) => $.app.settings.restore)}
          </Button>
        </Group>
      </Modal>
    </section>
  );
}
