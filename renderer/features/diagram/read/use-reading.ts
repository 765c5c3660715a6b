/** How the drawing is read now: what is folded, filtered, in focus, and which view is open; and the scene that follows from it. */
import { useMemo } from 'react';
import type { Input, Output } from '../../../../shared/contract/index.ts';
import { calledIn, type Facet, facetsOf, filterOf, hidersOf, marksOf, readPair, type Tally, tallyOf } from '../../../../shared/diagram/filter.ts';
import type { Focus } from '../../../../shared/diagram/focus.ts';
import { foldableIn, foldedAtFirst, foldsOf } from '../../../../shared/diagram/fold.ts';
import { type DiagramLayout, type DiagramOptions, drawScene, layoutParts } from '../../../../shared/diagram/layout.ts';
import type { DiagramReading } from '../../../../shared/diagram/layout-result.ts';
import type { DiagramModel } from '../../../../shared/diagram/model.ts';
import type { Scene } from '../../../../shared/diagram/scene.ts';
import type { DiagramRow } from '../../../../shared/diagram/table.ts';
import type { NameStyle } from '../../../../shared/domain/display-name.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';

export type SavedView = Output<'view.list'>['rows'][number];

interface Kept {
  /** Null is what the drawing itself folds: a crowd everything, another nothing. */
  readonly folded: readonly string[] | null;
  readonly hidden: readonly string[];
  readonly focus: Focus | null;
  readonly viewId: string | null;
}

const plain: Kept = { folded: null, hidden: [], focus: null, viewId: null };

/** Kept while the portfolio is open, per network. */
function useKept(networkId: string) {
  const name = `diagram.reading.${networkId}`;
  const text = useView((view) => view.panels[name]);
  const setPanel = useView((view) => view.setPanel);
  const kept = useMemo<Kept>(() => (text === undefined ? plain : JSON.parse(text)), [text]);
  return { kept, change: (part: Partial<Kept>) => setPanel(name, JSON.stringify({ ...kept, ...part })) };
}

/** How people are called in the drawing of a network. */
export const useCalled = (networkId: string): NameStyle => calledIn(useKept(networkId).kept.hidden);

export interface Reading {
  readonly layout: DiagramLayout;
  readonly scene: Scene;
  /** What is asked of the scene, also for paper and files. */
  readonly asked: Required<DiagramReading>;
  /** The same for the operation that writes a file. */
  readonly exported: Pick<Input<'diagram.export'>, 'folded' | 'hidden' | 'focusId' | 'focusSteps' | 'viewId'>;
  readonly facets: readonly Facet[];
  readonly tally: { readonly signs: Tally; readonly relations: Tally };
  readonly views: readonly SavedView[];
  readonly view: SavedView | null;
  /** The selection, when it is not in view: the filters that hide it, and the folded team that it is in. */
  readonly lost: {
    readonly name: string;
    readonly hiders: readonly string[];
    readonly card: { readonly id: string; readonly name: string } | null;
  } | null;
  /** Whether teams are folded because the network is full, not because someone said so. */
  readonly crowd: boolean;
  readonly canFold: ReadonlySet<string>;
  setFolded(ids: readonly string[]): void;
  toggleFold(id: string): void;
  setHidden(pairs: readonly string[]): void;
  setFocus(focus: Focus | null): void;
  openView(id: string | null): void;
  change(part: Partial<Kept>): void;
  showsRow(row: DiagramRow): boolean;
}

/** Where someone or something that is chosen is, when it cannot be seen. */
function lostIn(layout: DiagramLayout, asked: DiagramReading, selected: string | null): Reading['lost'] {
  if (selected === null) return null;
  const marks = marksOf(layout).filter((mark) => mark.id === selected || mark.personId === selected);
  const [mark] = marks;
  if (!mark) return null;
  const hiders = hidersOf(layout, asked.hidden ?? [], new Set([selected]));
  const folds = foldsOf(layout, asked.folded ?? []);
  const cards = marks.map((one) => folds.cardOf(one));
  const card = cards.every((one) => one !== null) ? (cards[0] ?? null) : null;
  return hiders.length === 0 && !card ? null : { name: mark.text, hiders, card };
}

