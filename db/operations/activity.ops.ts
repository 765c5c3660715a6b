/** The register of activities as a file: to Excel, text and Word in the shape of the appendix of an evaluation, and its timeline as a picture. */
import { strToU8 } from 'fflate';
import type { Block, CaseDocument } from '../../shared/case/document.ts';
import type { Output, Parsed } from '../../shared/contract/index.ts';
import { activityPictureFormats } from '../../shared/contract/yield.ts';
import { formatDay } from '../../shared/domain/format-date.ts';
import { type Activity, type ActivityTable, activityTable, isDone } from '../../shared/exchange/activity-table.ts';
import type { Table } from '../../shared/exchange/table.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import { activityScene } from '../../shared/timeline/activity-scene.ts';
import type { Connection } from '../connection.ts';
import { listActivities, namesOfDoers } from '../repositories/activity.queries.ts';
import { wordOf } from '../repositories/list-words.ts';
import { getRecord } from '../repositories/record.repo.ts';
import { drawn } from './drawn.ts';
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

type Choices = Parsed<'activity.export'>;
type PictureFormat = (typeof activityPictureFormats)[number];
type Made = { value: Output<'activity.export'>; file: { name: string; bytes: Uint8Array } };

/** As wide as a window, so that it looks as it did there; px. */
const WIDTH = 1200;
/** Pixels per px of the drawing: enough for print at the size of the screen. */
const PNG_SCALE = 2;
const isPicture = (format: Choices['format']): format is PictureFormat => (activityPictureFormats as readonly string[]).includes(format);

/** The writers are loaded when asked for: most runs need none. */
async function bytesOf(table: ActivityTable, network: string, { format, preset }: Choices, context: JobContext): Promise<Uint8Array> {
  if (format === 'docx') return (await import('../../shared/export/docx.ts')).writeDocx(documentOf(table, network, context));
  const sheet = sheetOf(table, context);
  if (format === 'csv') return strToU8((await import('../../shared/exchange/csv.ts')).writeCsv(sheet.rows, preset ?? 'excel'));
  return (await import('../../shared/exchange/write-workbook.ts')).writeWorkbook([sheet]);
}

function chosen(handle: Connection, { networkId, names, planned, layerId, kind }: Choices, t: Translate): readonly Activity[] {
  const someone = t(($) => $.exchange.someone);
  return listActivities(handle, networkId, namesOfDoers(handle, networkId, names ?? 'name', someone)).filter(
    (one) =>
      (planned || isDone(one)) &&
      (layerId === undefined || (one.layer?.id ?? null) === layerId) &&
      (kind === undefined || (one.of === kind.of && one.kind === kind.kind)),
  );
}

/** 'Alleen: Pijler Kennis, webinar'; nothing where it is the whole register. */
function choiceWords(handle: Connection, { layerId, kind }: Choices, t: Translate): string | undefined {
  const layer = layerId === undefined ? [] : [layerId === null ? t(($) => $.activities.noLayer) : getRecord(handle, 'layer', layerId).name];
  const kinds = kind === undefined ? [] : [wordOf(handle, kind.of === 'meeting' ? 'meetingKind' : 'yieldForm', kind.kind, t)];
  const what = [...layer, ...kinds].join(', ');
  return what === '' ? undefined : t(($) => $.activityDrawing.choice, { what });
}

/** The timeline of the register, as on the screen. */
async function exportPicture(handle: Connection, input: Choices, format: PictureFormat, context: JobContext): Promise<Made> {
  const { t, language, today } = context;
  const { code, name } = getRecord(handle, 'network', input.networkId);
  const activities = chosen(handle, input, t);
  const when = t(($) => $.data.asOf, { date: formatDay(today, language) });
  const { title, source } = input;
  const choice = choiceWords(handle, input, t);
  const scene = activityScene(activities, { t, width: WIDTH, header: { code, name, when }, choice, title, source });
  const { value, file } = await drawn(context, { ...input, format, at: today }, PNG_SCALE, () => scene);
  return { value: { ...value, rows: activities.length, drawn: scene.marks.length, undated: scene.undated }, file };
}

async function exportTable(handle: Connection, input: Choices, context: JobContext): Promise<Made> {
  const { t } = context;
  context.progress(
    0,
    2,
    t(($) => $.data.reading),
  );
  const { code, name: called } = getRecord(handle, 'network', input.networkId);
  const network = `${code} ${called}`;
  const activities = chosen(handle, input, t);
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

const exportActivities = (handle: Connection, input: Choices, context: JobContext): Promise<Made> =>
  isPicture(input.format) ? exportPicture(handle, input, input.format, context) : exportTable(handle, input, context);

export const activityJobs = { 'activity.export': exportActivities } satisfies Partial<Jobs>;
