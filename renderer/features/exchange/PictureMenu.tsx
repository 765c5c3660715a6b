/** A drawing as a file: pdf, svg or png, saved where the person says. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { useJob } from '../../client/use-job.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';

const formats = ['pdf', 'svg', 'png'] as const;
type Drawn = 'timeline.export' | 'spread.export' | 'activity.export';

interface Props<N extends Drawn> {
  readonly job: N;
  /** What the file is called, without what it ends in. */
  readonly name: string;
  readonly input: Omit<Input<N>, 'format' | 'to'>;
  /** What else there is to choose. */
  readonly children?: ReactNode;
}

export function PictureMenu<N extends Drawn>({ job: operation, name, input, children }: Props<N>) {
  const t = useT();
  const say = useView((view) => view.say);
  const ticket = useCommand('ticket.create');
  const job = useJob(operation);
  const { value, failure } = job;
  const refused = ticket.failure ?? failure;
  useEffect(() => {
    if (value) say(t(($) => $.yields.page.saved, { name: value.name }));
  }, [value, say, t]);
  useEffect(() => {
    if (refused) say(refused.message);
  }, [refused, say]);
  const save = async (format: (typeof formats)[number]) => {
    const answer = await ticket.run({ purpose: 'save', kind: format, name: `${name}.${format}` });
    if (answer?.ticket) await job.start({ ...input, format, to: answer.ticket } as unknown as Input<N>);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" leftSection={<IconDownload size={16} stroke={1.6} />} loading={job.state === 'running'}>
          {t(($) => $.yields.page.save)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format)}>
            {t(($) => $.yields.page.formats[format])}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
