/** Line by line what would happen, with counts that filter; and the button that does it. */
import { useState } from 'react';
import { type LineState, lineStates } from '../../../shared/exchange/plan.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Segments } from '../../ui/Segments.tsx';
import { useFormat, useT } from '../../ui/words.tsx';
import { Apply, reachable } from './TakingIn.tsx';
import type { ImportState } from './use-import.ts';

type Seen = NonNullable<ImportState['seen']>;
type Line = Seen['lines'][number];

/** Lines in the page at once. */
const MOST_LINES = 200;

function changeWords(t: Translate, { kind, name, field, from, to }: Line['changes'][number]): string {
  const word = (t.words.lists.entityKind as Readonly<Record<string, string>>)[kind] ?? kind;
  if (field === null) return t(($) => $.exchange.screen.isNew, { kind: word, name });
  const { own, name: names } = t.words.fields as { own: Record<string, string>; name: Record<string, string> };
  const columns = t.words.exchange.columns as Readonly<Record<string, string>>;
  const blank = t(($) => $.exchange.screen.blank);
  return t(($) => $.exchange.screen.becomes, {
    field: own[`${kind}.${field}`] ?? names[field] ?? columns[field] ?? field,
    from: from ?? blank,
    to: to ?? blank,
  });
}

/** '38 personen erbij, 2 personen gewijzigd' */
export function useSummary(): (records: Seen['records']) => string {
  const t = useT();
  const format = useFormat();
  return (records) =>
    format.list(
      records.flatMap(({ kind, new: made, changed }) => {
        const words = (made + changed === 1 ? t.words.lists.entityKind : t.words.lists.entityKinds) as Readonly<Record<string, string>>;
        const word = words[kind] ?? kind;
        return [
          ...(made > 0 ? [t(($) => $.exchange.screen.added, { count: made, kind: word })] : []),
          ...(changed > 0 ? [t(($) => $.exchange.screen.changed, { count: changed, kind: word })] : []),
        ];
      }),
    );
}

function Lines({ lines, many }: { readonly lines: readonly Line[]; readonly many: boolean }) {
  const t = useT();
  return (
    <div className="import-scroll" {...reachable('import-preview')}>
      <table className="import-table">
        <thead>
          <tr>
            <th scope="col">{t(($) => $.exchange.screen.line)}</th>
            <th scope="col">{t(($) => $.exchange.screen.name)}</th>
            <th scope="col">{t(($) => $.exchange.screen.state)}</th>
            <th scope="col">{t(($) => $.exchange.screen.detail)}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_LINES).map((line) => (
            <tr key={`${line.sheet} ${line.line}`} data-state={line.state}>
              <td>{many ? `${line.sheet} ${line.line}` : line.line}</td>
              <td>{line.name}</td>
              <td>
                <span className="tag">{t(($) => $.exchange.screen.states[line.state])}</span>
              </td>
              <td>
                <ul>
                  {[...new Set([...line.changes.map((change) => changeWords(t, change)), ...line.remarks])].map((said) => (
                    <li key={said}>{said}</li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Notes({ seen }: { readonly seen: Seen }) {
  const t = useT();
  if (seen.notes.length === 0) return null;
  return (
    <ul className="import-notes faint small">
      {seen.notes.map(({ note, params }) => (
        <li key={`${note} ${JSON.stringify(params)}`}>{t(($) => $.exchange.notes[note as 'merged'], params)}</li>
      ))}
    </ul>
  );
}

export function Preview({ state, seen }: { readonly state: ImportState; readonly seen: Seen }) {
  const t = useT();
  const summary = useSummary();
  const [filter, setFilter] = useState<LineState | 'all'>('all');
  const states = lineStates.filter((one) => (seen.counts[one] ?? 0) > 0);
  const chosen = filter !== 'all' && states.includes(filter) ? filter : 'all';
  const lines = seen.lines.filter((line) => chosen === 'all' || line.state === chosen);
  const what = summary(seen.records);
  if (seen.lines.length === 0) return <EmptyState title={t(($) => $.exchange.screen.noLines)} />;
  return (
    <section className="card import-step" aria-labelledby="import-preview">
      <h2 id="import-preview">{t(($) => $.exchange.screen.preview)}</h2>
      <Notes seen={seen} />
      <Segments
        label={t(($) => $.exchange.screen.state)}
        value={chosen}
        choices={[
          { value: 'all', label: `${t(($) => $.exchange.screen.all)} ${seen.lines.length}` },
          ...states.map((one) => ({ value: one, label: `${t(($) => $.exchange.screen.states[one])} ${seen.counts[one]}` })),
        ]}
        onChange={setFilter}
      />
      <Lines lines={lines} many={new Set(seen.lines.map(({ sheet }) => sheet)).size > 1} />
      {lines.length > MOST_LINES && (
        <p className="faint small">{t(($) => $.exchange.screen.firstOnly, { count: MOST_LINES, total: lines.length })}</p>
      )}
      <Apply about="list" state={state} what={what} />
    </section>
  );
}
