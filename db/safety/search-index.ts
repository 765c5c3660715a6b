/**
 * The index that finds any text: SQLite's own (FTS5), with diacritics folded and words found by how they begin. Triggers note
 * what changed, whatever changes it, and at the end of the transaction that is read anew: FTS5 writes to disk at every
 * statement within a trigger, which made an import four times as slow. The index is filled anew whenever the triggers are.
 */
import type Database from 'better-sqlite3';

interface Indexed {
  /** What a record is called: counts for more. */
  readonly name?: readonly string[];
  readonly body?: readonly string[];
  /** Rows of another table that are part of the record: what to write after `it`, as SQL, and when it changes. */
  readonly parts?: { readonly table: string; readonly owner: string; readonly column: string; readonly words: string };
}

/** What an editor's document says: text of one paragraph is in pieces wherever its looks change, also within a word. */
const CASE_WORDS = `coalesce((
  SELECT group_concat(said, ' ') FROM (
    SELECT group_concat(piece.atom, '' ORDER BY piece.id) AS said FROM case_part, json_tree(case_part.body) AS piece
    WHERE case_part.case_id = it.id AND piece.key = 'text' AND piece.type = 'text'
    GROUP BY case_part.part, rtrim(piece.path, ']0123456789') ORDER BY case_part.position, case_part.part, min(piece.id))), '')`;

/** Per table the columns with words in them; a list is kept as JSON, of which only the words count. */
const indexed: Readonly<Record<string, Indexed>> = {
  network: {
    name: ['code', 'name'],
    body: ['region', 'province', 'place', 'theme', 'goal', 'question', 'context', 'history', 'funder', 'boundary', 'size'],
  },
  network_link: { body: ['note'] },
  principle: { name: ['text'] },
  layer: { name: ['name'], body: ['note'] },
  unit: { name: ['name'], body: ['theme', 'question', 'tranche', 'note'] },
  rhythm: { name: ['name'], body: ['note'] },
  phase: { name: ['name'], body: ['note'] },
  organisation: { name: ['name'], body: ['place', 'brin', 'note'] },
  organisation_link: { body: ['note'] },
  relation: { body: ['note'] },
  seat: { name: ['label'], body: ['note'] },
  channel: { name: ['name'], body: ['used_for', 'valued', 'note'] },
  person: { name: ['name'], body: ['pseudonym', 'mail', 'phone', 'years_in_education', 'expertise', 'strengths', 'note'] },
  employment: { body: ['function'] },
  role: { name: ['name'], body: ['note'] },
  role_profile: { body: ['tasks', 'responsibilities'] },
  membership: { body: ['role_view', 'motivation', 'left_reason', 'note'] },
  participation: { body: ['capacities', 'why', 'note'] },
  other_name: { name: ['name'], body: ['used_by'] },
  statement: { body: ['value', 'source', 'note'] },
  figure: { name: ['what'], body: ['unit', 'per', 'period', 'text'] },
  study: { name: ['name'], body: ['question', 'note'] },
  research_year: { name: ['name'], body: ['focus'] },
  collection_item: { body: ['note'] },
  view: { name: ['name'], body: ['note'] },
  view_note: { body: ['text'] },
  meeting: { name: ['name'], body: ['place', 'target_groups', 'sources', 'note'] },
  meeting_part: { name: ['name'], body: ['note'] },
  decision: { name: ['text'], body: ['note'] },
  action: { name: ['text'], body: ['note'] },
  yield: { name: ['name'], body: ['description', 'target_groups', 'version', 'link', 'file_name', 'note'] },
  quality: { body: ['note'] },
  spread: { body: ['audience', 'distance_reason', 'note'] },
  embedding: { body: ['note'] },
  case_description: { parts: { table: 'case_part', owner: 'case_id', column: 'body', words: CASE_WORDS } },
};

/** The tables that a search looks in, by which a screen knows when to look again. */
export const searchedTables: readonly string[] = Object.entries(indexed).flatMap(([table, { parts }]) => [table, ...(parts ? [parts.table] : [])]);

const words = (columns: readonly string[] | undefined, row: string): string =>
  columns === undefined ? "''" : `concat_ws(' ', ${columns.map((column) => `${row}."${column}"`).join(', ')})`;

