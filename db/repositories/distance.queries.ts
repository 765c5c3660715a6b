/** Where things are, and how far apart: what the rings of the olievlek rest on. */
import { distanceBetween, type Place } from '../../shared/domain/distance.ts';
import type { Distance } from '../../shared/domain/lists.ts';
import type { ReadHandle } from '../connection.ts';
import { nameOf } from './network.queries.ts';

/** Of an organisation, of the one that a team is in, else of one that a person works or sits there for. */
const organisationKind = (id: string): string => `(SELECT kind FROM organisation WHERE organisation.id IN (
  ${id}, (SELECT host_id FROM unit WHERE unit.id = ${id}), coalesce(
    (SELECT organisation_id FROM membership WHERE person_id = ${id} AND organisation_id IS NOT NULL ORDER BY start_min DESC, id LIMIT 1),
    (SELECT organisation_id FROM employment WHERE person_id = ${id} AND organisation_id IS NOT NULL ORDER BY start_min DESC, id LIMIT 1))))`;
/** A place as JSON. @param id SQL of its id */
export const place = (id: string): string =>
  `iif(${id} IS NULL, NULL, json_object('id', ${id}, 'name', ${nameOf(id)}, 'kind', (SELECT kind FROM entity WHERE id = ${id}), 'organisationKind', ${organisationKind(id)}))`;

const placeSql = `
  SELECT 'units' AS what, @id AS value FROM unit WHERE id = @id
  UNION SELECT 'units', container_id FROM membership JOIN unit ON unit.id = container_id WHERE person_id = @id AND membership.standing = 'actual'
  UNION SELECT 'organisations', @id FROM organisation WHERE id = @id
  UNION SELECT 'organisations', host_id FROM unit WHERE id = @id AND host_id IS NOT NULL
  UNION SELECT 'organisations', organisation_id FROM membership WHERE person_id = @id AND organisation_id IS NOT NULL
  UNION SELECT 'organisations', organisation_id FROM employment WHERE person_id = @id AND organisation_id IS NOT NULL
  UNION SELECT 'networks', @id FROM network WHERE id = @id
  UNION SELECT 'networks', network_id FROM unit WHERE id = @id OR host_id = @id
  UNION SELECT 'networks', entity.home_network_id FROM membership JOIN entity ON entity.id = membership.id
    WHERE (person_id = @id OR organisation_id = @id) AND entity.home_network_id IS NOT NULL
  UNION SELECT 'networks', entity.home_network_id FROM participation JOIN entity ON entity.id = participation.id
    WHERE organisation_id = @id AND entity.home_network_id IS NOT NULL
  UNION SELECT 'regions', value FROM organisation, json_each(json_array(place)) WHERE organisation.id = @id AND place IS NOT NULL
  UNION SELECT 'regions', value FROM network, json_each(json_array(region, province, place)) WHERE network.id = @id AND value IS NOT NULL`;

/** Where things are, each asked for once. */
export class Atlas {
  readonly #handle: ReadHandle;
  readonly #places = new Map<string, Place>();

  constructor(handle: ReadHandle) {
    this.#handle = handle;
  }

  of(id: string): Place {
    const known = this.#places.get(id);
    if (known) return known;
    const rows = this.#handle.all<{ what: keyof Place; value: string }>(placeSql, { id });
    const all = (what: keyof Place): string[] => rows.filter((row) => row.what === what).map((row) => row.value);
    // the network of something says in which region it is, where it does not say so itself
    const networks = all('networks');
    const place: Place = {
      units: all('units'),
      organisations: all('organisations'),
      networks,
      regions: [...all('regions'), ...networks.flatMap((network) => (network === id ? [] : this.of(network).regions))],
    };
    this.#places.set(id, place);
    return place;
  }

  /** Several places as one. */
  ofAll(ids: readonly string[]): Place {
    const all = ids.map((id) => this.of(id));
    return {
      units: all.flatMap((place) => place.units),
      organisations: all.flatMap((place) => place.organisations),
      networks: all.flatMap((place) => place.networks),
      regions: all.flatMap((place) => place.regions),
    };
  }
}

/** From the makers; where nobody says who made it, from where it came. */
export function distanceTo(atlas: Atlas, makers: readonly string[], from: string | null, to: string): Distance | null {
  const origin = makers.length > 0 ? makers : from === null ? [] : [from];
  return origin.length === 0 ? null : distanceBetween(atlas.ofAll(origin), atlas.of(to));
}

/** The distance that follows for a step that is not there yet. */
export function deriveDistance(
  handle: ReadHandle,
  step: { readonly yieldId: string; readonly fromId: string | null; readonly toId: string },
): Distance | null {
  const rows = handle.all<{ id: string }>('SELECT maker_id AS id FROM yield_maker WHERE yield_id = @yieldId', { yieldId: step.yieldId });
  const makers = rows.map((row) => row.id);
  return distanceTo(new Atlas(handle), makers, step.fromId, step.toId);
}
