/** The drawing as a file: the same scene as on the screen. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useCommand } from '../../client/use-command.ts';
import { useJob } from '../../client/use-job.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';

const formats = ['pdf', 'svg', 'png'] as const;

interface Props {
  readonly id: string;
  readonly name: string;
  readonly what: 'rings' | 'chain';
  readonly route: string | null;
}

export function SaveMenu({ id, name, what, route }: Props) {
  const t = useT();
  const at = useView((view) => view.day);
  const say = useView((view) => view.say);
  const ticket = useCommand('ticket.create');
  const job = useJob('spread.export');
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
    if (answer?.ticket)
      await job.start({ yieldId: id, at, what, ...(route === null || what === 'chain' ? {} : { route }), format, to: answer.ticket });
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
      </Menu.Dropdown>
    </Menu>
  );
}
