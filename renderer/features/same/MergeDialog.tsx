/** Two records side by side with all that hangs on them: one of them, or two? */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import type { NamesOf } from '../../../shared/contract/index.ts';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { WideDialog } from '../../ui/WideDialog.tsx';
import { kindsCounted, useFormat, useT } from '../../ui/words.tsx';
import { fieldsOfKind, fieldWord, useValueWords } from '../record/index.ts';
import type { Pair } from './SameRecords.tsx';

interface Props {
  readonly kind: 'person' | 'organisation';
  readonly pair: Pair;
  readonly place: { readonly n: number; readonly total: number };
  readonly onMove: (by: -1 | 1) => void;
  readonly onClose: () => void;
}

type Values = Readonly<Record<string, unknown>>;
type Get = Extract<NamesOf<'query'>, 'person.get' | 'organisation.get'>;

const isFilled = (value: unknown): boolean => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0);

/** What hangs on a record, counted by kind, and the places where a person sits. */
function Hangs({ kind, id }: { readonly kind: Props['kind']; readonly id: string }) {
  const t = useT();
  const format = useFormat();
  const at = useView((view) => view.day);
  const hangs = useOperation('entity.measure', { id });
  const person = useOperation('person.measure', kind === 'person' ? { id, at } : null);
  const words = kindsCounted(t, format, hangs.data?.hangs ?? []);
  return (
    <>
      {words.length === 0 ? t(($) => $.register.same.hangsNothing) : format.list(words)}
      {(person.data?.memberships.length ?? 0) > 0 && (
        <ul className="same-places">
          {person.data?.memberships.map((row) => (
            <li key={row.id}>
              {row.container.name}
              {row.roles.length > 0 && <span className="faint"> {row.roles.map((role) => role.name).join(', ')}</span>}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

export function MergeDialog({ kind, pair, place, onMove, onClose }: Props) {
  const t = useT();
  const say = useView((view) => view.say);
  const first = useOperation(`${kind}.get` as Get, { id: pair.a.id });
  const second = useOperation(`${kind}.get` as Get, { id: pair.b.id });
  const link = useCommand(`${kind}.link`);
  const unlink = useCommand(`${kind}.unlink`);
  /** Fields of which the value of the second stays; the first is the one that stays. */
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  if (!first.data || !second.data) return null;
  const [a, b] = [first.data as unknown as Values, second.data as unknown as Values];
  const merge = async () => {
    const done = await link.run({ id: pair.b.id, intoId: pair.a.id, fields: [...taken] });
    if (done)
      say(
        t(($) => $.register.same.merged, { name: String(taken.has('name') ? b.name : a.name) }),
        true,
      );
  };
  const apart = async () => {
    if (await unlink.run({ id: pair.b.id, otherId: pair.a.id }))
      say(
        t(($) => $.register.same.apart),
        true,
      );
  };
  const choose = (field: string, second: boolean) => {
    const next = new Set(taken);
    if (second) next.add(field);
    else next.delete(field);
    setTaken(next);
  };
  return (
    <WideDialog onClose={onClose} title={t(($) => $.register.same.question)}>
      <p>
        {t(($) => $.register.same.why[pair.why])} {t(($) => $.register.same.keep)}
      </p>
      <FailureNote failure={link.failure ?? unlink.failure} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard */}
      <section className="paste-scroll" tabIndex={0} aria-label={t(($) => $.register.same.question)}>
        <table className="paste-table">
          <thead>
            <tr>
              <th scope="col">{t(($) => $.register.same.field)}</th>
              <th scope="col">{t(($) => $.register.same.first)}</th>
              <th scope="col">{t(($) => $.register.same.second)}</th>
            </tr>
          </thead>
          <tbody>
            {fieldsOfKind(kind)
              .filter(({ name }) => isFilled(a[name]) || isFilled(b[name]))
              .map((spec) => (
                <FieldChoice key={spec.name} kind={kind} spec={spec} a={a} b={b} second={taken.has(spec.name)} onChoose={choose} />
              ))}
            <tr>
              <th scope="row">{t(($) => $.register.same.hangs)}</th>
              <td>
                <Hangs kind={kind} id={pair.a.id} />
              </td>
              <td>
                <Hangs kind={kind} id={pair.b.id} />
              </td>
            </tr>
          </tbody>
        </table>
      </section>
      <Group justify="space-between" gap="sm">
        <Group gap="sm">
          <span className="faint small">{t(($) => $.register.same.of, place)}</span>
          {place.n > 1 && <Button onClick={() => onMove(-1)}>{t(($) => $.register.same.back)}</Button>}
          <Button onClick={() => (place.n === place.total ? onClose() : onMove(1))}>{t(($) => $.register.same.later)}</Button>
        </Group>
        <Group gap="sm">
          <Button onClick={() => void apart()} loading={unlink.busy}>
            {t(($) => $.register.same.notSame)}
          </Button>
          <Button variant="filled" onClick={() => void merge()} loading={link.busy}>
            {t(($) => $.register.same.merge)}
          </Button>
        </Group>
      </Group>
    </WideDialog>
  );
}

interface ChoiceProps {
  readonly kind: Props['kind'];
  readonly spec: ReturnType<typeof fieldsOfKind>[number];
  readonly a: Values;
  readonly b: Values;
  readonly second: boolean;
  readonly onChoose: (field: string, second: boolean) => void;
}

function FieldChoice({ kind, spec, a, b, second, onChoose }: ChoiceProps) {
  const t = useT();
  const words = useValueWords();
  const field = spec.name;
  const label = fieldWord(t, kind, field);
  const differ = isFilled(a[field]) && isFilled(b[field]) && JSON.stringify(a[field]) !== JSON.stringify(b[field]);
  const cell = (values: Values, isSecond: boolean) =>
    differ ? (
      <label className="check">
        <input type="radio" name={`keep-${field}`} checked={second === isSecond} onChange={() => onChoose(field, isSecond)} />
        {words(spec, values[field])}
      </label>
    ) : (
      words(spec, values[field])
    );
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{cell(a, false)}</td>
      <td>{cell(b, true)}</td>
    </tr>
  );
}
