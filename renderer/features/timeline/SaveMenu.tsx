/** The timeline as a file: what is shown, with the names that the reader may have. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { NameStyle } from '../../../shared/domain/display-name.ts';
import { useCommand } from '../../client/use-command.ts';
import { useJob } from '../../client/use-job.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';
import { NamesMenu } from '../exchange/index.ts';
import type { TimelineView } from './use-timeline.ts';

const formats = ['pdf', 'svg', 'png'] as const;

export function SaveMenu({ networkId, view, title }: { readonly networkId: string; readonly view: TimelineView; readonly title: string }) {
  const t = useT();
  const say = useView((store) => store.say);
  const [names, setNames] = useState<NameStyle>('name');
  const ticket = useCommand('ticket.create');
  const job = useJob('timeline.export');
  const { value, failure } = job;
  const refused = ticket.failure ?? failure;
  useEffect(() => {
    if (value) say(t(($) => $.yields.page.saved, { name: value.name }));
  }, [value, say, t]);
  useEffect(() => {
    if (refused) say(refused.message);
  }, [refused, say]);
  const save = async (format: (typeof formats)[number]) => {
    const answer = await ticket.run({ purpose: 'save', kind: format, name: `${title}.${format}` });
    if (!answer?.ticket) return;
    const { at, from, until, parts, folded, unfolded } = view;
    const span = from === undefined || until === undefined ? {} : { from, until };
    await job.start({ networkId, at, ...span, parts: [...parts], folded: [...folded], unfolded: [...unfolded], names, format, to: answer.ticket });
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
        <NamesMenu names={names} setNames={setNames} />
      </Menu.Dropdown>
    </Menu>
  );
}
