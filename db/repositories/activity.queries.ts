/** The register of activities: a view on the meetings that are open to others and on the products (model.md 3). */
import type { Output } from '../../shared/contract/index.ts';
import { displayName, type Nameable, type NameStyle } from '../../shared/domain/display-name.ts';
import type { ReadHandle } from '../connection.ts';
import { json } from './json.ts';
import { nameOf } from './network.queries.ts';
import { figuresOf } from './spread.queries.ts';

type Activity = Output<'activity.list'>['rows'][number];
type ActivitySql = Omit<Activity, 'layer' | 'targetGroups' | 'carriedOutBy' | 'reach' | 'mark'> & {
  layerId: string | null;
  layer: string | null;
  targetGroups: string;
  carriedOutBy: string;
};

const activitySql = `
  SELECT it.*, layer.name AS layer FROM (
    SELECT id, 'meeting' AS of, name, kind, note AS description, layer_id AS layerId, target_groups AS targetGroups, standing, start, end, start_min AS day,
           (SELECT json_group_array(json_object('id', doer_id, 'name', ${nameOf('doer_id')}) ORDER BY position) FROM meeting_doer WHERE meeting_id = meeting.id AND part = 'carriedOut') AS carriedOutBy
    FROM meeting WHERE network_id = @networkId AND is_open = 1
    UNION ALL
    SELECT id, 'yield', name, form, description, layer_id, target_groups, standing, start, end, start_min,
           (SELECT json_group_array(json_object('id', maker_id, 'name', ${nameOf('maker_id')}) ORDER BY position) FROM yield_maker WHERE yield_id = yield.id)
    FROM yield WHERE network_id = @networkId AND type = 'product') AS it
  JOIN entity ON entity.id = it.id LEFT JOIN layer ON layer.id = it.layerId ORDER BY layer.position, entity.created_at, it.id`;

interface Doer {
  readonly id: string;
  readonly name: string;
}
const peopleSql = `
  SELECT person.id, person.name, person.pseudonym,
         (SELECT role.name FROM membership JOIN entity ON entity.id = membership.id JOIN membership_role ON membership_role.membership_id = membership.id
            JOIN role ON role.id = membership_role.role_id
          WHERE membership.person_id = person.id ORDER BY entity.home_network_id <> @networkId, entity.created_at, membership_role.position LIMIT 1) AS role
  FROM person WHERE id IN (SELECT doer_id FROM meeting_doer UNION SELECT maker_id FROM yield_maker)`;

/** What to call who carried something out: organisations and teams by their name, people as the reader may know them. */
export function namesOfDoers(handle: ReadHandle, networkId: string, style: NameStyle, someone: string): (doer: Doer) => string {
  const people = new Map(handle.all<Nameable & { id: string }>(peopleSql, { networkId }).map((person) => [person.id, person]));
  return ({ id, name }) => {
    const person = people.get(id);
    return person ? displayName(person, style, someone) : name;
  };
}

/** By pillar, in the order in which they were written down. @param called what to call who carried it out */
export function listActivities(handle: ReadHandle, networkId: string, called: (doer: Doer) => string = ({ name }) => name): Activity[] {
  const rows = handle.all<ActivitySql & { day?: string }>(activitySql, { networkId });
  const figures = figuresOf(
    handle,
    rows.map((row) => row.id),
  );
  return rows.map(({ layerId, layer, targetGroups, carriedOutBy, day: _day, ...row }): Activity => {
    const own = figures.get(row.id) ?? [];
    return {
      ...row,
      layer: layerId === null ? null : { id: layerId, name: layer ?? '' },
      targetGroups: json(targetGroups),
      carriedOutBy: json<Doer[]>(carriedOutBy).map(called),
      reach: own.filter((figure) => figure.aspect === 'reach'),
      mark: own.filter((figure) => figure.aspect === 'mark'),
    };
  });
}
