/**
 * The hour of a coordinator: forty names from a list, teams drawn, people dragged in, and at once it is clear who sits
 * in three places. Every click, key, drag and typed field is counted.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeSharedBrowser, root } from './browsers.ts';
import { type CountingHands, countingHands } from './counting-hands.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { handsOn } from './keyboard-hands.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-hour-'));
const forty = [
  'Projectleider',
  'Coördinator',
  ...Array.from({ length: 6 }, (_, n) => `Procesbegeleider ${n + 1}`),
  ...Array.from({ length: 8 }, (_, n) => `Schoolleider ${n + 1}`),
  ...Array.from({ length: 20 }, (_, n) => `Docent ${n + 1}`),
  ...Array.from({ length: 4 }, (_, n) => `Onderzoeker ${n + 1}`),
];

afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  let app: RunningApp;
  let hands: CountingHands;

  beforeAll(async () => {
    app = await launchApp({ kind });
    app.page.setDefaultTimeout(8000);
    hands = countingHands(app.page);
    await app.willSave(path.join(folder, `${kind}.schakel`));
    await app.page.getByLabel('Naam van het portfolio').fill('Mijn netwerk');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('heading', { name: 'Hier komen je netwerken' }).waitFor();
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-hour-${kind}-${task.name.slice(0, 40)}.png`) });
  });

  // catches: a start that asks more than a name, a shape and a list
  it('begins with a shape and forty pasted names, in at most 12 actions', async () => {
    hands.restart();
    await hands.click('Netwerk toevoegen');
    await hands.type('20');
    await hands.fill('Naam van het netwerk', 'Rekenen samen');
    await hands.press('Enter');
    await hands.fill('Namen', forty.join('\n'));
    await hands.click(/^Verder naar/);
    await app.page.getByText('40 personen zonder team').waitFor();
    expect(hands.actions).toBeLessThanOrEqual(12);
    await expect.poll(() => app.page.locator('[data-item^="unit"]').count()).toBe(6);
  });

  // catches: someone who is put in a team and stays behind in the list, or who is in it twice
  it('drags people from the list into the teams, two actions each', async () => {
    hands.restart();
    for (const [name, team] of [
      ['Projectleider', 'Kerngroep'],
      ['Procesbegeleider 1', 'PLG 1'],
      ['Docent 1', 'PLG 1'],
      ['Docent 2', 'PLG 2'],
    ] as const) {
      const loose = app.page.locator('[data-loose]').filter({ hasText: new RegExp(`^${name}$`) });
      await loose.scrollIntoViewIfNeeded();
      const box = await loose.boundingBox();
      await hands.drag({ x: (box?.x ?? 0) + 12, y: (box?.y ?? 0) + 8 }, await hands.foot(`${team}, team`));
      await hands.agree();
    }
    expect(hands.actions).toBe(8);
    await app.page.getByText('36 personen zonder team').waitFor();
    await hands.target('Docent 1, in PLG 1').waitFor();
  });

  // catches: a new member of three teams that costs more than eight actions
  it('makes a new member of three teams in at most 8 actions, and shows at once that she sits in three', async () => {
    await app.page.getByRole('button', { name: 'Lijst sluiten' }).click();
    hands.restart();
    await hands.doubleClick(await hands.foot('PLG 3, team'));
    await app.page.locator('.draw-question :focus').waitFor();
    await hands.type('Bruggenbouwer 1');
    await app.page.getByRole('option', { name: /Nieuw: .Bruggenbouwer 1/ }).waitFor();
    await hands.press('Enter');
    await hands.agree();
    for (const team of ['PLG 4', 'Stuurgroep']) {
      await hands.drag(await hands.sign('Bruggenbouwer 1, in PLG 3'), await hands.foot(`${team}, team`));
      await hands.agree();
    }
    expect(hands.actions).toBeLessThanOrEqual(8);
    await expect.poll(() => app.page.locator('[data-item^="membership"][aria-label*="Bruggenbouwer 1"][aria-label*="in 3 teams"]').count()).toBe(3);
    await handsOn(app.page).find('Bruggenbouwer 1', /Persoon/);
    await app.page.getByRole('complementary').getByRole('heading', { name: 'Bruggenbouwer 1', level: 2 }).waitFor();
    expect(app.problems).toEqual([]);
  });
});
