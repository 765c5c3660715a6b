/** What each command does. */
import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { z } from 'zod';
import { dayOf, failureOf } from '../../db/dispatch.ts';
import { Refusal } from '../../db/safety/refusal.ts';
import { contract, isOperation, type Output } from '../../shared/contract/index.ts';
import { timelineParts } from '../../shared/contract/timeline.ts';
import { schoolYearDays } from '../../shared/timeline/grid.ts';
import { makePortfolio, portfolioOptions } from '../host/portfolios.ts';
import { Refused, WrongUse } from './exits.ts';
import { resources, userData } from './places.ts';
import { cliContext, makesFile, orRefuse, type Session, withPortfolio } from './session.ts';

const print = (text: string): void => console.log(text);
const printJson = (value: unknown): void => print(JSON.stringify(value, null, 2));

/** `schakel new` and `schakel demo`. */
export function make(file: string, content: 'empty' | 'example'): void {
  const path = resolve(file);
  const name = basename(path).replace(/\.schakel$/, '');
  orRefuse(cliContext(), () => makePortfolio(path, name, content, resources, portfolioOptions(resources, userData()))).close();
  print(path);
}

/** `schakel check`: looks a portfolio through; refused with what is wrong. */
export async function check(file: string, options: { json?: boolean }): Promise<void> {
  const result = await withPortfolio(file, (session) => session.run('portfolio.check', {}));
  const { ok, checked, problems } = result as Output<'portfolio.check'>;
  if (options.json) printJson(result);
  else if (ok) print(`${checked} regels nagekeken: alles in orde. / ${checked} rows checked: all is well.`);
  if (ok) return;
  const message = problems.map((problem) => `${problem.where}: ${problem.what}`).join('\n');
  throw new Refused({ code: 'db_corrupt', message, details: { problems }, correlationId: 'check' });
}

/** `schakel operations`: every operation, with its JSON Schemas when asked for. */
export function operations(options: { json?: boolean }): void {
  const entries = Object.entries(contract).sort(([a], [b]) => (a < b ? -1 : 1));
  if (!options.json) {
    print(entries.map(([name, operation]) => `${name.padEnd(28)} ${operation.kind.padEnd(8)} ${operation.about}`).join('\n'));
    return;
  }
  const schema = (type: z.ZodType, io: 'input' | 'output') => z.toJSONSchema(type, { io, unrepresentable: 'any' });
  printJson(
    entries.map(([name, { kind, scope, about, input, output }]) => ({
      name,
      kind,
      scope,
      about,
      input: schema(input, 'input'),
      output: schema(output, 'output'),
    })),
  );
}

/** JSON as it is given: a text, `@file`, or `-` for standard input. @throws WrongUse */
function readInput(text: string | undefined): unknown {
  if (text === undefined) return {};
  const json = text === '-' ? readText(0) : text.startsWith('@') ? readText(text.slice(1)) : text;
  try {
    return JSON.parse(json);
  } catch (error) {
    throw new WrongUse(`--input is geen JSON / is not JSON: ${(error as Error).message}`);
  }
}

function readText(from: string | 0): string {
  try {
    return readFileSync(from, 'utf8');
  } catch (error) {
    throw new WrongUse(`--input is niet te lezen / cannot be read: ${(error as Error).message}`);
  }
}

/** `schakel run`: any operation, its value as JSON. */
export async function run(operation: string, options: { portfolio: string; input?: string; out?: string }): Promise<void> {
  const input = readInput(options.input);
  if (options.out !== undefined && isOperation(operation) && !makesFile(operation))
    throw new WrongUse(`${operation} maakt geen bestand, --out hoort hier niet / makes no file, --out does not belong here`);
  const value = await withPortfolio(options.portfolio, (session) => session.run(operation, input, options.out));
  if (options.out !== '-') printJson(value);
}

export interface ExportOptions {
  readonly portfolio: string;
  readonly network?: string;
  readonly year?: string;
  readonly at?: string;
  readonly format: string;
  readonly out: string;
  readonly colour?: string;
  readonly theme?: string;
  readonly names?: string;
  readonly view?: string;
  readonly preset?: string;
  readonly template?: boolean;
  readonly planned?: boolean;
  readonly compare?: string;
  readonly paper?: string;
  readonly orientation?: string;
  readonly title?: string;
  readonly source?: string;
  readonly date?: boolean;
  readonly legend?: boolean;
  readonly relations?: boolean;
  readonly width?: string;
  readonly dpi?: string;
  readonly yield?: string;
  readonly chain?: boolean;
  readonly people?: boolean;
}

