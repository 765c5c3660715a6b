import type { RecordKind } from '../../shared/contract/fields.ts';
import type { WriteHandle } from '../connection.ts';
import { findEntities, listFigures, listOtherNames, listStatements, nameOfEntity } from '../repositories/entity.queries.ts';
import { removeRecord } from '../repositories/record.repo.ts';
import { search } from '../repositories/search.queries.ts';
import { createBackup, listBackups, restoreBackup } from '../safety/backup.ts';
import { checkPortfolio } from '../safety/check.ts';
import { erasePerson } from '../safety/erase.ts';
import { Refusal } from '../safety/refusal.ts';
import type { Actions, Commands, Jobs, Queries } from './handler.ts';

interface StepSql {
  id: number;
  operation: string;
  params: string;
  at: number;
  state: string;
  actor: string;
}

export const portfolioQueries = {
  'change.list': (handle, { limit }) => ({
    steps: handle
      .all<StepSql>('SELECT id, operation, params, at, state, actor FROM change_group ORDER BY id DESC LIMIT @limit', { limit: limit ?? 50 })
      .map((row) => ({ ...row, params: JSON.parse(row.params) })),
  }),
  'entity.list': (handle, { text, kinds, limit }) => ({ found: findEntities(handle, text, kinds, limit ?? 30) }),
  'search.list': (handle, { text, networkId, limit }) => ({ found: search(handle, text, networkId, limit ?? 30) }),
  'entity.get': (handle, { id }) => {
    const row = handle.get<{ kind: string; networkId: string | null }>('SELECT kind, home_network_id AS networkId FROM entity WHERE id = @id', {
      id,
    });
    if (!row) throw new Refusal('not_found', 'recordMissing', {}, ['id']);
    return { id, name: nameOfEntity(handle, id), kind: row.kind, networkId: row.kind === 'network' ? id : row.networkId };
  },
  'statement.list': (handle, { entityId }) => ({ rows: listStatements(handle, entityId) }),
  'otherName.list': (handle, { entityId }) => ({ rows: listOtherNames(handle, entityId) }),
  'figure.list': (handle, { entityId }) => ({ rows: listFigures(handle, entityId) }),
  'listValue.list': (handle) => ({
    rows: handle.all('SELECT id, list, label_nl AS labelNl, label_en AS labelEn FROM list_value ORDER BY list, position, label_nl COLLATE NOCASE'),
  }),
  'study.list': (handle) => {
    const years = handle.all<{ studyId: string; id: string; number: number; name: string; start: string; end: string; focus: string | null }>(
      'SELECT study_id AS studyId, id, number, name, start, end, focus FROM research_year ORDER BY number',
    );
    return {
      studies: handle
        .all<{ id: string; name: string; question: string | null; note: string | null }>('SELECT id, name, question, note FROM study ORDER BY id')
        .map((study) => ({ ...study, years: years.filter((year) => year.studyId === study.id).map(({ studyId: _study, ...year }) => year) })),
    };
  },
  'collectionItem.list': (handle, { researchYearId }) => ({
    rows: handle.all(
      `SELECT it.id, network.id AS networkId, network.code AS networkCode, network.name AS networkName, it.instrument, it.planned, it.done, it.note
       FROM collection_item AS it JOIN network ON network.id = it.network_id WHERE it.research_year_id = @researchYearId
       ORDER BY network.code COLLATE NOCASE, it.instrument`,
      { researchYearId },
    ),
  }),
} satisfies Partial<Queries>;

export const portfolioCommands = {
  'portfolio.update': (handle, { name }) => {
    handle.run('UPDATE portfolio SET name = @name', { name });
    return { value: {}, params: { name } };
  },
} satisfies Partial<Commands>;

/** What goes with a record, found by removing it and taking that back: so it is always what really would go. */
function whatGoes(handle: WriteHandle, id: string): { kind: string; count: number }[] {
  const kind = handle.get<{ kind: RecordKind }>('SELECT kind FROM entity WHERE id = @id', { id })?.kind;
  if (!kind) throw new Refusal('not_found', 'recordMissing', {}, ['id']);
  const first = handle.get<{ seq: number }>('SELECT coalesce(max(seq), 0) AS seq FROM change_log')?.seq ?? 0;
  removeRecord(handle, kind, id);
  return handle.all(
    `SELECT json_extract(before, '$.kind') AS kind, count(*) AS count FROM change_log
     WHERE seq > @first AND table_name = 'entity' AND after IS NULL AND json_extract(key, '$[0]') <> @id GROUP BY 1 ORDER BY 2 DESC`,
    { first, id },
  );
}

class TakeBack extends Error {}

export const portfolioActions = {
  'entity.check': (portfolio, { id }) => {
    let goes: { kind: string; count: number }[] = [];
    const name = nameOfEntity(portfolio.connection, id);
    try {
      portfolio.connection.write({ operation: 'entity.check', mergeKey: null, actor: '', device: '', at: 0 }, (handle) => {
        goes = whatGoes(handle, id);
        throw new TakeBack();
      });
    } catch (error) {
      if (!(error instanceof TakeBack)) throw error;
    }
    return { name, goes };
  },
  'change.move': (portfolio, { to }) => ({ step: portfolio.move(to) }),
  'portfolio.get': (portfolio) => {
    const { connection } = portfolio;
    const row = connection.get<{ id: string; name: string; isExample: number; networks: number; people: number; savedAt: number | null }>(
      `SELECT id, name, is_example AS isExample, (SELECT count(*) FROM network) AS networks, (SELECT count(*) FROM person) AS people,
              (SELECT max(at) FROM change_group) AS savedAt FROM portfolio`,
    );
    if (!row) throw new Refusal('db_corrupt', 'fileDamaged', { file: portfolio.file });
    return {
      ...row,
      isExample: row.isExample === 1,
      path: portfolio.file,
      undo: connection.history.nextUndo(),
      redo: connection.history.nextRedo(),
    };
  },
  'erasure.create': (portfolio, { personId }) => erasePerson(portfolio, personId),
  'backup.list': (portfolio) => ({ backups: listBackups(portfolio.backupFolder()) }),
  'backup.create': (portfolio) => createBackup(portfolio, 'recent'),
  'backup.import': (portfolio, { id }) => restoreBackup(portfolio, id),
} satisfies Partial<Actions>;

export const portfolioJobs = {
  'portfolio.check': async (handle, _input, context) => ({ value: checkPortfolio(handle, context) }),
  'portfolio.export': async (handle, _input, context) => {
    context.progress(
      0,
      1,
      context.t(($) => $.data.copying),
    );
    const bytes = handle.raw.serialize();
    const name = `${handle.get<{ name: string }>('SELECT name FROM portfolio')?.name ?? 'portfolio'}.schakel`;
    return { value: { name, bytes: bytes.byteLength }, file: { name, bytes } };
  },
} satisfies Partial<Jobs>;
