/** The other cards of the overview: rhythm, who came and went, principles, organisations, figures, other networks. */
import { type ReactNode, useState } from 'react';
import type { RecordKind } from '../../../shared/contract/fields.ts';
import { schoolYearOf } from '../../../shared/domain/edtf.ts';
import { figureWords } from '../../../shared/domain/figure-words.ts';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { spanWords } from '../record/index.ts';
import type { Measure } from './OverviewScreen.tsx';

interface Item {
  readonly id: string;
  readonly title: string;
  readonly side?: string;
  readonly presence?: string;
}

interface CardProps {
  readonly title: string;
  readonly note?: string;
  readonly kind: RecordKind;
  readonly items: readonly Item[];
  readonly none: string;
  readonly add?: { readonly word: string; readonly preset: Readonly<Record<string, unknown>> };
  readonly children?: ReactNode;
}

const FEW = 5;

/** A list in a card: each line opens in the drawer; a long one starts short. */
function Card({ title, note, kind, items, none, add }: CardProps) {
  const t = useT();
  const show = useView((view) => view.show);
  const [all, setAll] = useState(false);
  const shown = all ? items : items.slice(0, FEW);
  return (
    <section className="card overview-card">
      <div className="card-head">
        <h2>{title}</h2>
        {note !== undefined && <span className="faint small">{note}</span>}
      </div>
      {items.length === 0 && <p className="faint small">{none}</p>}
      <ul>
        {shown.map((item) => (
          <li key={item.id}>
            <button type="button" className="card-row" data-presence={item.presence} onClick={() => show({ type: 'record', kind, id: item.id })}>
              <span>{item.title}</span>
              <span className="faint">{item.side}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className="card-foot">
        {items.length > FEW && (
          <button type="button" className="link small" onClick={() => setAll(!all)}>
            {t(all ? ($) => $.app.overview.fewer : ($) => $.app.overview.all, { count: items.length })}
          </button>
        )}
        {add && (
          <button type="button" className="link small" onClick={() => show({ type: 'new', kind, preset: add.preset })}>
            {add.word}
          </button>
        )}
      </p>
    </section>
  );
}

const useAt = (): string => useView((view) => view.day);

export function RhythmsCard({ networkId, rhythms }: { readonly networkId: string; readonly rhythms: Measure['rhythms'] }) {
  const t = useT();
  return (
    <Card
      title={t(($) => $.app.overview.rhythms)}
      kind="rhythm"
      items={rhythms.map((row) => ({ id: row.id, title: row.name, side: row.summary, presence: row.presence }))}
      none={t(($) => $.app.overview.noRhythms)}
      add={{ word: t(($) => $.app.overview.addRhythm), preset: { networkId } }}
    />
  );
}

export function Changes({ changes }: { readonly changes: Measure['changes'] }) {
  const t = useT();
  const format = useFormat();
  const year = schoolYearOf(useAt());
  const items = changes.map((change, index) => ({
    id: `${change.personId}#${String(index)}`,
    title: `${change.name}, ${change.container}`,
    side: `${t(change.kind === 'joined' ? ($) => $.app.overview.joined : ($) => $.app.overview.left)} ${format.date(change.date)}`,
  }));
  return <PeopleCard items={items} note={t(($) => $.app.overview.changesYear, { year })} />;
}

/** Lines that open the person, of whom there may be more than one line. */
function PeopleCard({ items, note }: { readonly items: readonly Item[]; readonly note: string }) {
  const t = useT();
  const show = useView((view) => view.show);
  const [all, setAll] = useState(false);
  return (
    <section className="card overview-card">
      <div className="card-head">
        <h2>{t(($) => $.app.overview.changes)}</h2>
        <span className="faint small">{note}</span>
      </div>
      {items.length === 0 && <p className="faint small">{t(($) => $.app.overview.noChanges)}</p>}
      <ul>
        {(all ? items : items.slice(0, FEW)).map((item) => (
          <li key={item.id}>
            <button type="button" className="card-row" onClick={() => show({ type: 'record', kind: 'person', id: item.id.split('#')[0] ?? '' })}>
              <span>{item.title}</span>
              <span className="faint">{item.side}</span>
            </button>
          </li>
        ))}
      </ul>
      {items.length > FEW && (
        <p className="card-foot">
          <button type="button" className="link small" onClick={() => setAll(!all)}>
            {t(all ? ($) => $.app.overview.fewer : ($) => $.app.overview.all, { count: items.length })}
          </button>
        </p>
      )}
    </section>
  );
}

export function PrinciplesCard({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const list = useOperation('principle.list', { networkId, at: useAt() }, { keep: true });
  return (
    <Card
      title={t(($) => $.app.overview.principles)}
      kind="principle"
      items={(list.data?.rows ?? []).map((row) => ({
        id: row.id,
        title: row.text,
        side: t(($) => $.lists.principleKind[row.kind as 'principle']),
        presence: row.presence,
      }))}
      none={t(($) => $.app.overview.noPrinciples)}
      add={{ word: t(($) => $.app.overview.addPrinciple), preset: { networkId } }}
    />
  );
}

export function ParticipationsCard({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const list = useOperation('participation.list', { containerId: networkId, at: useAt() }, { keep: true });
  return (
    <Card
      title={t(($) => $.app.overview.participations)}
      kind="participation"
      items={(list.data?.rows ?? []).map((row) => ({
        id: row.id,
        title: row.organisation.name,
        side: row.capacities.join(', '),
        presence: row.presence,
      }))}
      none={t(($) => $.app.overview.noParticipations)}
      add={{ word: t(($) => $.app.overview.addParticipation), preset: { containerId: networkId } }}
    />
  );
}

export function FiguresCard({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const list = useOperation('figure.list', { entityId: networkId });
  return (
    <Card
      title={t(($) => $.app.overview.figures)}
      kind="figure"
      items={(list.data?.rows ?? []).map((row) => ({ id: row.id, title: row.what, side: figureWords(t, row) }))}
      none={t(($) => $.app.overview.noFigures)}
      add={{ word: t(($) => $.app.overview.addFigure), preset: { entityId: networkId } }}
    />
  );
}

export function LinksCard({ networkId }: { readonly networkId: string }) {
  const t = useT();
  const format = useFormat();
  const list = useOperation('networkLink.list', { networkId, at: useAt() }, { keep: true });
  return (
    <Card
      title={t(($) => $.app.overview.links)}
      kind="networkLink"
      items={(list.data?.rows ?? []).map((row) => ({
        id: row.id,
        title: `${row.from.name} ${t(($) => $.lists.networkLinkKind[row.kind as 'partOf'])} ${row.to.name}`,
        side: spanWords(t, format, row),
        presence: row.presence,
      }))}
      none={t(($) => $.app.overview.noLinks)}
      add={{ word: t(($) => $.app.overview.addLink), preset: { fromId: networkId, kind: 'partOf' } }}
    />
  );
}
