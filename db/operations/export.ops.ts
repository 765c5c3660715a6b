/** Tables and whole networks out, to Excel and text. */
import { strToU8 } from 'fflate';
import type { Output } from '../../shared/contract/index.ts';
import type { NameStyle } from '../../shared/domain/display-name.ts';
import { bounds } from '../../shared/domain/edtf.ts';
import type { Standing } from '../../shared/domain/lists.ts';
import { presenceOn } from '../../shared/domain/presence.ts';
import { closureOf } from '../../shared/exchange/closure.ts';
import { type ImportKind, importKinds, sheetName } from '../../shared/exchange/columns.ts';
import { Exporter } from '../../shared/exchange/export.ts';
import { kindsInOrder } from '../../shared/exchange/keys.ts';
import type { Stock, StoredRecord } from '../../shared/exchange/plan.ts';
import type { CsvPreset, Table } from '../../shared/exchange/table.ts';
import { listForm, networkForm } from '../../shared/exchange/template.ts';
import { translator } from '../../shared/i18n/index.ts';
import type { ReadHandle } from '../connection.ts';
import { homeOf } from '../repositories/record.repo.ts';
import { readStock } from '../repositories/stock.queries.ts';
import { Refusal } from '../safety/refusal.ts';
import type { JobContext, JobHandler, JobResult, Jobs } from './handler.ts';

interface FileInput {
  readonly format: 'xlsx' | 'csv';
  readonly preset?: CsvPreset | undefined;
  readonly names?: NameStyle | undefined;
  readonly networkId?: string | undefined;
  readonly at?: string | undefined;
  readonly template?: boolean | undefined;
}
type Made = JobResult<Output<'person.export'>>;
const tableKinds = ['person', 'organisation', 'membership', 'relation', 'seat', 'rhythm', 'unit'] as const;
type TableKind = (typeof tableKinds)[number];

/** The role that people are called by where they are not called by name: the first one they have. */
function rolesOf(stock: Stock): ReadonlyMap<string, string> {
  const names = new Map(stock.records.role.map((role) => [role.id, String(role.name)]));
  const roles = new Map<string, string>();
  for (const { personId, roles: [first] = [] } of stock.records.membership as readonly (StoredRecord & { roles?: string[] })[]) {
    const name = first === undefined ? undefined : names.get(first);
    if (name !== undefined && !roles.has(String(personId))) roles.set(String(personId), name);
  }
  return roles;
}

/** On a day only what is there then, or perhaps is; what has no dates is always there. */
const onDay =
  (at: string | undefined) =>
  (record: StoredRecord): boolean =>
    at === undefined ||
    !('start' in record) ||
    presenceOn(
      { ...bounds(record.start as string | null, record.end as string | null), standing: (record.standing as Standing | undefined) ?? 'actual' },
      at,
    ) !== 'no';

/** The records of a kind that a network has: people and organisations by their place in it. */
function recordsOf(
  handle: ReadHandle,
  stock: Stock,
  kind: TableKind,
  networkId: string | undefined,
  at: string | undefined,
): readonly StoredRecord[] {
  const there = stock.records[kind].filter(onDay(kind === 'organisation' ? undefined : at));
  if (networkId === undefined) return there;
  if (kind !== 'person' && kind !== 'organisation') return there.filter((record) => homeOf(handle, record.id) === networkId);
  const here = new Set<unknown>();
  const mine = (records: readonly StoredRecord[]) => records.filter((record) => homeOf(handle, record.id) === networkId).filter(onDay(at));
  for (const { personId, organisationId } of [...mine(stock.records.membership), ...mine(stock.records.participation)])
    here.add(personId).add(organisationId);
  for (const unit of mine(stock.records.unit)) here.add(unit.hostId);
  for (const employment of stock.records.employment) if (here.has(employment.personId)) here.add(employment.organisationId);
  return there.filter(({ id }) => here.has(id));
}

async function fileOf(tables: readonly Table[], name: string, { format, preset }: FileInput, rows: number): Promise<Made> {
  const bytes =
    format === 'csv'
      ? strToU8((await import('../../shared/exchange/csv.ts')).writeCsv(tables[0]?.rows ?? [], preset ?? 'excel'))
      : (await import('../../shared/exchange/write-workbook.ts')).writeWorkbook(tables);
  return { value: { name: `${name}.${format}`, bytes: bytes.byteLength, rows }, file: { name: `${name}.${format}`, bytes } };
}

const isList = (kind: TableKind): kind is ImportKind & TableKind => (importKinds as readonly string[]).includes(kind);

function exporterOf(handle: ReadHandle, { names, networkId }: FileInput, context: JobContext): { stock: Stock; exporter: Exporter; title: string } {
  context.progress(
    0,
    2,
    context.t(($) => $.data.reading),
  );
  const stock = readStock(handle);
  const network = stock.records.network.find(({ id }) => id === networkId);
  if (networkId !== undefined && !network) throw new Refusal('not_found', 'recordMissing', {}, ['networkId']);
  const title = network ? `${network.code} ${network.name}` : context.t(($) => $.exchange.files.whole);
  const exporter = new Exporter(stock, { t: translator(context.language), names: names ?? 'name', roleOf: rolesOf(stock) });
  context.checkpoint();
  context.progress(
    1,
    2,
    context.t(($) => $.data.writing),
  );
  return { stock, exporter, title };
}

const exportTable =
  (kind: TableKind): JobHandler<'person.export'> =>
  async (handle, input, context) => {
    const t = translator(context.language);
    if (input.template) {
      const tables = isList(kind) ? listForm(kind, t) : networkForm(t, [kind]);
      return fileOf(
        tables,
        t(($) => $.exchange.files.template, { name: sheetName(kind, t.language) }),
        input,
        0,
      );
    }
    const { stock, exporter, title } = exporterOf(handle, input, context);
    const records = recordsOf(handle, stock, kind, input.networkId, input.at);
    const table = isList(kind) ? exporter.list(kind, records) : exporter.sheet(kind, records);
    return fileOf([table], `${title} ${table.name.toLowerCase()}${input.at === undefined ? '' : ` ${input.at}`}`, input, records.length);
  };

const exportNetwork: JobHandler<'network.export'> = async (handle, input, context) => {
  const t = translator(context.language);
  if (input.template)
    return fileOf(
      networkForm(t),
      t(($) => $.exchange.files.template, { name: sheetName('network', t.language) }),
      input,
      0,
    );
  const { stock, exporter, title } = exporterOf(handle, input, context);
  const belongs = closureOf(stock, input.networkId ?? null, (id) => homeOf(handle, id));
  // the network itself first: that is what who opens the file looks for
  const kinds = [...kindsInOrder].sort((a, b) => Number(b === 'network') - Number(a === 'network'));
  const tables = kinds.map((kind) => exporter.sheet(kind, belongs[kind]));
  return fileOf(
    tables,
    title,
    input,
    kinds.reduce((sum, kind) => sum + belongs[kind].length, 0),
  );
};

export const exportJobs = {
  ...(Object.fromEntries(tableKinds.map((kind) => [`${kind}.export`, exportTable(kind)])) as unknown as {
    [N in `${TableKind}.export`]: JobHandler<N>;
  }),
  'network.export': exportNetwork,
} satisfies Partial<Jobs>;
