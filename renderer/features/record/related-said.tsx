/** What can be said of anything: other names, figures, and who says so. */
import type { Output } from '../../../shared/contract/index.ts';
import { figureWords } from '../../../shared/domain/figure-words.ts';
import { useOperation } from '../../client/use-operation.ts';
import { capital, useFormat, useT } from '../../ui/words.tsx';
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

export function Figures({ id }: RelatedProps) {
  const t = useT();
  const figures = useOperation('figure.list', { entityId: id });
  return (
    <RelatedList
      title={t(($) => $.app.drawer.figures)}
      add={{ kind: 'figure', preset: { entityId: id } }}
      rows={(figures.data?.rows ?? []).map((row) => ({ id: row.id, kind: 'figure', title: row.what, under: figureWords(t, row) }))}
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
