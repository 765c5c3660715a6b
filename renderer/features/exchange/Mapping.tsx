/** Which column means what, with three values of each to go by. */
import type { RecordKind } from '../../../shared/contract/fields.ts';
import { headerOf, type ImportKind, slotsFor } from '../../../shared/exchange/columns.ts';
import { capital, useT } from '../../ui/words.tsx';
import type { ImportState } from './use-import.ts';

type Column = NonNullable<NonNullable<ImportState['seen']>['columns']>[number];

function Means({ column, index, kind, state }: { column: Column; index: number; kind: ImportKind; state: ImportState }) {
  const t = useT();
  const groups = Map.groupBy(
    slotsFor(kind).filter(({ slot }) => !slot.endsWith('#id')),
    (slot) => slot.kind as RecordKind,
  );
  return (
    <select
      aria-label={`${t(($) => $.exchange.screen.mappingMeans)}: ${column.header}`}
      value={column.slot?.endsWith('#id') ? '' : (column.slot ?? '')}
      onChange={({ currentTarget: { value } }) =>
        state.choose({ columns: { ...state.choices.columns, [String(index)]: value === '' ? null : value } })
      }
    >
      <option value="">{t(($) => $.exchange.screen.leaveOut)}</option>
      {[...groups].map(([of, slots]) => (
        <optgroup key={of} label={capital(t(($) => $.lists.entityKind[of]))}>
          {slots.map((slot) => (
            <option key={slot.slot} value={slot.slot}>
              {headerOf(slot, t)}
            </option>
          ))}
        </optgroup>
      ))}
    </select>
  );
}

export function Mapping({ kind, state }: { readonly kind: ImportKind; readonly state: ImportState }) {
  const t = useT();
  const columns = state.seen?.columns ?? [];
  return (
    <section className="card import-step" aria-labelledby="import-mapping">
      <h2 id="import-mapping">{t(($) => $.exchange.screen.mapping)}</h2>
      <label className="check">
        <input
          type="checkbox"
          checked={state.choices.header ?? state.seen?.header ?? true}
          onChange={(event) => state.choose({ header: event.currentTarget.checked, columns: {} })}
        />
        {t(($) => $.exchange.screen.header)}
      </label>
      <div className="import-scroll">
        <table className="import-table import-mapping">
          <thead>
            <tr>
              <th scope="col">{t(($) => $.exchange.screen.mappingColumn)}</th>
              <th scope="col">{t(($) => $.exchange.screen.mappingMeans)}</th>
              <th scope="col">{t(($) => $.exchange.screen.mappingSamples)}</th>
            </tr>
          </thead>
          <tbody>
            {[...columns.entries()].map(([index, column]) => (
              <tr key={index}>
                <th scope="row">{column.header}</th>
                <td>
                  <Means column={column} index={index} kind={kind} state={state} />
                </td>
                <td className="import-samples">{column.samples.join(' · ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
