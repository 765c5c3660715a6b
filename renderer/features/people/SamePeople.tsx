/** Says when two people have nearly the same name: perhaps one person was written down twice. */
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';

export function SamePeople({ ids }: { readonly ids: ReadonlySet<string> }) {
  const t = useT();
  const format = useFormat();
  const show = useView((view) => view.show);
  const check = useOperation('person.check', {});
  const group = check.data?.groups.find((people) => people.some((person) => ids.has(person.id)));
  if (!group) return null;
  return (
    <div className="same">
      <p>
        <strong>{t(($) => $.app.people.same)}.</strong> {t(($) => $.app.people.sameText, { names: format.list(group.map((person) => person.name)) })}
      </p>
      {group.map((person, at) => (
        <button key={person.id} type="button" className="link small" onClick={() => show({ type: 'record', kind: 'person', id: person.id })}>
          {`${person.name} (${String(at + 1)})`}
        </button>
      ))}
    </div>
  );
}
