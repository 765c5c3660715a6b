/** The whole register out, in the shape of the appendix of an evaluation. */
import { Button, Menu } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import type { NameStyle } from '../../../shared/domain/display-name.ts';
import type { CsvPreset } from '../../../shared/exchange/table.ts';
import { useSaving } from '../../client/use-saving.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useT } from '../../ui/words.tsx';
import { NamesMenu } from '../exchange/index.ts';

type Format = 'docx' | 'xlsx' | 'csv';

export function ActivityDownload({ networkId, planned }: { readonly networkId: string; readonly planned: boolean }) {
  const t = useT();
  const [names, setNames] = useState<NameStyle>('name');
  const saving = useSaving('activity.export');
  const { job, isBusy: busy, failure } = saving;
  const save = (format: Format, preset?: CsvPreset): Promise<void> =>
    saving.save(format, `${t(($) => $.activities.file)}.${format}`, { networkId, names, planned, ...(preset === undefined ? {} : { preset }) });
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button loading={busy} leftSection={<IconDownload size={16} stroke={1.6} />}>
            {t(($) => $.exchange.buttons.download)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => void save('docx')}>{t(($) => $.activities.screen.word)}</Menu.Item>
          <Menu.Item onClick={() => void save('xlsx')}>{t(($) => $.exchange.buttons.xlsx)}</Menu.Item>
          <Menu.Item onClick={() => void save('csv', 'excel')}>{t(($) => $.exchange.buttons.csvExcel)}</Menu.Item>
          <Menu.Item onClick={() => void save('csv', 'plain')}>{t(($) => $.exchange.buttons.csvPlain)}</Menu.Item>
          <NamesMenu names={names} setNames={setNames} />
        </Menu.Dropdown>
      </Menu>
      <div className="exchange-note" role="status">
        <ProgressLine job={job} label={t(($) => $.exchange.buttons.making)} />
        {job.value && !busy && <span className="faint small">{t(($) => $.exchange.buttons.saved, { name: job.value.name })}</span>}
        <FailureNote failure={failure} />
      </div>
    </>
  );
}
