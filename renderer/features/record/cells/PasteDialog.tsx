/** What a paste would change, before it does: per cell the new value or why it is refused; who exists already is asked. */
import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { WideDialog } from '../../../ui/WideDialog.tsx';
import { counted, useT } from '../../../ui/words.tsx';
import { type Creation, canMake, isRefused, type PlannedRow } from './paste-plan.ts';

interface Props {
  readonly rows: readonly PlannedRow[];
  readonly creation: Creation | null;
  readonly onClose: () => void;
  /** @param again rows that are made although the name exists */
  readonly onTake: (again: ReadonlySet<number>) => void;
}

export function PasteDialog({ rows, creation, onClose, onTake }: Props) {
  const t = useT();
  const [again, setAgain] = useState<ReadonlySet<number>>(new Set());
  const refused = rows.flatMap((row) => row.cells).filter(isRefused).length;
  const taken = rows.filter((row) => canMake(row, creation));
  // who is there already is not made a second time, and keeps the name
  const isKnown = (row: PlannedRow) => row.id === null && row.exists.length > 0 && !again.has(rows.indexOf(row));
  const cells = taken.flatMap((row) => row.cells.filter((cell) => !isRefused(cell) && !(isKnown(row) && cell.field === creation?.field))).length;
  const made = taken.filter((row) => row.id === null && !isKnown(row)).length;
  const set = (at: number, on: boolean) => {
    const next = new Set(again);
    if (on) next.add(at);
    else next.delete(at);
    setAgain(next);
  };
  return (
    <WideDialog onClose={onClose} title={t(($) => $.register.paste.title)}>
      <p>
        {cells > 0 && counted(t, ($) => $.register.paste.cells, cells)} {made > 0 && counted(t, ($) => $.register.paste.made, made)}{' '}
        {refused > 0 && <strong>{counted(t, ($) => $.register.paste.refused, refused)}</strong>}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard */}
      <section className="paste-scroll" tabIndex={0} aria-label={t(($) => $.register.paste.title)}>
        <table className="paste-table">
          <thead>
            <tr>
              <th scope="col">{t(($) => $.register.paste.row)}</th>
              <th scope="col">{t(($) => $.register.paste.becomes)}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the lines are those that were pasted, in their order
              <tr key={at}>
                <td>
                  <RowName row={row} again={again.has(at)} setAgain={(on) => set(at, on)} />
                </td>
                <td>
                  {row.cells.map((cell) => (
                    <div key={`${cell.header} ${cell.field}`}>
                      <span className="faint">{cell.header}:</span> {cell.text === '' ? t(($) => $.app.unknown) : cell.text}
                      {'makes' in cell.read && (cell.read.makes?.length ?? 0) > 0 && <span className="tag">{t(($) => $.register.paste.isNew)}</span>}
                      {'reason' in cell.read && <p className="field-error">{cell.read.reason}</p>}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>{t(($) => $.app.cancel)}</Button>
        <Button variant="filled" data-autofocus disabled={taken.length === 0} onClick={() => onTake(again)}>
          {t(refused > 0 ? ($) => $.register.paste.takeRest : ($) => $.register.paste.take)}
        </Button>
      </Group>
    </WideDialog>
  );
}

interface NameProps {
  readonly row: PlannedRow;
  readonly again: boolean;
  readonly setAgain: (on: boolean) => void;
}

function RowName({ row, again, setAgain }: NameProps) {
  const t = useT();
  if (row.id !== null) return row.name;
  return (
    <>
      {row.name} {row.exists.length === 0 && <span className="tag">{t(($) => $.register.paste.isNew)}</span>}
      {row.exists.length > 0 && (
        <label className="check">
          <input type="checkbox" checked={again} onChange={(event) => setAgain(event.currentTarget.checked)} />
          {t(($) => $.register.paste.exists)}
        </label>
      )}
    </>
  );
}
