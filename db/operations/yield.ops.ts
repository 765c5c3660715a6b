import { listActivities } from '../repositories/activity.queries.ts';
import { deriveDistance } from '../repositories/distance.queries.ts';
import { getRecord } from '../repositories/record.repo.ts';
import { listEmbeddings, listQualities, listSpread, listYields, measureYield } from '../repositories/spread.queries.ts';
import type { Queries } from './handler.ts';

export const yieldQueries = {
  'yield.list': (handle, { networkId, at }) => ({ rows: listYields(handle, networkId, at) }),
  'yield.measure': (handle, { id, at }) => {
    return measureYield(handle, id, getRecord(handle, 'yield', id), at);
  },
  'quality.list': (handle, { yieldId }) => ({ rows: listQualities(handle, yieldId) }),
  'spread.list': (handle, { at, ...scope }) => ({ rows: listSpread(handle, scope, at) }),
  'spread.measure': (handle, step) => ({ derived: deriveDistance(handle, step) }),
  'embedding.list': (handle, { at, ...scope }) => ({ rows: listEmbeddings(handle, scope, at) }),
  'activity.list': (handle, { networkId }) => ({ rows: listActivities(handle, networkId) }),
} satisfies Partial<Queries>;
