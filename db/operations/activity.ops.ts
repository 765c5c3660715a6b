/** The register of activities as a file: to Excel, text and Word, in the shape of the appendix of an evaluation. */
import { strToU8 } from 'fflate';
import type { Block, CaseDocument } from '../../shared/case/document.ts';
import type { Output, Parsed } from '../../shared/contract/index.ts';
import { formatDay } from '../../shared/domain/format-date.ts';
import { type ActivityTable, activityTable, isDone } from '../../shared/exchange/activity-table.ts';
import type { Table } from '../../shared/exchange/table.ts';
import type { Connection } from '../connection.ts';
import { listActivities, namesOfDoers } from '../repositories/activity.queries.ts';
import { getRecord } from '../repositories/record.repo.ts';
import type { JobContext, Jobs } from './handler.ts';

/** A pillar is a row of its own above what belongs to it; what is missing stands under the table. */
function sheetOf({ header, groups, missing }: ActivityTable, { t }: JobContext): Table {
  const under = missing.length === 0 ? [] : [[], [t(($) => $.activities.missing.title)], ...missing.map((line) => [line])];
  return {
    name: t(($) => $.activities.sheet),
    rows: [header, ...groups.flatMap(({ layer, rows }) => [[layer], ...rows]), ...under],
  };
}

function documentOf({ header, groups, missing }: ActivityTable, network: string, { t, language, today }: JobContext): CaseDocument {
  const asOf = t(($) => $.data.asOf, { date: formatDay(today, language) });
  const title = t(($) => $.activities.sheet);
  const tableOf = ({ layer, rows }: ActivityTable['groups'][number]): Block => ({
    kind: 'dataTable',
    title: layer,
    asOf: t(($) => $.activities.rows, { n: rows.length }),
    header,
    rows,
    note: null,
  });
  const line = (text: string): readonly Block[] => [{ kind: 'paragraph', runs: [{ text }] }];
  const { contents, figure, table, page, empty } = t.words.case;
  return {
    title,
    subtitle: `${network}, ${asOf}`,
    language,
    words: { contents, figure, table, page, empty, fromData: asOf },
    header: `${network} · ${title}`,
    wide: true,
    parts: [
      ...groups.map((group) => ({ title: group.layer, blocks: [tableOf(group)] })),
      ...(missing.length === 0
        ? []
        : [{ title: t(($) => $.activities.missing.title), blocks: [{ kind: 'list', ordered: false, items: missing.map(line) } satisfies Block] }]),
    ],
  };
}

/** The writers are loaded when asked for: most runs need none. */
async function bytesOf(
  table: ActivityTable,
  network: string,
  { format, preset }: Parsed<'activity.export'>,
  context: JobContext,
): Promise<Uint8Array> {
  if (format === 'docx') return (await import('../../shared/export/docx.ts')).writeDocx(documentOf(table, network, context));
  const sheet = sheetOf(table, context);
  if (format === 'csv') return strToU8((await import('../../shared/exchange/csv.ts')).writeCsv(sheet.rows, preset ?? 'excel'));
  return (await import('../../shared/exchange/write-workbook.ts')).writeWorkbook([sheet]);
}

async function exportActivities(
  handle: Connection,
  input: Parsed<'activity.export'>,
  context: JobContext,
): Promise<{ value: Output<'activity.export'>; file: { name: string; bytes: Uint8Array } }> {
  const { t } = context;
  context.progress(
    0,
    2,
    t(($) => $.data.reading),
  );
  const { code, name: called } = getRecord(handle, 'network', input.networkId);
  const network = `${code} ${called}`;
  const someone = t(($) => $.exchange.someone);
  const all = listActivities(handle, input.networkId, namesOfDoers(handle, input.networkId, input.names ?? 'name', someone));
  const activities = input.planned ? all : all.filter(isDone);
  context.checkpoint();
  context.progress(
    1,
    2,
    t(($) => $.data.writing),
  );
  const bytes = await bytesOf(activityTable(activities, t), network, input, context);
  const name = `${network} ${t(($) => $.activities.file)}.${input.format}`;
  return { value: { name, bytes: bytes.byteLength, rows: activities.length }, file: { name, bytes } };
}

export const activityJobs = { 'activity.export': exportActivities } satisfies Partial<Jobs>;