const refuse = (reason: 'noNetwork' | 'noView' | 'noYear' | 'noYield', params: Record<string, string>): Refused =>
  new Refused(failureOf(new Refusal('not_found', reason, params), cliContext()));

async function networkByCode(session: Session, code: string | undefined): Promise<string> {
  const { networks } = (await session.run('network.list', {})) as Output<'network.list'>;
  const found = networks.find((network) => network.code === code) ?? (code === undefined && networks.length === 1 ? networks[0] : undefined);
  if (!found) throw refuse('noNetwork', { code: code ?? '' });
  return found.id;
}

async function yearByName(session: Session, name: string | undefined): Promise<{ id: string; end: string }> {
  const { studies } = (await session.run('study.list', {})) as Output<'study.list'>;
  const years = studies.flatMap((study) => study.years);
  const found = name === undefined ? years[0] : years.find((year) => year.name === name || String(year.number) === name);
  if (!found) throw refuse('noYear', { year: name ?? '' });
  return found;
}

const given = (options: ExportOptions, keys: readonly (keyof ExportOptions)[]): object =>
  Object.fromEntries(keys.filter((key) => options[key] !== undefined).map((key) => [key, options[key]]));

async function viewByName(session: Session, networkId: string, name: string): Promise<{ id: string; day: string | null }> {
  const { rows } = (await session.run('view.list', { networkId })) as Output<'view.list'>;
  const same = (one: string): boolean => one.toLocaleLowerCase() === name.trim().toLocaleLowerCase();
  const found = rows.find((row) => row.name === name) ?? rows.find((row) => same(row.name));
  if (!found) throw refuse('noView', { view: name });
  return found;
}

async function exportDiagram(session: Session, options: ExportOptions): Promise<void> {
  const networkId = await networkByCode(session, options.network);
  const view = options.view === undefined ? null : await viewByName(session, networkId, options.view);
  const year = options.year === undefined ? null : await yearByName(session, options.year);
  const at = options.at ?? year?.end ?? view?.day ?? dayOf(new Date());
  const input = {
    ...given(options, ['format', 'colour', 'theme', 'names', 'compare', 'orientation', 'title', 'source', 'date', 'legend', 'relations']),
    // as typed in lower case, and as text
    ...(options.paper === undefined ? {} : { paper: options.paper.toUpperCase() }),
    ...(options.width === undefined ? {} : { width: Number(options.width) }),
    ...(options.dpi === undefined ? {} : { dpi: Number(options.dpi) }),
  };
  await session.run('diagram.export', { networkId, at, viewId: view?.id ?? null, to: options.out, ...input }, options.out);
}

async function yieldByName(session: Session, networkId: string, name: string | undefined, at: string): Promise<string> {
  const { rows } = (await session.run('yield.list', { networkId, at })) as Output<'yield.list'>;
  const same = (one: string): boolean => one.toLocaleLowerCase() === name?.trim().toLocaleLowerCase();
  const found =
    rows.find((row) => row.name === name) ?? rows.find((row) => same(row.name)) ?? (name === undefined && rows.length === 1 ? rows[0] : undefined);
  if (!found) throw refuse('noYield', { name: name ?? '' });
  return found.id;
}

/** The olievlek of a yield, or with `--chain` its chain. */
async function exportSpread(session: Session, options: ExportOptions): Promise<void> {
  const networkId = await networkByCode(session, options.network);
  const at = options.at ?? (options.year === undefined ? dayOf(new Date()) : (await yearByName(session, options.year)).end);
  const yieldId = await yieldByName(session, networkId, options.yield, at);
  const paper = options.paper === undefined ? {} : { paper: options.paper.toUpperCase() };
  const input = { ...given(options, ['format', 'theme', 'names', 'orientation']), ...paper, what: options.chain ? 'chain' : 'rings' };
  await session.run('spread.export', { yieldId, at, to: options.out, ...input }, options.out);
}

