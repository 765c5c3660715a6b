/** Every kind of record is made, changed, removed, brought back and removed again by keyboard alone, in both hosts. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { type Hands, handsOn } from './keyboard-hands.ts';
import { type Round, rounds } from './keyboard-rounds.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-keys-'));
const network = exampleId('02/network');

afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

/** All ids in an answer, however deep. */
function idsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(idsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => (key === 'id' && typeof inner === 'string' ? [inner] : idsIn(inner)));
}

async function listed(hands: Hands, { list }: Round): Promise<ReadonlySet<string>> {
  const { ok, value } = await hands.run(...list);
  if (!ok) throw new Error(`${list[0]}: ${JSON.stringify(value)}`);
  return new Set(idsIn(value));
}

const field = async (hands: Hands, { kind, changed }: Round, id: string): Promise<unknown> => {
  const { ok, value } = await hands.run(`${kind}.get`, { id });
  return ok ? (value as Record<string, unknown>)[changed[0]] : 'gone';
};

/** The id of the record that the list has now and did not have before. */
async function made(hands: Hands, round: Round, before: ReadonlySet<string>): Promise<string> {
  let found: string | undefined;
  await expect
    .poll(
      async () => {
        for (const id of (await listed(hands, round)).difference(before)) if ((await field(hands, round, id)) !== 'gone') found = id;
        return found;
      },
      { timeout: 5000 },
    )
    .toBeDefined();
  return found as string;
}

async function live(hands: Hands, round: Round): Promise<void> {
  const before = await listed(hands, round);
  await round.make(hands);
  const id = await made(hands, round, before);
  const now = () => expect.poll(() => field(hands, round, id), { timeout: 5000 });
  await round.open?.(hands);
  await hands.page.getByRole('complementary').getByRole('button', { name: round.remove }).waitFor();
  await hands.toPane('drawer');
  await round.change(hands);
  await now().toEqual(round.changed[1]);
  await hands.hit(round.remove);
  await now().toBe('gone');
  await hands.press('Control+z');
  await now().toEqual(round.changed[1]);
  await hands.press('Control+Shift+z');
  await now().toBe('gone');
}

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  let app: RunningApp;
  let hands: Hands;

  beforeAll(async () => {
    app = await launchApp({ kind });
    app.page.setDefaultTimeout(8000);
    hands = handsOn(app.page);
    // catches: a first start that only a mouse can pass
    await app.willSave(path.join(folder, `${kind}.schakel`));
    await app.page.getByRole('button', { name: 'Voorbeeld openen' }).waitFor();
    await hands.hit('Voorbeeld openen');
    await app.page
      .getByRole('link', { name: /STAAL-werk/ })
      .first()
      .waitFor();
    await hands.hit(/STAAL-werk/);
    await app.page.waitForURL((url) => url.hash.includes(network));
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    // what was on the screen says more than what was waited for
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-keys-${kind}-${task.name.slice(0, 40)}.png`) });
    for (let n = 0; n < 4; n++) await hands.press('Escape');
  });

  // catches: a kind of record with a control, a form or a removal that the keyboard cannot reach or finish
  it.each(rounds)('$kind is made, changed, removed and brought back', async (round) => {
    await live(hands, round);
    expect(app.problems).toEqual([]);
  });
});
