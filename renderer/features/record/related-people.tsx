/** Lists about people: who sits where, who works where, role profiles. */
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { usePlace } from '../../ui/paths.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { RelatedList } from './RelatedList.tsx';
import type { RelatedProps } from './RelatedLists.tsx';
import { spanWords } from './span-words.ts';
import { Timeline } from './Timeline.tsx';

export function Memberships({ id }: RelatedProps) {
  const t = useT();
  const at = useView((view) => view.day);
  const person = useOperation('person.measure', { id, at }, { keep: true });
  const rows = person.data?.memberships ?? [];
  return (
    <RelatedList
      title={t(($) => $.app.drawer.whereWhen)}
      rows={rows.map((row) => ({ id: row.id, kind: 'membership', title: row.container.name }))}
      add={{ kind: 'membership', preset: { personId: id } }}
    >
      <Timeline rows={rows} />
    </RelatedList>
  );
}

export function Members({ id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const members = useOperation('membership.list', { containerId: id, at, ended: true }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.teams.members)}
      add={{ kind: 'membership', preset: { containerId: id } }}
      rows={(members.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'membership',
        title: row.person,
        side: spanWords(t, format, row),
        under: [row.roles.map((role) => role.name).join(', '), row.organisation?.name].filter(Boolean).join(', '),
        presence: row.presence,
      }))}
    />
  );
}

export function Employments({ id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const person = useOperation('person.measure', { id, at }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.employments)}
      add={{ kind: 'employment', preset: { personId: id } }}
      rows={(person.data?.employments ?? []).map((row) => ({
        id: row.id,
        kind: 'employment',
        title: row.organisation?.name ?? t(($) => $.app.unknown),
        side: spanWords(t, format, row),
        under: row.function ?? '',
        presence: row.presence,
      }))}
    />
  );
}

export function Staff({ id }: RelatedProps) {
  const t = useT();
  const at = useView((view) => view.day);
  const staff = useOperation('employment.list', { organisationId: id, at }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.staff)}
      add={{ kind: 'employment', preset: { organisationId: id } }}
      rows={(staff.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'employment',
        title: row.person.name,
        side: row.function ?? '',
        presence: row.presence,
      }))}
    />
  );
}

export function Profiles({ id }: RelatedProps) {
  const t = useT();
  const { networkId } = usePlace();
  const profiles = useOperation('roleProfile.list', networkId === null ? null : { networkId });
  const own = (profiles.data?.rows ?? []).filter((row) => row.role.id === id);
  if (networkId === null) return null;
  return (
    <RelatedList
      title={t(($) => $.app.drawer.profiles)}
      {...(own.length === 0 ? { add: { kind: 'roleProfile' as const, preset: { roleId: id, networkId } } } : {})}
      rows={own.map((row) => ({ id: row.id, kind: 'roleProfile', title: row.tasks ?? t(($) => $.app.unknown), under: row.responsibilities ?? '' }))}
    />
  );
}