/** Any school year, or one of the study by its number. */
async function schoolYearByName(session: Session, name: string): Promise<{ from?: string; until?: string }> {
  const [from, until] = schoolYearDays(/^\d{4}-\d{4}$/.test(name) ? `${name.slice(0, 4)}-08-01` : (await yearByName(session, name)).end);
  return { from, until };
}

/** The timeline of a network, of one school year where asked; with `--people` a bar for each person. */
async function exportTimeline(session: Session, options: ExportOptions): Promise<void> {
  const networkId = await networkByCode(session, options.network);
  const span = options.year === undefined ? {} : await schoolYearByName(session, options.year);
  const at = options.at ?? span.until ?? dayOf(new Date());
  const paper = options.paper === undefined ? {} : { paper: options.paper.toUpperCase() };
  const people = options.people ? { parts: [...timelineParts] } : {};
  const input = { ...given(options, ['format', 'theme', 'names', 'orientation', 'title', 'source']), ...paper, ...span, ...people };
  await session.run('timeline.export', { networkId, at, to: options.out, ...input }, options.out);
}

async function exportCase(session: Session, options: ExportOptions): Promise<void> {
  const networkId = await networkByCode(session, options.network);
  const year = await yearByName(session, options.year);
  const input = { networkId, researchYearId: year.id, to: options.out, ...given(options, ['format', 'at', 'names']) };
  await session.run('case.export', input, options.out);
}

/** What `schakel export` calls tables, and the operation behind each. */
const tables = {
  people: 'person',
  organisations: 'organisation',
  memberships: 'membership',
  relations: 'relation',
  seats: 'seat',
  rhythms: 'rhythm',
  teams: 'unit',
} as const;

const exportTable =
  (kind: (typeof tables)[keyof typeof tables]) =>
  async (session: Session, options: ExportOptions): Promise<void> => {
    const network = options.network === undefined ? {} : { networkId: await networkByCode(session, options.network) };
    const input = { to: options.out, ...network, ...given(options, ['format', 'at', 'names', 'preset', 'template']) };
    await session.run(`${kind}.export`, input, options.out);
  };

async function exportNetwork(session: Session, options: ExportOptions): Promise<void> {
  const networkId = options.template ? undefined : await networkByCode(session, options.network);
  const input = { to: options.out, ...(networkId === undefined ? {} : { networkId }), ...given(options, ['format', 'names', 'template']) };
  await session.run('network.export', input, options.out);
}

/** The register of activities as a table; with `--format svg`, `pdf` or `png` its timeline. */
async function exportActivities(session: Session, options: ExportOptions): Promise<void> {
  const networkId = await networkByCode(session, options.network);
  const paper = options.paper === undefined ? {} : { paper: options.paper.toUpperCase() };
  const input = { ...given(options, ['format', 'names', 'preset', 'planned', 'theme', 'orientation', 'title', 'source']), ...paper };
  await session.run('activity.export', { networkId, to: options.out, ...input }, options.out);
}

/** The meetings of a network as a calendar; with `--names name` also who was asked. */
async function exportCalendar(session: Session, options: ExportOptions): Promise<void> {
  const networkId = await networkByCode(session, options.network);
  const input = {
    networkId,
    to: options.out,
    format: 'ics',
    ...(options.at === undefined ? {} : { from: options.at }),
    people: options.names === 'name',
  };
  await session.run('calendar.export', input, options.out);
}

/** `schakel export case|diagram|spread|timeline|network|activities|calendar|portfolio|people …`. */
export async function exportWhat(what: string, options: ExportOptions): Promise<void> {
  const writers: Readonly<Record<string, (session: Session, options: ExportOptions) => Promise<unknown>>> = {
    case: exportCase,
    diagram: exportDiagram,
    spread: exportSpread,
    timeline: exportTimeline,
    network: exportNetwork,
    activities: exportActivities,
    calendar: exportCalendar,
    ...Object.fromEntries(Object.entries(tables).map(([name, kind]) => [name, exportTable(kind)])),
    portfolio: (session) => session.run('portfolio.export', { to: options.out }, options.out),
  };
  const writer = Object.hasOwn(writers, what) ? writers[what] : undefined;
  if (!writer) throw new WrongUse(`export kent / knows: ${Object.keys(writers).join(', ')}`);
  await withPortfolio(options.portfolio, (session) => writer(session, options));
  if (options.out !== '-') print(resolve(options.out));
}
