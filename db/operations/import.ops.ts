/** Importing: looked at by doing it and taking it back, so that what is shown is what will happen. */
import type { Output } from '../../shared/contract/index.ts';
import type { ImportKind } from '../../shared/exchange/columns.ts';
import { planList, viewTable } from '../../shared/exchange/import.ts';
import type { Act, Plan, Stock } from '../../shared/exchange/plan.ts';
import { lineStates } from '../../shared/exchange/plan.ts';
import { ExchangeRefusal } from '../../shared/exchange/refusal.ts';
import type { ReadFile, Table } from '../../shared/exchange/table.ts';
import { translator } from '../../shared/i18n/index.ts';
import type { Connection, WriteHandle } from '../connection.ts';
import { newId } from '../repositories/new-id.ts';
import { createRecord, keepSlot, updateRecord } from '../repositories/record.repo.ts';
import { recordRules } from '../repositories/record.rules.ts';
import { readStock } from '../repositories/stock.queries.ts';
import { Refusal } from '../safety/refusal.ts';
import type { JobContext, JobHandler, JobResult, Jobs } from './handler.ts';

interface From {
  readonly from?: string | undefined;
  readonly text?: string | undefined;
  readonly apply?: boolean | undefined;
  readonly answers?: Readonly<Record<string, string>> | undefined;
}

type Common = Output<'network.import'>;

/** Runs what may refuse a file. @throws Refusal in the words of the portfolio */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExchangeRefusal) throw new Refusal('invalid_input', error.reason, { ...error.params }, ['from']);
    throw error;
  }
}

/** Loaded when asked for: the readers of workbooks and contacts are large and most runs need none. */
async function readGiven({ from, text }: From, context: JobContext): Promise<ReadFile> {
  const step = context.t(($) => $.exchange.screen.reading);
  context.progress(0, 0, step);
  const { readFile, readText } = await import('../../shared/exchange/read-file.ts');
  if (text !== undefined) return readText(text);
  if (from === undefined) throw new ExchangeRefusal('importNothing');
  return readFile(context.open(from));
}

function applyAct(handle: WriteHandle, act: Act): void {
  if (act.type === 'create') createRecord(handle, recordRules, act.kind, act.values as Record<string, unknown>, act.id);
  else if (Object.keys(act.values).length > 0) updateRecord(handle, recordRules, act.kind, act.id, act.values as Record<string, unknown>);
  if (act.slot !== undefined) keepSlot(handle, act.id, act.slot);
  if (act.created !== undefined && act.type === 'create')
    handle.run('UPDATE entity SET created_at = @at WHERE id = @id', { id: act.id, at: act.created });
}

/** What the portfolio would not take after all, with the line that asked for it. */
class LineTurnedDown extends Error {
  readonly act: Act;
  readonly refusal: Refusal;
  constructor(act: Act, refusal: Refusal) {
    super(refusal.reason);
    this.act = act;
    this.refusal = refusal;
  }
}

class TakeBack extends Error {}

type Planner = (stock: Stock, refused: ReadonlyMap<string, string>) => Plan;

/** The most lines that turn out impossible one by one, before the whole file is refused. */
const MOST_TURNED_DOWN = 100;

function writeActs(handle: WriteHandle, plan: Plan, context: JobContext): void {
  const step = context.t(($) => $.exchange.screen.writing);
  for (const [index, act] of plan.acts.entries()) {
    if (index % 100 === 0) {
      context.checkpoint();
      context.progress(index, plan.acts.length, step);
    }
    try {
      applyAct(handle, act);
    } catch (error) {
      throw error instanceof Refusal && error.code !== 'cancelled' ? new LineTurnedDown(act, error) : error;
    }
  }
}

const sentence = (refusal: Refusal, context: JobContext): string =>
  (context.t as (key: unknown, params: object) => string)(($: { errors: Record<string, string> }) => $.errors[refusal.reason], {
    field: refusal.path[0] ?? '',
    value: '',
    ...refusal.params,
  });

/** Plans and writes in one transaction; without `apply` it is taken back. A line that the portfolio refuses is left out, and all is done anew. */
function carryOut(planner: Planner, apply: boolean, context: JobContext): { plan: Plan; applied: boolean } {
  const refused = new Map<string, string>();
  for (;;) {
    let plan: Plan | undefined;
    try {
      context.write((handle) => {
        plan = planner(readStock(handle), refused);
        writeActs(handle, plan, context);
        if (!apply) throw new TakeBack();
        const count = plan.lines.filter(({ state }) => state === 'new' || state === 'changed').length;
        return { value: undefined, params: { count } };
      });
      return { plan: plan as unknown as Plan, applied: true };
    } catch (error) {
      if (error instanceof TakeBack) return { plan: plan as unknown as Plan, applied: false };
      if (!(error instanceof LineTurnedDown)) throw error;
      const why = sentence(error.refusal, context);
      if (refused.size >= MOST_TURNED_DOWN) throw new Refusal('invalid_input', 'importLine', { line: error.act.line, why });
      refused.set(`${error.act.table}:${error.act.line}`, why);
    }
  }
}