/** Rows of the table that the filter leaves. */
function rowsLeft(layout: DiagramLayout, hidden: readonly string[]): (row: DiagramRow) => boolean {
  const filter = filterOf(layout.look, hidden);
  const gone = new Set(marksOf(layout).flatMap((mark) => (filter.shows(mark) ? [] : [`${mark.containerId} ${mark.id}`])));
  const organisations = new Map(layout.look.model.participations.map((one) => [one.id, one.organisationId]));
  return (row) => !gone.has(`${row.unitId} ${row.kind === 'organisation' ? organisations.get(row.id) : row.id}`);
}

const exportedOf = ({ folded, hidden, focus }: Required<DiagramReading>, viewId: string | null): Reading['exported'] => ({
  folded: [...folded],
  hidden: [...hidden],
  focusId: focus?.id ?? null,
  focusSteps: focus?.steps ?? 1,
  viewId,
});

/** The layout without anyone chosen, and with who is: that changes only the lines, and only in a crowd. */
function useLayouts(model: DiagramModel | undefined, { colour, words, showEnded }: DiagramOptions, person: string | null) {
  const still = useMemo(() => (model ? layoutParts(model, { colour, words, showEnded }) : null), [model, colour, words, showEnded]);
  const chosen = still?.dense ? person : null;
  const layout = useMemo(
    () => (model && chosen ? layoutParts(model, { colour, words, showEnded, selection: { personId: chosen } }) : still),
    [still, model, chosen, colour, words, showEnded],
  );
  return { still, layout };
}

/** What follows from a layout and what is asked of it. */
function useFacts(still: DiagramLayout | null, asked: Required<DiagramReading>, selected: string | null) {
  const { hidden } = asked;
  return {
    facets: useMemo(() => (still ? facetsOf(still) : []), [still]),
    tally: useMemo(() => (still ? tallyOf(still, hidden) : null), [still, hidden]),
    canFold: useMemo(() => new Set(still ? foldableIn(still) : []), [still]),
    lost: useMemo(() => (still ? lostIn(still, asked, selected) : null), [still, asked, selected]),
    showsRow: useMemo(() => (still ? rowsLeft(still, hidden) : () => true), [still, hidden]),
  };
}

/** @param options how it is drawn apart from the reading; null while there is no model */
export function useReading(networkId: string, model: DiagramModel | undefined, options: DiagramOptions, selected: string | null): Reading | null {
  const { kept, change } = useKept(networkId);
  const views = useOperation('view.list', { networkId }).data?.rows ?? [];
  const view = views.find((one) => one.id === kept.viewId) ?? null;
  const { colour, words, showEnded } = options;
  const person = model?.memberships.find((row) => row.id === selected || row.personId === selected)?.personId ?? null;
  const { still, layout } = useLayouts(model, options, person);
  const folded = useMemo(() => kept.folded ?? (still ? foldedAtFirst(still) : []), [kept.folded, still]);
  const asked = useMemo(
    () => ({ folded, hidden: kept.hidden, focus: kept.focus, notes: view?.notes ?? [] }),
    [folded, kept.hidden, kept.focus, view],
  );
  const selection = useMemo(() => ({ personId: person, ids: selected === null ? [] : [selected] }), [person, selected]);
  const scene = useMemo(
    () => (layout ? drawScene(layout, { colour, words, showEnded, ...asked, selection }) : null),
    [layout, colour, words, showEnded, asked, selection],
  );
  const { tally, ...facts } = useFacts(still, asked, selected);
  if (!layout || !scene || !tally) return null;
  return {
    ...facts,
    tally,
    layout,
    scene,
    asked,
    exported: exportedOf(asked, view?.id ?? null),
    views,
    view,
    crowd: kept.folded === null && folded.length > 0,
    change,
    setFolded: (ids) => change({ folded: ids }),
    toggleFold: (id) => change({ folded: folded.includes(id) ? folded.filter((one) => one !== id) : [...folded, id] }),
    setHidden: (hidden) => change({ hidden }),
    // which way one looked goes with where one looked from
    setFocus: (focus) => change(focus === null ? { focus, hidden: kept.hidden.filter((pair) => readPair(pair)?.attribute !== 'way') } : { focus }),
    openView: (viewId) => change({ viewId }),
  };
}
