/** The model that is drawn: of the day, or of the day laid beside another one or beside the plan. */
import { useMemo } from 'react';
import { compareDays, compareWithPlan } from '../../../../shared/diagram/compare.ts';
import type { DiagramModel, DiagramSlot } from '../../../../shared/diagram/model.ts';
import type { NameStyle } from '../../../../shared/domain/display-name.ts';
import { isDay } from '../../../../shared/domain/edtf.ts';
import { useOperation } from '../../../client/use-operation.ts';
import { useView } from '../../../state/view.store.ts';
import { useCalled } from '../read/use-reading.ts';

/** A day or `plan`, as in the field `compareDay` of a saved view; null is no comparison. */
export type Against = string | null;

const PANEL = 'diagram.compare';

/** What the day is compared with, kept while the portfolio is open. */
export function useAgainst(): { readonly against: Against; setAgainst(against: Against): void } {
  const kept = useView((view) => view.panels[PANEL] ?? '');
  const setPanel = useView((view) => view.setPanel);
  return { against: kept === 'plan' || isDay(kept) ? kept : null, setAgainst: (against) => setPanel(PANEL, against ?? '') };
}

const inPlaces = (model: DiagramModel, slots: readonly DiagramSlot[] | null): DiagramModel => (slots === null ? model : { ...model, slots });

/**
 * Lays the model of a day beside another day or the plan.
 * @param model of the day, as it was asked for
 * @param names how people are called in both
 * @returns null while the other one is still on its way
 */
export function useBeside(
  networkId: string,
  day: string,
  model: DiagramModel | undefined,
  against: Against,
  names: NameStyle,
): DiagramModel | null | undefined {
  const asked =
    against === null ? null : against === 'plan' ? { networkId, at: day, plan: true, names } : { networkId, at: against, ended: false, names };
  const { data: other } = useOperation('diagram.get', asked);
  return useMemo(() => {
    if (!model || against === null) return model;
    if (!other) return null;
    return against === 'plan' ? compareWithPlan(other) : compareDays(other, model);
  }, [model, other, against]);
}

/**
 * @param model of the day, as it was asked for
 * @param slots places to keep while time plays; null is those that are kept
 * @returns the model as it came while the other one is still on its way
 */
export function useCompared(networkId: string, model: DiagramModel | undefined, slots: readonly DiagramSlot[] | null): DiagramModel | undefined {
  const { against } = useAgainst();
  const day = useView((view) => view.day);
  const beside = useBeside(networkId, day, model, against, useCalled(networkId)) ?? model;
  return useMemo(() => beside && inPlaces(beside, slots), [beside, slots]);
}