function summary(plan: Plan, applied: boolean, tables: readonly Table[], notes: Common['notes']): Common {
  const counts = Object.fromEntries(lineStates.map((state) => [state, plan.lines.filter((line) => line.state === state).length])) as Common['counts'];
  const created = new Set(plan.acts.filter(({ type }) => type === 'create').map(({ id }) => id));
  const changed = new Map(plan.acts.filter(({ type, id }) => type === 'update' && !created.has(id)).map(({ id, kind }) => [id, kind]));
  const kinds = [...new Set(plan.acts.map(({ kind }) => kind))];
  const records = kinds.map((kind) => ({
    kind,
    new: plan.acts.filter((act) => act.kind === kind && act.type === 'create').length,
    changed: [...changed.values()].filter((other) => other === kind).length,
  }));
  const lines = plan.lines.map(({ table, changes, remarks, ...line }) => ({
    ...line,
    sheet: tables[table]?.name ?? '',
    changes: [...changes],
    remarks: [...remarks],
  }));
  const questions = plan.questions.map((question) => ({ ...question, choices: [...question.choices] }));
  return { notes, counts, records: records.filter((record) => record.new + record.changed > 0), lines, questions, applied };
}

const stepOf = (context: JobContext) => {
  const step = context.t(($) => $.exchange.screen.reading);
  return (done: number, total: number): void => {
    context.checkpoint();
    context.progress(done, total, step);
  };
};

function importList<K extends ImportKind>(kind: K): JobHandler<`${K}.import`> {
  const handler: JobHandler<'person.import'> = (_connection, input, context) =>
    inWords(async () => {
      const file = await readGiven(input, context);
      const sheets = file.tables.map(({ name }) => name);
      const table =
        input.sheet === undefined
          ? (file.tables.find(({ rows }) => rows.length > 0) ?? file.tables[0])
          : file.tables.find(({ name }) => name === input.sheet);
      if (!table) throw new ExchangeRefusal('importNoSheet', { sheet: input.sheet ?? '' });
      const view = viewTable(kind, table, input.header, input.columns ?? {}, translator(context.language));
      const options = {
        answers: input.answers ?? {},
        t: translator(context.language),
        networkId: input.networkId ?? null,
        join: input.join ?? false,
        newId,
        today: context.today,
      };
      const { plan, applied } = carryOut(
        (stock, refused) => planList(kind, stock, table, view, { ...options, refused }, stepOf(context)),
        input.apply ?? false,
        context,
      );
      const columns = view.columns.map((column) => ({ ...column, samples: [...column.samples] }));
      const common = summary(
        plan,
        applied,
        [table],
        file.notes.map((note) => ({ ...note, params: { ...note.params } })),
      );
      return { value: { ...common, sheets, sheet: table.name, header: view.head >= 0, columns } };
    });
  return handler as unknown as JobHandler<`${K}.import`>;
}

async function importNetwork(_connection: Connection, input: From, context: JobContext): Promise<JobResult<Common>> {
  return inWords(async () => {
    const file = await readGiven(input, context);
    const { knownSheets, planSheets } = await import('../../shared/exchange/sheets.ts');
    const other = file.tables.filter((table) => knownSheets([table]) === 0).map(({ name }) => name);
    if (other.length === file.tables.length) throw new ExchangeRefusal('importNoKind');
    const options = { answers: input.answers ?? {}, t: translator(context.language), networkId: null, newId, today: context.today };
    const { plan, applied } = carryOut(
      (stock, refused) => planSheets(stock, file.tables, { ...options, refused }, stepOf(context)),
      input.apply ?? false,
      context,
    );
    const notes = file.notes.map((note) => ({ ...note, params: { ...note.params } }));
    const left = other.length > 0 ? [{ note: 'otherSheets', params: { sheets: other.join(', ') } }] : [];
    return { value: summary(plan, applied, file.tables, [...notes, ...left]) };
  });
}

export const importJobs = {
  'person.import': importList('person'),
  'organisation.import': importList('organisation'),
  'membership.import': importList('membership'),
  'relation.import': importList('relation'),
  'network.import': importNetwork,
} satisfies Partial<Jobs>;
