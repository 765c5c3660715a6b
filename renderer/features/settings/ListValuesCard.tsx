/** What was added to the open lists: each can be renamed, translated or removed in the drawer. */
import type { OpenListName } from '../../../shared/domain/lists.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';

export function ListValuesCard() {
  const t = useT();
  const show = useView((view) => view.show);
  const list = useOperation('listValue.list', {});
  const names = Object.entries(t.words.app.settings.listNames) as [OpenListName, string][];
  return (
    <section className="card">
      <h2>{t(($) => $.app.settings.lists)}</h2>
      {names.map(([name, label]) => (
        <div key={name} className="own-list">
          <span>{label}</span>
          <span className="own-values">
            {(list.data?.rows ?? [])
              .filter((row) => row.list === name)
              .map((row) => (
                <button key={row.id} type="button" className="link small" onClick={() => show({ type: 'record', kind: 'listValue', id: row.id })}>
                  {row.labelNl}
                </button>
              ))}
          </span>
          <button
            type="button"
            className="link small"
            aria-label={`${label}: ${t(($) => $.app.drawer.addTo)}`}
            onClick={() => show({ type: 'new', kind: 'listValue', preset: { list: name } })}
          >
            {t(($) => $.app.drawer.addTo)}
          </button>
        </div>
      ))}
    </section>
  );
}
