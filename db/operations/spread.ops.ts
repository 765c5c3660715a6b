import type { Parsed } from '../../shared/contract/index.ts';
import { displayName, type NameStyle } from '../../shared/domain/display-name.ts';
import type { ChainModel } from '../../shared/spread/chain-cards.ts';
import { chainScene } from '../../shared/spread/chain-scene.ts';
import { spreadScene } from '../../shared/spread/spread-scene.ts';
import type { ReadHandle } from '../connection.ts';
import { listMeetingObjects } from '../repositories/meeting.queries.ts';
import { getRecord } from '../repositories/record.repo.ts';
import { listEmbeddings, listSpread, makersOf } from '../repositories/spread.queries.ts';
import { drawn } from './drawn.ts';
import type { JobContext, Jobs } from './handler.ts';

type Choices = Parsed<'spread.export'>;
type Named = { readonly id: string; readonly name: string };

/** Pixels per px of the drawing: enough for print at the size of the screen. */
const PNG_SCALE = 3;

/** How people are called in what leaves Schakel; anything else keeps its name. */
function caller(handle: ReadHandle, style: NameStyle, someone: string): <T extends Named>(one: T) => T {
  const sql = `SELECT name, pseudonym, (SELECT role.name FROM membership JOIN membership_role ON membership_role.membership_id = membership.id
    JOIN role ON role.id = membership_role.role_id WHERE membership.person_id = person.id ORDER BY membership.start_min DESC, role.name LIMIT 1) AS role
    FROM person WHERE id = @id`;
  return (one) => {
    const person = style === 'name' ? undefined : handle.get<{ name: string; pseudonym: string | null; role: string | null }>(sql, { id: one.id });
    return person === undefined ? one : { ...one, name: displayName(person, style, someone) };
  };
}

function modelFor(handle: ReadHandle, { yieldId, at, names }: Choices, { t }: JobContext): ChainModel {
  const { name, start, standing, expectedBy } = getRecord(handle, 'yield', yieldId);
  const call = caller(
    handle,
    names ?? 'name',
    t(($) => $.exchange.someone),
  );
  return {
    object: { id: yieldId, name },
    makers: makersOf(handle, yieldId).map(call),
    start,
    ...(standing === 'actual' ? {} : { intended: { by: expectedBy } }),
    steps: listSpread(handle, { yieldId }, at).map((step) => ({
      ...step,
      from: step.from && call(step.from),
      to: step.to && call(step.to),
      carriedBy: step.carriedBy && call(step.carriedBy),
    })),
    meetings: listMeetingObjects(handle, { yieldId }),
    embeddings: listEmbeddings(handle, { entityId: yieldId }, at),
  };
}

export const spreadJobs = {
  'spread.export': (handle, input, context) =>
    drawn(context, input, PNG_SCALE, () => {
      const { t } = context;
      const { at, route = null } = input;
      const model = modelFor(handle, input, context);
      return input.what === 'chain' ? chainScene(model, { t, at, header: true }) : spreadScene(model, { t, at, route, header: true });
    }),
} satisfies Partial<Jobs>;
