/** The control of a field, over its cell: Enter, Tab and (after typing) arrows keep and move, Esc puts back what was there. */
import { type KeyboardEvent, useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import type { RecordKind } from '../../../../shared/contract/fields.ts';
import type { NamesOf } from '../../../../shared/contract/index.ts';
import { useOperation } from '../../../client/use-operation.ts';
import type { EditorProps, Move } from '../../../ui/grid/editing.ts';
import { useT } from '../../../ui/words.tsx';
import type { FieldSpec, Values } from '../describe.ts';
import { FieldControl } from '../FieldControl.tsx';
import { allFields, fieldWord } from '../kinds.ts';

type Get = Extract<NamesOf<'query'>, `${RecordKind}.get`>;

/** What is chosen from a list is finished with the choice. */
const isChosen = (spec: FieldSpec): boolean =>
  spec.sort === 'choice' || spec.sort === 'open' || spec.sort === 'source' || (spec.sort === 'reference' && !spec.many);
const isWritten = (spec: FieldSpec): boolean => ['text', 'prose', 'date', 'end', 'day', 'number', 'decimal'].includes(spec.sort);

const arrows: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

/** Where a key that ends the writing goes, or null for a key that does not. */
function moveOf(event: KeyboardEvent, spec: FieldSpec, typed: boolean): Move | null {
  if (event.key === 'Tab') return event.shiftKey ? 'left' : 'right';
  if (event.key === 'Enter') return spec.sort === 'prose' && event.shiftKey ? null : event.shiftKey ? 'up' : 'down';
  return typed && isWritten(spec) && !event.shiftKey && !event.ctrlKey ? (arrows[event.key] ?? null) : null;
}

export function editorFor(kind: RecordKind) {
  return function CellEditor({ id, field, typed, rows, onDone }: EditorProps) {
    const t = useT();
    const spec = allFields(kind).find((one) => one.name === field) as FieldSpec;
    const record = useOperation(`${kind}.get` as Get, id === null ? null : { id });
    const values = (record.data ?? {}) as unknown as Values;
    const [draft, setDraft] = useState<{ readonly value: unknown } | null>(null);
    const [error, setError] = useState<string>();
    const box = useRef<HTMLDivElement>(null);
    const ended = useRef(false);
    const [group] = useState(() => crypto.randomUUID());
    const end = (value: { readonly value: unknown } | null, move: Move) => {
      if (ended.current) return;
      ended.current = true;
      onDone(value && { ...value, group }, move);
    };
    const finish = (given: { readonly value: unknown } | null, move: Move) => {
      // what cannot be read stays, with why
      if (box.current?.querySelector('[aria-invalid="true"]') && move !== 'none') return;
      if (given === null || JSON.stringify(given.value) === JSON.stringify(values[field] ?? null)) return end(null, move);
      if (given.value === null && spec.required) {
        if (move === 'none') return end(null, move);
        return setError(t(($) => $.app.drawer.required));
      }
      end(given, move);
    };
    const change = (value: unknown) => {
      setError(undefined);
      setDraft({ value });
      if (isChosen(spec)) finish({ value }, 'stay');
    };
    const isReady = id === null || record.data !== undefined || typed;
    useLayoutEffect(() => {
      if (!isReady) return;
      const input = box.current?.querySelector<HTMLInputElement>('input:not([type="hidden"]), textarea');
      input?.focus();
      input?.select();
    }, [isReady]);
    const flip = useEffectEvent((was: unknown) => end({ value: was !== true }, 'stay'));
    // yes or no has nothing to write: it turns
    useEffect(() => {
      if (spec.sort === 'flag' && record.data !== undefined) flip(values[field]);
    }, [record.data, spec.sort, field, values]);
    if (!isReady || spec.sort === 'flag') return null;
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: hears the keys of the control that stands in it
      <div
        ref={box}
        className="cell-editor"
        onClick={(event) => event.stopPropagation()}
        onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          if (event.defaultPrevented || event.nativeEvent.isComposing) return;
          if (event.key === 'Escape') {
            event.stopPropagation();
            return end(null, 'stay');
          }
          const move = moveOf(event, spec, typed);
          if (move === null) return;
          event.preventDefault();
          finish(draft, move);
        }}
        onBlur={(event) => {
          if (!event.currentTarget.contains(event.relatedTarget)) finish(draft, 'none');
        }}
      >
        <FieldControl
          id={`cell-${kind}-${field}`}
          live
          group={group}
          spec={{ ...spec, half: false }}
          label={fieldWord(t, kind, field)}
          error={error}
          value={draft === null ? (typed && isWritten(spec) ? null : (values[field] ?? null)) : draft.value}
          values={values}
          onChange={change}
        />
        {rows > 1 && <p className="cell-note">{t(($) => $.register.grid.forMany, { n: rows })}</p>}
      </div>
    );
  };
}
