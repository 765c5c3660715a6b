/** Beside a table: a file in, and what is in the table out. */
import { Button, Menu } from '@mantine/core';
import { IconDownload, IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Input, NamesOf } from '../../../shared/contract/index.ts';
import type { NameStyle } from '../../../shared/domain/display-name.ts';
import type { CsvPreset } from '../../../shared/exchange/table.ts';
import { useSaving } from '../../client/use-saving.ts';
import { useView } from '../../state/view.store.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { useT } from '../../ui/words.tsx';
import './exchange.css';
import { type ImportWhat, importPath, importWhats } from './import-path.ts';
import { NamesMenu } from './NamesMenu.tsx';

const exported = ['person', 'organisation', 'membership', 'relation', 'seat', 'rhythm', 'unit'] as const;
type Exported = (typeof exported)[number];

/** Whether there is a table of a kind to download. */
export const isExported = (kind: string): kind is Exported => (exported as readonly string[]).includes(kind);

type ExportName = Extract<NamesOf<'job'>, `${Exported | 'network'}.export`>;

interface Choice {
  readonly format: 'xlsx' | 'csv';
  readonly preset?: CsvPreset;
  readonly template?: boolean;
}

function useDownload(name: ExportName, names: NameStyle) {
  const t = useT();
  const networkId = useNetworkId();
  const at = useView((view) => view.day);
  const { save, ...saving } = useSaving(name);
  return {
    ...saving,
    save: ({ format, ...choice }: Choice): Promise<void> => {
      const what = name.split('.')[0] as Exported | 'network';
      const day = what === 'network' || choice.template ? {} : { at };
      const input = { networkId, names, ...choice, ...day } as Input<typeof name>;
      return save(format, `${t(($) => $.lists.entityKinds[what])}.${format}`, input);
    },
  };
}

/** @param kind what the table is about */
export function ExchangeButtons({ kind }: { readonly kind: Exported }) {
  const t = useT();
  const navigate = useNavigate();
  const networkId = useNetworkId();
  const [names, setNames] = useState<NameStyle>('name');
  const table = useDownload(`${kind}.export`, names);
  const network = useDownload('network.export', names);
  const what = (importWhats as readonly string[]).includes(kind) ? (kind as ImportWhat) : null;
  const busy = table.isBusy || network.isBusy;
  const made = [table.job, network.job].find((job) => job.state === 'ended' && job.value);
  const item = (label: string, choice: Choice) => <Menu.Item onClick={() => void table.save(choice)}>{label}</Menu.Item>;
  return (
    <>
      {what !== null && (
        <Button leftSection={<IconUpload size={16} stroke={1.6} />} onClick={() => navigate(importPath(networkId, what))}>
          {t(($) => $.exchange.buttons.import)}
        </Button>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Button loading={busy} leftSection={<IconDownload size={16} stroke={1.6} />}>
            {t(($) => $.exchange.buttons.download)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {item(
            t(($) => $.exchange.buttons.xlsx),
            { format: 'xlsx' },
          )}
          {item(
            t(($) => $.exchange.buttons.csvExcel),
            { format: 'csv', preset: 'excel' },
          )}
          {item(
            t(($) => $.exchange.buttons.csvPlain),
            { format: 'csv', preset: 'plain' },
          )}
          {item(
            t(($) => $.exchange.buttons.template),
            { format: 'xlsx', template: true },
          )}
          <Menu.Item onClick={() => void network.save({ format: 'xlsx' })}>{t(($) => $.exchange.buttons.network)}</Menu.Item>
          <NamesMenu names={names} setNames={setNames} />
        </Menu.Dropdown>
      </Menu>
      <div className="exchange-note" role="status">
        <ProgressLine job={table.isBusy ? table.job : network.job} label={t(($) => $.exchange.buttons.making)} />
        {made && !busy && <span className="faint small">{t(($) => $.exchange.buttons.saved, { name: made.value?.name ?? '' })}</span>}
        <FailureNote failure={table.failure ?? network.failure} />
      </div>
    </>
  );
}
