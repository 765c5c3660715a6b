/** The drawing as a table: the same people and places, the same selection. */
import type { DiagramRow } from '../../../shared/diagram/table.ts';
import { useView } from '../../state/view.store.ts';
import { useT } from '../../ui/words.tsx';

const shownKind = { membership: 'membership', organisation: 'participation', seat: 'seat' } as const;

interface Props {
  readonly rows: readonly DiagramRow[];
  readonly selected: string | null;
  /** What is compared, if anything is. */
  readonly kind: 'days' | 'plan' | undefined;
}

export function DiagramTable({ rows, selected, kind }: Props) {
  const t = useT();
  const show = useView((view) => view.show);
  const words = kind && t.words.diagram.changes[kind];
  const unknown = <span className="diagram-unknown">{t(($) => $.data.unknown)}</span>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long table must scroll by keyboard
    <section className="diagram-table" aria-label={t(($) => $.diagramScreen.asTable)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {(['unit', 'who', 'role', 'organisation', 'presence', 'teams'] as const).map((column) => (
              <th key={column} scope="col">
                {t(($) => $.diagramScreen.columns[column])}
              </th>
            ))}
            {words && <th scope="col">{t(($) => $.compare.column)}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.unitId} ${row.kind} ${row.id}`} data-ended={row.presence === 'no'} data-selected={row.id === selected}>
              <td>{row.unit}</td>
              <td>
                <button type="button" className="diagram-link" onClick={() => show({ type: 'record', kind: shownKind[row.kind], id: row.id })}>
                  {row.person || row.organisation}
                </button>
                {row.appointed && <span className="diagram-note">, {t(($) => $.diagramScreen.appointed)}</span>}
              </td>
              <td>{row.role ?? unknown}</td>
              <td>{row.organisation ?? unknown}</td>
              <td>{t(($) => $.lists.presence[row.presence])}</td>
              <td className="diagram-number">{row.teams ?? '–'}</td>
              {words && <td>{row.change !== null && words[row.change]}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
