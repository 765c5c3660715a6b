/** What an answer of the yearly update writes: a confirmation, an end, or both a change and a confirmation. Each is one step. */
import { v7 as newId } from 'uuid';
import type { Output } from '../../../shared/contract/index.ts';
import { useHost } from '../../client/host-context.tsx';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { counted, useFormat, useT } from '../../ui/words.tsx';
import type { Change } from '../record/index.ts';

export type Question = Output<'confirmation.list'>['rows'][number];

/** When something ended, and why. */
export interface Ending {
  readonly end: string;
  readonly reason: string | null;
}

export interface Answers {
  yes(rows: readonly Question[]): Promise<boolean>;
  no(row: Question, ending: Ending): Promise<boolean>;
  changed(row: Question, fields: Readonly<Record<string, unknown>>): Promise<boolean>;
}

export function useAnswers(): Answers {
  const t = useT();
  const format = useFormat();
  const host = useHost();
  const day = useView((view) => view.day);
  const say = useView((view) => view.say);
  const settings = useOperation('settings.get', {});
  const actor = settings.data?.actor ?? '';
  const statement = (row: Question, fields: Readonly<Record<string, unknown>>): Change => ({
    kind: 'statement',
    id: newId(),
    isNew: true,
    fields: { entityId: row.id, field: row.field, date: day, source: actor === '' ? null : actor, ...fields },
  });
  const write = async (changes: readonly Change[], said: string): Promise<boolean> => {
    const outcome = await host.run('entity.update', { changes });
    if (outcome.ok) say(said, true);
    else say(outcome.error.message);
    return outcome.ok;
  };
  const ended = (row: Question, { end, reason }: Ending): Change[] => {
    if (row.field === 'hoursPerWeek')
      return [
        { kind: 'membership', id: row.id, fields: { hoursPerWeek: null } },
        // what the hours were is not lost with them
        statement(row, {
          kind: 'says',
          value: t(($) => $.register.update.hoursWere, { day: format.date(end), hours: format.number(row.hours ?? 0) }),
          note: reason,
        }),
      ];
    const why = row.kind === 'membership' && reason !== null ? { leftReason: reason } : {};
    // that it ended is a confirmation too: it is not asked again
    const said = statement(row, { kind: 'confirms', field: 'end', note: row.kind === 'membership' ? null : reason });
    return [{ kind: row.kind, id: row.id, fields: { end, ...why } }, said];
  };
  return {
    yes: (rows) =>
      write(
        rows.map((row) => statement(row, { kind: 'confirms' })),
        counted(t, ($) => $.register.update.confirmed, rows.length),
      ),
    no: (row, ending) =>
      write(
        ended(row, ending),
        t(($) => $.register.update.ended, { name: row.title }),
      ),
    changed: (row, fields) =>
      write(
        [...(Object.keys(fields).length > 0 ? [{ kind: row.kind, id: row.id, fields }] : []), statement(row, { kind: 'confirms' })],
        counted(t, ($) => $.register.update.confirmed, 1),
      ),
  };
}
