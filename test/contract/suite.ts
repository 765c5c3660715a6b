/** What every host must do, whatever it speaks: one suite, run in process, over IPC and over HTTP. */
import { expect, test } from 'vitest';
import { contract } from '../../shared/contract/index.ts';
import type { HostApi, HostEvent, Outcome } from '../../shared/contract/result.ts';
import { exampleId } from '../fixtures/portfolio.ts';

export interface Connected {
  readonly api: HostApi;
  /** A ticket to save under, and what was saved under it. */
  saved(ticket: string): Promise<Uint8Array>;
  close(): Promise<void>;
}

const at = '2024-07-31';
const networkId = exampleId('02/network');

async function value<T = Record<string, unknown>>(api: HostApi, name: string, input: unknown = {}): Promise<T> {
  const outcome = await api.run(name, input);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.error.code} ${outcome.error.message}`);
  return outcome.value as T;
}

/** Inputs of the queries that can be asked without knowing more than the example. */
const asks: readonly (readonly [string, unknown])[] = [
  ['network.list', { at }],
  ['network.get', { id: networkId }],
  ['network.measure', { networkId, at }],
  ['unit.list', { networkId, at }],
  ['relation.list', { networkId, at }],
  ['seat.list', { networkId, at }],
  ['rhythm.list', { networkId, at }],
  ['phase.list', { networkId, at }],
  ['principle.list', { networkId, at }],
  ['networkLink.list', { networkId, at }],
  ['diagram.get', { networkId, at }],
  ['diagram.list', { networkId }],
  ['person.list', { networkId, at }],
  ['person.list', { at }],
  ['person.check', {}],
  ['organisation.check', {}],
  ['entity.measure', { id: networkId }],
  ['confirmation.list', { networkId, at }],
  ['membership.list', { networkId, at }],
  ['role.list', { at }],
  ['organisation.list', { networkId, at }],
  ['roleProfile.list', { networkId }],
  ['participation.list', { containerId: networkId, at }],
  ['study.list', {}],
  ['collectionItem.list', { researchYearId: exampleId('shared/jaar-1') }],
  ['case.get', { networkId, researchYearId: exampleId('shared/jaar-1') }],
  ['statement.list', { entityId: networkId }],
  ['otherName.list', { entityId: networkId }],
  ['figure.list', { entityId: networkId }],
  ['listValue.list', {}],
  ['entity.list', { text: 'proces' }],
  ['change.list', {}],
  ['portfolio.get', {}],
  ['settings.get', {}],
  ['portfolio.list', {}],
  ['backup.list', {}],
];

export function contractSuite(name: string, connect: () => Promise<Connected>): void {
  const withHost = (what: string, run: (connected: Connected) => Promise<void>): void => {
    test(`${name}: ${what}`, async () => {
      const connected = await connect();
      try {
        await run(connected);
      } finally {
        await connected.close();
      }
    });
  };
  const withExample = (what: string, run: (connected: Connected) => Promise<void>): void =>
    withHost(what, async (connected) => {
      await value(connected.api, 'portfolio.create', { name: 'Voorbeeld', content: 'example' });
      await run(connected);
    });

  withHost('without a portfolio it says so, and offers what there is', async ({ api }) => {
    expect(await api.run('network.list', {})).toMatchObject({ ok: false, error: { code: 'not_found', details: { reason: 'noPortfolio' } } });
    expect(await value(api, 'portfolio.list')).toMatchObject({ open: null, recent: [] });
    expect(await value(api, 'settings.get')).toMatchObject({ language: 'nl' });
    expect(await api.run('network.destroy', {})).toMatchObject({ ok: false, error: { details: { reason: 'unknownOperation' } } });
  });

  withExample('what comes out is what the contract says', async ({ api }) => {
    for (const [operation, input] of asks) {
      const answer = await value(api, operation, input);
      const parsed = contract[operation as keyof typeof contract].output.safeParse(answer);
      expect(parsed.error?.issues ?? [], operation).toEqual([]);
    }
  });

  withExample('a change is told with its tables, is undone and done again', async ({ api }) => {
    const events: HostEvent[] = [];
    const stop = api.on((event) => events.push(event));
    const before = (await api.run('network.get', { id: networkId })) as Extract<Outcome, { ok: true }>;
    expect(before.tables).toContain('network');
    await value(api, 'network.update', { id: networkId, region: 'Zuid' });
    await expect.poll(() => events.some((event) => event.type === 'changed' && event.tables.includes('network'))).toBe(true);
    expect(await value(api, 'change.move', { to: 'undo' })).toMatchObject({ step: { operation: 'network.update', params: { name: 'STAAL-werk' } } });
    expect(await value(api, 'network.get', { id: networkId })).toMatchObject({ region: 'Rotterdam-Zuid' });
    await value(api, 'change.move', { to: 'redo' });
    expect(await value(api, 'network.get', { id: networkId })).toMatchObject({ region: 'Zuid' });
    expect(await value(api, 'portfolio.get')).toMatchObject({ undo: { operation: 'network.update' }, redo: null });
    stop();
  });

  withExample('writes of one group are one step', async ({ api }) => {
    for (const region of ['A', 'B']) await api.run('network.update', { id: networkId, region }, { group: 'g' });
    await api.run('network.update', { id: networkId, theme: 'C' }, { group: 'g' });
    await value(api, 'change.move', { to: 'undo' });
    expect(await value(api, 'network.get', { id: networkId })).toMatchObject({ region: 'Rotterdam-Zuid' });
    expect((await value<{ undo: unknown }>(api, 'portfolio.get')).undo).toBeNull();
  });

  withExample('a failure names the place and changes nothing', async ({ api }) => {
    expect(await api.run('network.update', { id: networkId, start: '31 februari' })).toMatchObject({
      ok: false,
      error: { code: 'invalid_input', details: { path: ['start'], reason: 'date' } },
    });
    expect((await value<{ undo: unknown }>(api, 'portfolio.get')).undo).toBeNull();
  });

  withExample('a job tells how far it is, ends, and its file comes under the ticket', async ({ api, saved }) => {
    const events: HostEvent[] = [];
    const stop = api.on((event) => events.push(event));
    const { ticket } = await value<{ ticket: string }>(api, 'ticket.create', { purpose: 'save', kind: 'svg', name: 'plaat.svg' });
    const { job } = await value<{ job: string }>(api, 'diagram.export', { networkId, at, format: 'svg', to: ticket });
    const ended = () => events.find((event) => event.type === 'jobEnded' && event.job === job);
    await expect.poll(ended, { timeout: 20_000 }).toMatchObject({ outcome: { ok: true } });
    expect(events.some((event) => event.type === 'progress' && event.job === job)).toBe(true);
    expect(new TextDecoder().decode(await saved(ticket))).toContain('<svg');
    expect(await value(api, 'job.get', { job })).toMatchObject({ state: 'ended', outcome: { ok: true } });
    stop();
  });

  withExample('a job that is stopped says cancelled and leaves no file', async ({ api }) => {
    const { ticket } = await value<{ ticket: string }>(api, 'ticket.create', { purpose: 'save', kind: 'docx', name: 'case.docx' });
    const input = { networkId, researchYearId: exampleId('shared/jaar-1'), format: 'docx', to: ticket };
    const { job } = await value<{ job: string }>(api, 'case.export', input);
    await api.cancel(job);
    await expect.poll(async () => (await value<{ state: string }>(api, 'job.get', { job })).state, { timeout: 20_000 }).toBe('ended');
    expect(await value(api, 'job.get', { job })).toMatchObject({ outcome: { ok: false, error: { code: 'cancelled' } } });
  });

  withExample('a backup brings back what was, and what is there now is set aside', async ({ api }) => {
    const backup = await value<{ id: string }>(api, 'backup.create');
    await value(api, 'network.remove', { id: networkId });
    expect((await value<{ networks: unknown[] }>(api, 'network.list', {})).networks).toHaveLength(8);
    const { setAside } = await value<{ setAside: string }>(api, 'backup.import', { id: backup.id });
    expect(setAside).toContain('voor terugzetten');
    expect((await value<{ networks: unknown[] }>(api, 'network.list', {})).networks).toHaveLength(9);
  });

  withExample('settings are kept and change the language of failures', async ({ api }) => {
    await value(api, 'settings.update', { language: 'en' });
    const outcome = await api.run('network.update', { id: networkId, name: '' });
    expect(outcome.ok ? '' : outcome.error.message).toContain('Fill in');
    expect(await api.run('settings.update', { theme: 'pink' })).toMatchObject({ ok: false, error: { code: 'invalid_input' } });
  });
}
