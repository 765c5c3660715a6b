/** The file of a yield: what it is, a copy of it, another one in its place, or none. */
import { Button } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { MOST_ATTACHED } from '../../../shared/contract/attachment.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { useJob } from '../../client/use-job.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useSaving } from '../../client/use-saving.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { capital, useFormat, useT } from '../../ui/words.tsx';
import './yield-file.css';

type File = NonNullable<Output<'attachment.get'>['file']>;

/** '340 kB', '2,4 MB' */
function useSize(): (bytes: number) => string {
  const format = useFormat();
  return (bytes) =>
    bytes < 1000
      ? `${bytes} B`
      : bytes < 999_500
        ? `${format.number(Math.round(bytes / 1000))} kB`
        : `${format.number(Math.round(bytes / 100_000) / 10)} MB`;
}

function Kept({ file }: { readonly file: File }) {
  const t = useT();
  const size = useSize();
  return (
    <p className="yield-file-name">
      <IconPaperclip size={16} stroke={1.7} aria-hidden="true" />
      <span>
        <b>{file.name}</b>
        {file.bytes !== null && (
          <span className="faint small">
            {capital(t(($) => $.attachment.about, { sort: t(($) => $.attachment.sorts[file.sort]), size: size(file.bytes) }))}
          </span>
        )}
        {file.state !== 'whole' && (
          <span className="field-error" role="status">
            {t(file.state === 'missing' ? ($) => $.attachment.missing : ($) => $.attachment.damaged)}
          </span>
        )}
      </span>
    </p>
  );
}

/** Asks for a file, keeps it, and remembers it while there is a question about it. */
function useChoosing(yieldId: string) {
  const ticket = useCommand('ticket.create');
  const job = useJob('attachment.import');
  const [from, setFrom] = useState<string | null>(null);
  return {
    job,
    failure: ticket.failure ?? job.failure,
    isDoubted: job.failure?.details?.reason === 'attachmentLies',
    async choose(): Promise<void> {
      job.clear();
      const answer = await ticket.run({ purpose: 'open', kind: 'file' });
      if (!answer?.ticket) return;
      setFrom(answer.ticket);
      await job.start({ yieldId, from: answer.ticket });
    },
    async anyway(): Promise<void> {
      if (from !== null) await job.start({ yieldId, from, anyway: true });
    },
  };
}

function useCopy(yieldId: string) {
  const { save, ...saving } = useSaving('attachment.export');
  return { ...saving, save: (name: string) => save('file', name, { yieldId }) };
}

export function YieldFile({ id }: { readonly id: string }) {
  const t = useT();
  const title = useId();
  const answer = useOperation('attachment.get', { yieldId: id });
  const choosing = useChoosing(id);
  const copy = useCopy(id);
  const away = useCommand('attachment.unlink');
  if (!answer.data) return null;
  const { file } = answer.data;
  const busy = choosing.job.state === 'running' || copy.job.state === 'running';
  return (
    <section className="yield-file" aria-labelledby={title}>
      <h3 id={title}>{t(($) => $.attachment.title)}</h3>
      {file === null ? <p className="faint small">{t(($) => $.attachment.hint, { limit: MOST_ATTACHED })}</p> : <Kept file={file} />}
      <div className="yield-file-acts no-print">
        {file?.state === 'whole' && (
          <Button size="xs" disabled={busy} onClick={() => void copy.save(file.name)}>
            {t(($) => $.attachment.save)}
          </Button>
        )}
        <Button size="xs" disabled={busy} onClick={() => void choosing.choose()}>
          {t(file === null ? ($) => $.attachment.choose : ($) => $.attachment.replace)}
        </Button>
        {file !== null && (
          <Button size="xs" variant="subtle" disabled={busy} onClick={() => void away.run({ yieldId: id })}>
            {t(($) => $.attachment.remove)}
          </Button>
        )}
      </div>
      <ProgressLine job={choosing.job} label={t(($) => $.attachment.busy)} />
      {copy.job.state === 'ended' && copy.job.value && (
        <p className="faint small" role="status">
          {t(($) => $.attachment.saved, { name: copy.job.value.name })}
        </p>
      )}
      <FailureNote failure={choosing.failure ?? copy.failure ?? away.failure}>
        {choosing.isDoubted && (
          <Button size="xs" onClick={() => void choosing.anyway()}>
            {t(($) => $.attachment.anyway)}
          </Button>
        )}
      </FailureNote>
    </section>
  );
}
