/** The register of people: of the network in view, or of the whole portfolio. */
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { datedColumns } from '../../ui/dated-columns.tsx';
import { PanelCheck, usePanelCheck } from '../../ui/PanelCheck.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { BridgeMark, PersonSign } from '../../ui/Sign.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type Format, useFormat, useT } from '../../ui/words.tsx';
import { ExchangeButtons, ThreeRoutes } from '../exchange/index.ts';
import { useRemoval } from '../record/index.ts';
import { SamePeople } from './SamePeople.tsx';

type Row = Output<'person.list'>['rows'][number];

function PersonCell({ row }: { readonly row: Row }) {
  const t = useT();
  const inMore = row.places.yes > 1;
  return (
    <span className="name-cell">
      <PersonSign
        kind={row.organisations[0]?.kind ?? null}
        presence={row.presence}
        ring={inMore}
        appointed={row.appointed}
        {...(inMore ? { label: t(($) => $.app.table.bridging) } : {})}
      />
      <span className="strong">{row.name}</span>
      {row.appointed && <BridgeMark label={t(($) => $.app.table.appointed)} />}
      {row.presence === 'perhaps' && <span className="tag">{t(($) => $.app.table.perhaps)}</span>}
    </span>
  );
}

const columnsOf = (t: Translate, format: Format): readonly Column<Row>[] => [
  { id: 'name', header: t(($) => $.app.people.name), value: (row) => row.name, cell: (row) => <PersonCell row={row} /> },
  {
    id: 'organisation',
    header: t(($) => $.app.people.organisation),
    value: (row) => row.organisations.map((item) => item.name).join(', ') || null,
    countMissing: true,
  },
  { id: 'role', header: t(($) => $.app.people.role), value: (row) => row.roles.map((role) => role.name).join(', ') || null, countMissing: true },
  {
    id: 'places',
    header: t(($) => $.app.people.places),
    value: (row) => format.count(row.places),
    order: (row) => row.places.yes + row.places.perhaps / 100,
    align: 'right',
  },
  ...datedColumns<Row>(t, format),
];

function Tools({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const show = useView((view) => view.show);
  return (
    <>
      <PanelCheck name="people.ended" label={t(($) => $.app.table.withEnded)} />
      <PanelCheck name="people.whole" label={t(($) => $.app.table.whole)} />
      <ExchangeButtons kind="person" />
      <Button onClick={() => show({ type: 'new', kind: 'membership', preset: { containerId: [] as string[] } })}>
        {t(($) => $.app.teams.addMember)}
      </Button>
      <Button
        leftSection={<IconUserPlus size={16} stroke={1.6} />}
        data-network={networkId}
        onClick={() => show({ type: 'new', kind: 'person', preset: {} })}
      >
        {t(($) => $.app.people.add)}
      </Button>
    </>
  );
}

export function PeopleScreen() {
  const t = useT();
  const format = useFormat();
  const networkId = useNetworkId();
  const at = useView((view) => view.day);
  const show = useView((view) => view.show);
  const ask = useRemoval((removal) => removal.ask);
  const ended = usePanelCheck('people.ended');
  const whole = usePanelCheck('people.whole');
  const list = useOperation('person.list', { ...(whole ? {} : { networkId }), at, ended }, { keep: true });
  const columns = useMemo(() => columnsOf(t, format), [t, format]);
  if (!list.data) return null;
  const ids = new Set(list.data.rows.map((row) => row.id));
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.people)}</h1>
      </div>
      <SamePeople ids={ids} />
      <div className="team-body">
        <DataTable
          name="people"
          label={t(($) => $.app.rooms.people)}
          rows={list.data.rows}
          total={list.data.total}
          columns={columns}
          rowId={(row) => row.id}
          isFaint={(row) => row.presence === 'no'}
          onOpen={(row) => show({ type: 'record', kind: 'person', id: row.id })}
          onRemove={(some) => ask(some.map((row) => ({ kind: 'person', id: row.id })))}
          empty={<ThreeRoutes />}
          tools={<Tools networkId={networkId} />}
        />
      </div>
    </section>
  );
}
