/** A drawing as a file: pdf, svg or png, saved where the person says. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, useEffect } from 'react';
import type { Input } from '../../../shared/contract/index.ts';
import { useSaving } from '../../client/use-saving.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';

const formats = ['pdf', 'svg', 'png'] as const;
type Drawn = 'timeline.export' | 'spread.export' | 'activity.export';

interface Props<N extends Drawn> {
  readonly job: N;
  /** What the file is called, without what it ends in. */
  readonly name: string;
  readonly input: Omit<Input<N>, 'to' | 'format'>;
  /** What else there is to choose. */
  readonly children?: ReactNode;
}

export function PictureMenu<N extends Drawn>({ job: operation, name, input, children }: Props<N>) {
  const t = useT();
  const say = useView((view) => view.say);
  const { job, failure, isBusy, save } = useSaving(operation);
  const { value } = job;
  useEffect(() => {
    if (value) say(t(($) => $.yields.page.saved, { name: value.name }));
  }, [value, say, t]);
  useEffect(() => {
    if (failure) say(failure.message);
  }, [failure, say]);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" leftSection={<IconDownload size={16} stroke={1.6} />} loading={isBusy}>
          {t(($) => $.yields.page.save)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item key={format} onClick={() => void save(format, `${name}.${format}`, input)}>
            {t(($) => $.yields.page.formats[format])}
          </Menu.Item>
        ))}
        {children}
      </Menu.Dropdown>
    </Menu>
  );
}
