/**
 * The index that finds any text: SQLite's own (FTS5), with diacritics folded and words found by how they begin. Triggers keep
 * it, so whatever writes — a command, undo, an import — is found at once; it is filled anew whenever the triggers are.
 */
import type Database from 'better-sqlite3';

interface Indexed {
  /** What a record is called: counts for more. */
  readonly name?: readonly string[];
  readonly body?: readonly string[];
}

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
};

/** The tables that a search looks in, by which a screen knows when to look again. */
export const searchedTables: readonly string[] = Object.keys(indexed);

const words = (columns: readonly string[] | undefined, row: string): string =>
  columns === undefined ? "''" : `concat_ws(' ', ${columns.map((column) => `${row}."${column}"`).join(', ')})`;

function triggersOf(table: string, { name, body }: Indexed): string {
  const columns = [...(name ?? []), ...(body ?? [])];
  const add = `
    INSERT INTO search_doc (id) SELECT NEW.id WHERE ${words(columns, 'NEW')} <> '';
    INSERT INTO search_text (rowid, name, body) SELECT doc, ${words(name, 'NEW')}, ${words(body, 'NEW')} FROM search_doc WHERE id = NEW.id;`;
  const take = `
    DELETE FROM search_text WHERE rowid = (SELECT doc FROM search_doc WHERE id = OLD.id);
    DELETE FROM search_doc WHERE id = OLD.id;`;
  return `
    DROP TRIGGER IF EXISTS search_${table}_insert;
    CREATE TRIGGER search_${table}_insert AFTER INSERT ON "${table}" BEGIN ${add} END;
    DROP TRIGGER IF EXISTS search_${table}_update;
    CREATE TRIGGER search_${table}_update AFTER UPDATE OF id, ${columns.map((column) => `"${column}"`).join(', ')} ON "${table}" BEGIN ${take} ${add} END;
    DROP TRIGGER IF EXISTS search_${table}_delete;
    CREATE TRIGGER search_${table}_delete AFTER DELETE ON "${table}" BEGIN ${take} END;`;
}

/** Makes the index and its triggers anew and fills it; the caller is in a transaction. */
export function renewSearch(raw: Database.Database): void {
  raw.exec(`
    DROP TABLE IF EXISTS search_text;
    DROP TABLE IF EXISTS search_doc;
    CREATE TABLE search_doc (doc INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE) STRICT;
    CREATE VIRTUAL TABLE search_text USING fts5 (name, body, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3');
    INSERT INTO search_text (search_text, rank) VALUES ('secure-delete', 1);`);
  for (const [table, columns] of Object.entries(indexed)) {
    const all = words([...(columns.name ?? []), ...(columns.body ?? [])], 'it');
    raw.exec(`
      ${triggersOf(table, columns)}
      INSERT INTO search_doc (id) SELECT it.id FROM "${table}" AS it WHERE ${all} <> '';
      INSERT INTO search_text (rowid, name, body)
        SELECT doc, ${words(columns.name, 'it')}, ${words(columns.body, 'it')} FROM "${table}" AS it JOIN search_doc ON search_doc.id = it.id;`);
  }
}

/** How many triggers keep the index. */
export const searchTriggers: number = searchedTables.length * 3;
