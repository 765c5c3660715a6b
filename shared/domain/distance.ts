/** How far something is from where it was made: the rings of the olievlek (model.md 4, spread step). */
import type { Distance } from './lists.ts';

/** Where a team, person, organisation or network is, as far as it is recorded. Ids, but for the regions. */
export interface Place {
  /** The team itself, or those that the person sits in. */
  readonly units: readonly string[];
  /** The organisation itself, the one that a team is in, those that a person works for or sits there for. */
  readonly organisations: readonly string[];
  /** The networks that it is part of. */
  readonly networks: readonly string[];
  /** Regions and places in words. */
  readonly regions: readonly string[];
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));
const folded = (regions: readonly string[]): string[] => regions.map((region) => region.trim().toLowerCase());

/**
 * The nearest ring that holds. Where neither the network nor the region says anything, the distance is not known: null,
 * never a guess.
 * @param from where it was made
 * @param to where it went
 * @example distanceBetween({ units: ['plg-1'], organisations: [], networks: ['02'], regions: [] }, { units: ['plg-2'], organisations: [], networks: ['02'], regions: [] }) // 'network'
 */
export function distanceBetween(from: Place, to: Place): Distance | null {
  if (meet(from.units, to.units)) return 'ownTeam';
  if (meet(from.organisations, to.organisations)) return 'ownOrganisation';
  if (meet(from.networks, to.networks)) return 'network';
  if (from.regions.length === 0 || to.regions.length === 0) return null;
  return meet(folded(from.regions), folded(to.regions)) ? 'region' : 'country';
}