/** The triggers of one table that note a record; a record without words of its own has no words to change. */
function triggersOn(table: string, columns: readonly string[], source: string, key: string): string {
  const note = (row: 'NEW' | 'OLD') => `BEGIN INSERT OR IGNORE INTO search_dirty (source, id) VALUES ('${source}', ${row}.${key}); END;`;
  const changed = columns.map((column) => `"${column}"`).join(', ') || 'id';
  return `
    DROP TRIGGER IF EXISTS search_${table}_insert;
    CREATE TRIGGER search_${table}_insert AFTER INSERT ON "${table}" ${note('NEW')}
    DROP TRIGGER IF EXISTS search_${table}_update;
    CREATE TRIGGER search_${table}_update AFTER UPDATE OF ${changed} ON "${table}" ${note('NEW')}
    DROP TRIGGER IF EXISTS search_${table}_delete;
    CREATE TRIGGER search_${table}_delete AFTER DELETE ON "${table}" ${note('OLD')}`;
}

const triggersOf = (table: string, { name = [], body = [], parts }: Indexed): string =>
  triggersOn(table, [...name, ...body], table, 'id') + (parts ? triggersOn(parts.table, [parts.column], table, parts.owner) : '');

/** Puts the words of a table in the index. @param among which of its rows, as SQL over `it` */
function fillFrom(table: string, { name, body, parts }: Indexed, among: string): string {
  const rest = parts?.words ?? words(body, 'it');
  const all = parts?.words ?? words([...(name ?? []), ...(body ?? [])], 'it');
  return `
    INSERT INTO search_doc (id) SELECT it.id FROM "${table}" AS it ${among} WHERE ${all} <> '';
    INSERT INTO search_text (rowid, name, body) SELECT doc, ${words(name, 'it')}, ${rest}
      FROM "${table}" AS it ${among} JOIN search_doc ON search_doc.id = it.id;`;
}

/** Whether the file has the index: one of an earlier version has not. */
export const hasSearch = (raw: Database.Database): boolean =>
  raw.prepare("SELECT 1 FROM sqlite_master WHERE name = 'search_dirty'").get() !== undefined;

/** Taking words out leaves nothing of them on disk and is slow: where most go, as when an import is undone, anew is quicker. */
function isMost(raw: Database.Database): boolean {
  const count = (sql: string): number => raw.prepare(sql).pluck().get() as number;
  const dirty = count('SELECT count(*) FROM search_dirty');
  return (
    dirty > 2000 &&
    count('SELECT count(*) FROM search_dirty JOIN search_doc ON search_doc.id = search_dirty.id') > count('SELECT count(*) FROM search_doc') / 3
  );
}

/** Brings the index up to what changed since the last time; the caller is in the transaction that changed it. */
export function flushSearch(raw: Database.Database): void {
  const sources = raw.prepare('SELECT DISTINCT source FROM search_dirty').pluck().all() as string[];
  if (sources.length === 0) return;
  if (isMost(raw)) {
    renewSearch(raw);
    return;
  }
  raw.exec(`
    DELETE FROM search_text WHERE rowid IN (SELECT doc FROM search_doc JOIN search_dirty ON search_dirty.id = search_doc.id);
    DELETE FROM search_doc WHERE id IN (SELECT id FROM search_dirty);`);
  for (const source of sources)
    raw.exec(fillFrom(source, indexed[source] as Indexed, `JOIN search_dirty ON search_dirty.source = '${source}' AND search_dirty.id = it.id`));
  raw.exec('DELETE FROM search_dirty');
}

/** Makes the index and its triggers anew and fills it; the caller is in a transaction. */
export function renewSearch(raw: Database.Database): void {
  raw.exec(`
    DROP TABLE IF EXISTS search_text;
    DROP TABLE IF EXISTS search_doc;
    DROP TABLE IF EXISTS search_dirty;
    CREATE TABLE search_dirty (source TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (source, id)) STRICT, WITHOUT ROWID;
    CREATE TABLE search_doc (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
    CREATE VIRTUAL TABLE search_text USING fts5 (name, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
    INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);`);
  for (const [table, columns] of Object.entries(indexed)) raw.exec(triggersOf(table, columns) + fillFrom(table, columns, ''));
}

/** How many triggers keep the index. */
export const searchTriggers: number = searchedTables.length * 3;
