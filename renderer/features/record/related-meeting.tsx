/** Lists of a meeting, of a yield, and of what stays. */
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { RelatedList } from './RelatedList.tsx';
import type { RelatedProps } from './RelatedLists.tsx';
import { spanWords } from './span-words.ts';

const useAt = (): string => useView((view) => view.day);

export function MeetingParts({ id }: RelatedProps) {
  const t = useT();
  const rows = useOperation('meetingPart.list', { meetingId: id });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.meetingParts)}
      add={{ kind: 'meetingPart', preset: { meetingId: id } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'meetingPart',
        title: row.name,
        side: row.time ?? '',
        under: row.units.map((unit) => unit.name).join(', '),
      }))}
    />
  );
}

export function Decisions({ id }: RelatedProps) {
  const t = useT();
  const rows = useOperation('decision.list', { meetingId: id });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.decisions)}
      add={{ kind: 'decision', preset: { meetingId: id } }}
      rows={(rows.data?.rows ?? []).map((row) => ({ id: row.id, kind: 'decision', title: row.text }))}
    />
  );
}

export function Actions({ id, homeId }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const rows = useOperation('action.list', { meetingId: id, at: useAt() });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.actions)}
      add={{ kind: 'action', preset: { meetingId: id, networkId: homeId } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'action',
        title: row.text,
        side: row.due === null ? '' : format.date(row.due),
        under: row.person?.name ?? '',
        presence: row.done === null && row.standing !== 'lapsed' ? 'yes' : 'no',
      }))}
    />
  );
}

export function MeetingObjects({ id }: RelatedProps) {
  const t = useT();
  const rows = useOperation('meetingObject.list', { meetingId: id });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.meetingObjects)}
      add={{ kind: 'meetingObject', preset: { meetingId: id } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'meetingObject',
        title: row.object.name,
        side: t(($) => $.lists.meetingObjectUse[row.use as 'used']),
      }))}
    />
  );
}

export function Qualities({ id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const rows = useOperation('quality.list', { yieldId: id });
  const scores = ['visibility', 'accessibility', 'usability', 'transferValue'] as const;
  return (
    <RelatedList
      title={t(($) => $.app.drawer.qualities)}
      add={{ kind: 'quality', preset: { yieldId: id } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'quality',
        title: row.date === null ? t(($) => $.app.unknown) : format.date(row.date),
        side: scores.map((score) => row[score] ?? '?').join(' · '),
        under: [row.by?.name, row.note].filter(Boolean).join(' · '),
      }))}
    />
  );
}

export function SpreadSteps({ id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const rows = useOperation('spread.list', { yieldId: id, at: useAt() }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.spread)}
      add={{ kind: 'spread', preset: { yieldId: id } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'spread',
        title: row.to?.name ?? row.audience ?? t(($) => $.app.unknown),
        side: spanWords(t, format, row),
        under: [t(($) => $.lists.spreadManner[row.how]), row.distance === null ? null : t(($) => $.lists.distance[row.distance as 'network'])]
          .filter(Boolean)
          .join(' · '),
        presence: row.presence,
      }))}
    />
  );
}

export function Embeddings({ id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const rows = useOperation('embedding.list', { entityId: id, at: useAt() }, { keep: true });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.embeddings)}
      add={{ kind: 'embedding', preset: { entityId: id } }}
      rows={(rows.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'embedding',
        title: t(($) => $.lists.embeddingForm[row.form as 'policy']),
        side: spanWords(t, format, row),
        under: row.organisation?.name ?? '',
        presence: row.presence,
      }))}
    />
  );
}
