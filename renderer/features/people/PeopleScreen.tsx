/** The register of people: of the network in view, or of the whole portfolio. */
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { v7 as newId } from 'uuid';
import type { Output } from '../../../shared/contract/index.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useHost } from '../../client/host-context.tsx';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { datedColumns } from '../../ui/dated-columns.tsx';
import { PanelCheck, usePanelCheck } from '../../ui/PanelCheck.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { BridgeMark, PersonSign } from '../../ui/Sign.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type Format, useFormat, useT } from '../../ui/words.tsx';
import { ExchangeButtons, ThreeRoutes } from '../exchange/index.ts';
import { type Creation, useCellEditing, useRemoval } from '../record/index.ts';
import { SameRecords } from '../same/index.ts';
import { MembershipsTable } from './MembershipsTable.tsx';

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
  { id: 'name', field: 'name', header: t(($) => $.app.people.name), value: (row) => row.name, cell: (row) => <PersonCell row={row} /> },
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
  ...datedColumns<Row>(t, format, false),
  ...(['pseudonym', 'mail', 'phone'] as const).map(
    (field): Column<Row> => ({ id: field, field, away: true, header: t(($) => $.fields.name[field]), value: (row) => row[field] }),
  ),
  {
    id: 'education',
    field: 'education',
    away: true,
    header: t(($) => $.fields.name.education),
    value: (row) => (row.education === null ? null : t(($) => $.lists.education[row.education as 'hbo'])),
  },
];

function Tools({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const show = useView((view) => view.show);
  return (
    <>
      <PanelCheck name="people.ended" label={t(($) => $.app.table.withEnded)} />
      <PanelCheck name="people.whole" label={t(($) => $.app.table.whole)} />
      <ExchangeButtons kind="person" />
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

/** Whoever is written down in the list of a network takes part in it, as far as is known in the network as a whole. */
function useInNetwork(networkId: string, whole: boolean): Creation {
  const host = useHost();
  const day = useView((view) => view.day);
  return {
    field: 'name',
    preset: {},
    async also(id) {
      if (whole) return [];
      const outcome = await host.run('person.measure', { id, at: day });
      const { memberships } = outcome.ok ? (outcome.value as Output<'person.measure'>) : { memberships: [] };
      if (memberships.some((row) => row.network.id === networkId && row.presence !== 'no')) return [];
      return [{ kind: 'membership', id: newId(), isNew: true, fields: { personId: id, containerId: networkId, start: `[..${day}]` } }];
    },
  };
}

const tabs = ['people', 'memberships'] as const;
type Tab = (typeof tabs)[number];

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
  const editing = useCellEditing('person', useInNetwork(networkId, whole));
  const tab = (useView((view) => view.panels['people.tab']) as Tab | undefined) ?? 'people';
  const setPanel = useView((view) => view.setPanel);
  if (!list.data) return null;
  const ids = new Set(list.data.rows.map((row) => row.id));
  return (
    <section className="team room">
      <div className="team-head">
        <h1>{t(($) => $.app.rooms.people)}</h1>
      </div>
      <Tabs
        label={t(($) => $.app.rooms.people)}
        value={tab}
        tabs={tabs.map((value) => ({ value, label: t(($) => $.register.grid[value]) }))}
        onChange={(value) => setPanel('people.tab', value)}
      />
      <SameRecords kind="person" ids={ids} />
      <div className="team-body" role="tabpanel" aria-label={t(($) => $.register.grid[tab])}>
        {tab === 'memberships' && <MembershipsTable networkId={networkId} />}
        {tab === 'people' && (
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
            editing={editing}
          />
        )}
      </div>
    </section>
  );
}
