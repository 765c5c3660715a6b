/** Who sits in a team (or in the network as a whole), as of the day in view. */
import { Button } from '@mantine/core';
import { IconUserPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import type { Output } from '../../../shared/contract/index.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { DataTable } from '../../ui/DataTable.tsx';
import { datedColumns } from '../../ui/dated-columns.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useNetworkId } from '../../ui/paths.ts';
import { BridgeMark, PersonSign } from '../../ui/Sign.tsx';
import type { Column } from '../../ui/table-model.ts';
import { type Format, useFormat, useT } from '../../ui/words.tsx';
import { ExchangeButtons } from '../exchange/index.ts';
import { useCellEditing, useRemoval } from '../record/index.ts';

type Row = Output<'membership.list'>['rows'][number];

/** Who sits in more than one team of the network, on the day in view. */
export function useBridging(networkId: string): ReadonlySet<string> {
  const at = useView((view) => view.day);
  const people = useOperation('person.list', { networkId, at, ended: true }, { keep: true });
  const rows = people.data?.rows;
  return useMemo(() => new Set((rows ?? []).filter((row) => row.places.yes > 1).map((row) => row.id)), [rows]);
}

/** What a membership says, in a table of a team or of a network. */
export const memberColumns = (t: Translate, format: Format, bridging: ReadonlySet<string>): readonly Column<Row>[] => [
  {
    id: 'person',
    field: 'personId',
    header: t(($) => $.app.people.name),
    value: (row) => row.person,
    cell: (row) => (
      <span className="name-cell">
        <PersonSign
          kind={row.organisation?.kind ?? null}
          presence={row.presence}
          ring={bridging.has(row.personId)}
          appointed={row.appointed}
          {...(bridging.has(row.personId) ? { label: t(($) => $.app.table.bridging) } : {})}
        />
        <span className="strong">{row.person}</span>
        {row.appointed && <BridgeMark label={t(($) => $.app.table.appointed)} />}
        {row.presence !== 'yes' && <span className="tag">{t(row.presence === 'no' ? ($) => $.app.table.ended : ($) => $.app.table.perhaps)}</span>}
      </span>
    ),
  },
  {
    id: 'organisation',
    field: 'organisationId',
    header: t(($) => $.fields.own['membership.organisationId']),
    value: (row) => row.organisation?.name ?? null,
    countMissing: true,
  },
  {
    id: 'role',
    field: 'roles',
    header: t(($) => $.app.people.role),
    value: (row) => row.roles.map((role) => role.name).join(', ') || null,
    countMissing: true,
  },
  ...datedColumns<Row>(t, format),
  {
    id: 'hours',
    field: 'hoursPerWeek',
    away: true,
    header: t(($) => $.fields.name.hoursPerWeek),
    value: (row) => row.hoursPerWeek,
    cell: (row) => format.number(row.hoursPerWeek ?? 0),
    align: 'right',
  },
  {
    id: 'intensity',
    field: 'intensity',
    away: true,
    header: t(($) => $.fields.name.intensity),
    value: (row) => (row.intensity === null ? null : t(($) => $.lists.intensity[row.intensity as 'fixed'])),
  },
  {
    id: 'appointed',
    field: 'appointed',
    away: true,
    header: t(($) => $.fields.name.appointed),
    value: (row) => t(row.appointed ? ($) => $.app.yes : ($) => $.app.no),
  },
  {
    id: 'standing',
    field: 'standing',
    away: true,
    header: t(($) => $.fields.name.standing),
    value: (row) => t(($) => $.lists.standing[row.standing]),
  },
];

export function MembersTable({ containerId, name }: { readonly containerId: string; readonly name: string }) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const ended = useView((view) => view.panels['teams.endedMembers'] === 'yes');
  const { show, setPanel } = useView.getState();
  const ask = useRemoval((removal) => removal.ask);
  const list = useOperation('membership.list', { containerId, at, ended: true }, { keep: true });
  const networkId = useNetworkId();
  const bridging = useBridging(networkId);
  const columns = useMemo(() => memberColumns(t, format, bridging), [t, format, bridging]);
  const editing = useCellEditing('membership', { field: 'personId', preset: { containerId } });
  const all = list.data?.rows ?? [];
  const rows = ended ? all : all.filter((row) => row.presence !== 'no');
  const add = (
    <Button leftSection={<IconUserPlus size={16} stroke={1.6} />} onClick={() => show({ type: 'new', kind: 'membership', preset: { containerId } })}>
      {t(($) => $.app.teams.addMember)}
    </Button>
  );
  if (!list.data) return null;
  return (
    <DataTable
      name="members"
      label={t(($) => $.app.teams.members)}
      rows={rows}
      total={all.length}
      columns={columns}
      rowId={(row) => row.id}
      selects={(row) => [row.personId]}
      isFaint={(row) => row.presence === 'no'}
      onOpen={(row) => show({ type: 'record', kind: 'membership', id: row.id })}
      onRemove={(some) => ask(some.map((row) => ({ kind: 'membership', id: row.id })))}
      editing={editing}
      empty={
        <EmptyState
          title={containerId === networkId ? t(($) => $.app.teams.noMembersWhole) : t(($) => $.app.teams.noMembers, { name })}
          text={t(($) => $.app.teams.noMembersText)}
        >
          {add}
        </EmptyState>
      }
      tools={
        <>
          <label className="check">
            <input type="checkbox" checked={ended} onChange={(event) => setPanel('teams.endedMembers', event.currentTarget.checked ? 'yes' : 'no')} />
            {t(($) => $.app.table.withEnded)}
          </label>
          <ExchangeButtons kind="membership" />
          {rows.length > 0 && add}
        </>
      }
    />
  );
}
