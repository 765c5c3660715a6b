/** Lists about the network and its teams. */
import type { Output } from '../../../shared/contract/index.ts';
import type { OpenListName } from '../../../shared/domain/lists.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { usePlace } from '../../ui/paths.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { RelatedList } from './RelatedList.tsx';
import type { RelatedProps } from './RelatedLists.tsx';
import { rangeWords, sideWords } from './relation-words.ts';
import { spanWords } from './span-words.ts';
import { useListWord } from './use-options.ts';

const useAt = (): string => useView((view) => view.day);

type SeatRow = Output<'seat.list'>['rows'][number];

/** 'leraar, School 1', what a seat is for. */
export function seatWords(t: Translate, word: (list: OpenListName, value: string | null) => string, row: SeatRow): string {
  const kind = row.organisationKind === null ? null : word('organisationKind', row.organisationKind);
  return [row.label, row.role?.name, row.organisation?.name ?? kind].filter(Boolean).join(', ') || t(($) => $.lists.seatKind[row.kind as 'seat']);
}

export function Seats({ id, homeId }: RelatedProps) {
  const t = useT();
  const word = useListWord();
  const at = useAt();
  const seats = useOperation('seat.list', homeId === null ? null : { networkId: homeId, at }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.seats)}
      add={{ kind: 'seat', preset: { containerId: id } }}
      rows={(seats.data?.rows ?? [])
        .filter((row) => row.container.id === id)
        .map((row) => ({ id: row.id, kind: 'seat', title: seatWords(t, word, row), side: rangeWords(t, row), presence: row.presence }))}
    />
  );
}

export function Rhythms({ id, homeId }: RelatedProps) {
  const t = useT();
  const at = useAt();
  const format = useFormat();
  const rhythms = useOperation('rhythm.list', homeId === null ? null : { networkId: homeId, at }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.rhythms)}
      add={{ kind: 'rhythm', preset: { networkId: homeId, units: [id] } }}
      rows={(rhythms.data?.rows ?? [])
        .filter((row) => row.units.some((unit) => unit.id === id))
        .map((row) => ({ id: row.id, kind: 'rhythm', title: row.name, side: spanWords(t, format, row), presence: row.presence }))}
    />
  );
}

export function Phases({ id, homeId }: RelatedProps) {
  const t = useT();
  const at = useAt();
  const format = useFormat();
  const phases = useOperation('phase.list', homeId === null ? null : { networkId: homeId, at }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.phases)}
      add={{ kind: 'phase', preset: { networkId: homeId, entityId: id } }}
      rows={(phases.data?.rows ?? [])
        .filter((row) => row.entity.id === id)
        .map((row) => ({ id: row.id, kind: 'phase', title: row.name, side: spanWords(t, format, row), presence: row.presence }))}
    />
  );
}

export function Relations({ id, homeId }: RelatedProps) {
  const t = useT();
  const at = useAt();
  const word = useListWord();
  const place = usePlace();
  const networkId = homeId ?? place.networkId;
  const relations = useOperation('relation.list', networkId === null ? null : { networkId, at, ended: true }, { keep: true });
  if (networkId === null) return null;
  return (
    <RelatedList
      title={t(($) => $.app.drawer.relations)}
      add={{ kind: 'relation', preset: { networkId, from: [{ entityId: id, roleId: null }] } }}
      rows={(relations.data?.rows ?? [])
        .filter((row) => [...row.from, ...row.to].some((side) => side.entityId === id))
        .map((row) => ({
          id: row.id,
          kind: 'relation',
          title: `${sideWords(t, row.from, row.fromMode)} ${word('relationKind', row.kind)} ${sideWords(t, row.to, row.toMode)}`,
          presence: row.presence,
        }))}
    />
  );
}

export function Participants({ id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const rows = useOperation('participation.list', { containerId: id, at: useAt(), ended: true }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.participants)}
      add={{ kind: 'participation', preset: { containerId: id } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'participation',
        title: row.organisation.name,
        side: spanWords(t, format, row),
        under: row.capacities.join(', '),
        presence: row.presence,
      }))}
    />
  );
}

export function TakesPart({ id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const rows = useOperation('participation.list', { organisationId: id, at: useAt(), ended: true }, { keep: true });
  const { networkId } = usePlace();
  return (
    <RelatedList
      title={t(($) => $.app.drawer.takesPart)}
      add={{ kind: 'participation', preset: { organisationId: id, ...(networkId === null ? {} : { containerId: networkId }) } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'participation',
        title: row.container.name,
        side: spanWords(t, format, row),
        under: row.capacities.join(', '),
        presence: row.presence,
      }))}
    />
  );
}

export function Links({ id }: RelatedProps) {
  const t = useT();
  const rows = useOperation('organisationLink.list', { organisationId: id });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.links)}
      add={{ kind: 'organisationLink', preset: { fromId: id, kind: 'partOf' } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'organisationLink',
        title: `${row.from.name} ${t(($) => $.lists.organisationLinkKind[row.kind as 'partOf'])} ${row.to.name}`,
      }))}
    />
  );
}

export function NetworkLinks({ id }: RelatedProps) {
  const t = useT();
  const rows = useOperation('networkLink.list', { networkId: id, at: useAt() }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.overview.links)}
      add={{ kind: 'networkLink', preset: { fromId: id, kind: 'partOf' } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'networkLink',
        title: `${row.from.name} ${t(($) => $.lists.networkLinkKind[row.kind as 'partOf'])} ${row.to.name}`,
        presence: row.presence,
      }))}
    />
  );
}

export function Principles({ id }: RelatedProps) {
  const t = useT();
  const rows = useOperation('principle.list', { networkId: id, at: useAt() }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.overview.principles)}
      add={{ kind: 'principle', preset: { networkId: id } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'principle',
        title: row.text,
        side: t(($) => $.lists.principleKind[row.kind as 'principle']),
        presence: row.presence,
      }))}
    />
  );
}
