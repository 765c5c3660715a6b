/** What can be said of anything: other names, figures, and who says so. */
import type { Output } from '../../../shared/contract/index.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useOperation } from '../../client/use-operation.ts';
import { capital, type Format, useFormat, useT } from '../../ui/words.tsx';
import { fieldWord } from './kinds.ts';
import { RelatedList } from './RelatedList.tsx';
import type { RelatedProps } from './RelatedLists.tsx';

export function OtherNames({ id }: RelatedProps) {
  const t = useT();
  const names = useOperation('otherName.list', { entityId: id });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.otherNames)}
      add={{ kind: 'otherName', preset: { entityId: id } }}
      rows={(names.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'otherName',
        title: row.name,
        side: t(($) => $.lists.otherNameKind[row.kind as 'short']),
        under: row.usedBy ?? '',
      }))}
    />
  );
}

type FigureRow = Output<'figure.list'>['rows'][number];

/** 'ongeveer 175 tot 4.813 per video', or why there is no number. */
export function figureWords(t: Translate, format: Format, row: FigureRow): string {
  if (row.state !== 'value') return t(($) => $.lists.figureState[row.state as 'unknown']);
  const { low, high } = row;
  if (low === null && high === null) return row.text ?? t(($) => $.app.unknown);
  const range =
    low !== null && high !== null && low !== high
      ? t(($) => $.app.relations.minMax, { min: format.number(low), max: format.number(high) })
      : format.number((low ?? high) as number);
  const before = row.moreThan ? t(($) => $.data.moreThan) : row.about ? t(($) => $.data.about) : '';
  const per = row.per === null ? '' : `${t(($) => $.fields.name.per).toLowerCase()} ${row.per}`;
  return [before, range, row.unit, per, row.period].filter(Boolean).join(' ');
}

export function Figures({ id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const figures = useOperation('figure.list', { entityId: id });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.figures)}
      add={{ kind: 'figure', preset: { entityId: id } }}
      rows={(figures.data?.rows ?? []).map((row) => ({ id: row.id, kind: 'figure', title: row.what, under: figureWords(t, format, row) }))}
    />
  );
}

export function Statements({ kind, id }: RelatedProps) {
  const t = useT();
  const format = useFormat();
  const said: Readonly<Record<string, (row: Output<'statement.list'>['rows'][number]) => string>> = {
    noView: () => t(($) => $.app.drawer.saysNothing),
    confirms: () => capital(t(($) => $.lists.statementKind.confirms)),
    notSame: (row) => `${capital(t(($) => $.lists.statementKind.notSame))} ${row.saidBy ?? ''}`.trim(),
  };
  const statements = useOperation('statement.list', { entityId: id });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.statements)}
      add={{ kind: 'statement', preset: { entityId: id } }}
      rows={(statements.data?.rows ?? []).map((row) => ({
        id: row.id,
        kind: 'statement',
        title: said[row.kind]?.(row) ?? row.value ?? row.source ?? fieldWord(t, kind, row.field ?? 'value'),
        side: row.date === null ? '' : format.date(row.date),
        under: [
          row.field === null ? '' : fieldWord(t, kind, row.field),
          row.kind === 'notSame' ? null : row.saidBy,
          row.value === null && said[row.kind] === undefined ? null : row.source,
          row.certainty === 'certain' ? '' : t(($) => $.lists.certainty[row.certainty as 'likely']),
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  );
}
