/** How much of a drawing moves when one person is added to one unit. */
import { type DiagramOptions, layoutParts, slotsOf } from '../../shared/diagram/layout.ts';
import type { DiagramModel } from '../../shared/diagram/model.ts';
import { allMarks } from './check-layout.ts';

export interface Moved {
  readonly unitId: string;
  readonly share: number;
  /** px */
  readonly furthest: number;
  readonly sameOrder: boolean;
}

const places = (model: DiagramModel, options: DiagramOptions): Map<string, { x: number; y: number }> =>
  new Map(
    layoutParts(model, options)
      .geometry.rows.flat()
      .flatMap(allMarks)
      .map((mark) => [`${mark.containerId} ${mark.id}`, { x: mark.cx, y: mark.cy }]),
  );

/** Adds someone new to each unit in turn. */
export function additions(model: DiagramModel, options: DiagramOptions): Moved[] {
  const kept = { ...model, slots: slotsOf(layoutParts(model, options)) };
  const before = places(kept, options);
  return model.units.map((unit) => {
    const person = {
      id: 'm-new',
      personId: 'p-new',
      containerId: unit.id,
      name: 'Leraar 99',
      role: null,
      roleFamily: null,
      organisationId: null,
      appointed: false,
      presence: 'yes' as const,
    };
    const after = places({ ...kept, memberships: [...kept.memberships, person] }, options);
    const moves = [...before].map(([key, was]) => {
      const now = after.get(key);
      return now ? Math.hypot(now.x - was.x, now.y - was.y) : Number.POSITIVE_INFINITY;
    });
    const order = (all: ReadonlyMap<string, unknown>): string => [...all.keys()].filter((key) => before.has(key)).join('|');
    return {
      unitId: unit.id,
      share: moves.filter((far) => far > 0.5).length / Math.max(1, moves.length),
      furthest: Math.max(0, ...moves),
      sameOrder: order(before) === order(after),
    };
  });
}
