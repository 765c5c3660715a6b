/**
 * The hour of a coordinator: forty names from a list, teams drawn, people dragged in, and at once it is clear who sits
 * in three places. A year later she puts two dates side by side and sees what changed. Every click, key, drag and typed
 * field is counted.
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
      // those below it come up one place
      await loose.waitFor({ state: 'detached' });
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

  // catches: a change of a year later that changes the year before, or one that the comparison calls by another name
  it('a year later puts two dates side by side and sees who is new, gone and moved, in at most 15 actions', async () => {
    const { page } = app;
    await handsOn(page).leave();
    const now = await page.getByLabel('Stand op').first().inputValue();
    const later = now.replace(/\d{4}$/, (year) => String(Number(year) + 1));
    const question = page.locator('.draw-question');
    hands.restart();
    await hands.fill('Stand op', later);
    await hands.press('Enter');
    // one to another team
    await hands.drag(
      ...(await hands.see(
        () => hands.sign('Docent 1, in PLG 1'),
        () => hands.foot('PLG 2, team'),
      )),
    );
    await hands.clickOn(question.getByText('Hierheen, en daar weg'));
    await hands.agree();
    await hands.target('Docent 1, in PLG 2').waitFor();
    // one new
    await hands.doubleClick(await hands.foot('PLG 1, team'));
    await question.locator(':focus').waitFor();
    await hands.type('Docent 41');
    await page.getByRole('option', { name: /Nieuw: .Docent 41/ }).waitFor();
    await hands.press('Enter');
    await hands.fill('Sinds', later);
    await hands.agree();
    await hands.target('Docent 41, in PLG 1').waitFor();
    // one gone
    const frame = await page.locator('.diagram-frame').boundingBox();
    const ground = async () => ({ x: (frame?.x ?? 0) + 20, y: (frame?.y ?? 0) + (frame?.height ?? 0) / 2 });
    await hands.drag(...(await hands.see(() => hands.sign('Docent 2, in PLG 2'), ground)));
    await hands.agree();
    // a month on, against a year before
    await hands.press('Alt+ArrowUp');
    await hands.click('Vergelijken met');
    await hands.click(/^Een jaar eerder/);
    const list = page.getByRole('region', { name: 'Wat veranderde' });
    await list.waitFor();
    expect(hands.actions).toBeLessThanOrEqual(15);
    const part = (heading: RegExp) => list.locator('.diagram-group').filter({ has: page.getByRole('heading', { name: heading }) });
    const names = (heading: RegExp) => part(heading).locator('.diagram-link').allTextContents();
    expect(await names(/Erbij gekomen/)).toEqual(['Docent 41']);
    expect(await names(/Weg/)).toEqual(['Docent 2']);
    expect(await names(/Van plek veranderd/)).toEqual(['Docent 1']);
    expect(await part(/Van plek veranderd/).innerText()).toContain('van PLG 1 naar PLG 2');
    // 36 without a team, five in theirs, six teams, two relations
    expect(await list.innerText()).toMatch(/Gebleven: 49$/);
    const signs = (words: string) =>
      page.locator(`[data-drawing] [role=button][aria-label*="${words}"]`).evaluateAll((all) => all.map((one) => one.ariaLabel?.split(',')[0]));
    expect(await signs('erbij gekomen')).toEqual(['Docent 41']);
    expect(await signs(', weg')).toEqual(['Docent 2']);
    expect(await signs('kwam van een andere plek')).toEqual(['Docent 1']);
    expect(await signs('ging naar een andere plek')).toEqual(['Docent 1']);
    expect(app.problems).toEqual([]);
  });
});
