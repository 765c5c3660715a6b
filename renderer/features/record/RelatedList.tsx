/** A list of records that belong to the one in the drawer: each opens in its place, and one can be added. */
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import type { Presence } from '../../../shared/domain/presence.ts';
import { useView } from '../../state/view.store.ts';
import { capital, useT } from '../../ui/words.tsx';
import type { Values } from './describe.ts';
import { kindWord } from './kinds.ts';

export interface RelatedRow {
  readonly id: string;
  readonly kind: RecordKind;
  readonly title: string;
  readonly side?: string;
  readonly under?: string;
  readonly presence?: Presence;
}

interface Props {
  readonly title: string;
  readonly rows: readonly RelatedRow[];
  /** What can be added, with what is known of it already. */
  readonly add?: { readonly kind: RecordKind; readonly preset: Values };
  /** Instead of the rows: a drawing of them. */
  readonly children?: ReactNode;
}

export function RelatedList({ title, rows, add, children }: Props) {
  const t = useT();
  const show = useView((view) => view.show);
  return (
    <section className="related">
      <div className="related-head">
        <h3>
          {title}
          {rows.length > 0 && <span className="count">{rows.length}</span>}
        </h3>
        {add && (
          <button
            type="button"
            className="link small add-link"
            aria-label={capital(t(($) => $.app.drawer.addOf, { kind: kindWord(t, add.kind) }))}
            onClick={() => show({ type: 'new', kind: add.kind, preset: add.preset }, { within: true })}
          >
            <IconPlus size={14} stroke={1.8} aria-hidden="true" /> {t(($) => $.app.drawer.addTo)}
          </button>
        )}
      </div>
      {rows.length === 0 && <p className="faint small">{t(($) => $.app.drawer.none)}</p>}
      {rows.length > 0 && (children ?? <Rows rows={rows} />)}
    </section>
  );
}

function Rows({ rows }: { readonly rows: readonly RelatedRow[] }) {
  const show = useView((view) => view.show);
  return (
    <ul>
      {rows.map((row) => (
        <li key={row.id}>
          <button
            type="button"
            className="related-row"
            data-presence={row.presence}
            onClick={() => show({ type: 'record', kind: row.kind, id: row.id }, { within: true })}
          >
            <span className="title">{row.title}</span>
            <span className="side-note">{row.side}</span>
            {row.under !== undefined && row.under !== '' && <span className="under">{row.under}</span>}
          </button>
        </li>
      ))}
    </ul>
  );
}
