/**
 * The story of the first release, as a coordinator lives it: opens the example, sees STAAL-werk, moves a procesbegeleider
 * as of next September, takes that back, makes a network of her own, and takes its case description to Word.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-story-'));
let app: RunningApp | undefined;

afterEach(async ({ task }) => {
  // what was on the screen says more than what was waited for
  if (task.result?.state === 'fail')
    await app?.page.screenshot({ path: path.join(root, 'dist', `failed-${app.kind}-${task.name.slice(0, 30)}.png`) });
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const room = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click();

/** Types in a field that offers what there is, and takes the first. */
async function pick(page: Page, label: string | RegExp, text: string): Promise<void> {
  await page.locator('input').and(page.getByLabel(label)).last().fill(text);
  await page.getByRole('option', { name: text }).first().click();
}

async function openExample(running: RunningApp): Promise<void> {
  await running.willSave(path.join(folder, `${running.kind}.schakel`));
  await running.page.getByRole('button', { name: 'Voorbeeld openen' }).click();
  await running.page
    .getByRole('link', { name: /STAAL-werk/ })
    .first()
    .waitFor();
}

const sign = (page: Page, person: string, team: string) => page.locator(`[role=button][aria-label^="${person},"][aria-label*="in ${team}"]`);

async function setDay(page: Page, day: string): Promise<void> {
  const field = page.getByLabel(/Stand op/).first();
  await field.click();
  await field.fill(day);
  await field.press('Enter');
}

async function moveAndTakeBack(page: Page): Promise<void> {
  await page
    .getByRole('link', { name: /STAAL-werk/ })
    .first()
    .click();
  await room(page, 'Systeemplaatje');
  await sign(page, 'Procesbegeleider 2', 'PLG 3').first().focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Naar een ander team' }).click();
  await pick(page, 'Naar', 'PLG 4');
  await page.getByLabel('Vanaf').fill('1 september 2027');
  await page.getByRole('button', { name: 'Verplaatsen', exact: true }).click();
  await expect.poll(() => page.getByRole('button', { name: /Procesbegeleider 2 naar PLG 4/ }).count()).toBeGreaterThan(0);
  await setDay(page, '1 oktober 2027');
  await sign(page, 'Procesbegeleider 2', 'PLG 4').first().waitFor();
  expect(await sign(page, 'Procesbegeleider 2', 'PLG 3').count()).toBe(0);
  await page.locator('body').click({ position: { x: 2, y: 2 } });
  await page.keyboard.press('Control+z');
  await sign(page, 'Procesbegeleider 2', 'PLG 3').first().waitFor();
  await expect.poll(() => sign(page, 'Procesbegeleider 2', 'PLG 4').count()).toBe(0);
}

async function makeNetwork(page: Page): Promise<void> {
  await room(page, 'Portfolio');
  await page.getByRole('button', { name: 'Netwerk toevoegen' }).click();
  await page.getByLabel('Code').fill('20');
  await page.getByLabel('Naam van het netwerk').fill('Rekenen samen');
  await page.getByRole('button', { name: 'Netwerk maken' }).click();
  await room(page, 'Teams');
}

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  it('a coordinator moves a procesbegeleider as of next September and takes it back', async () => {
    app = await launchApp({ kind });
    await openExample(app);
    await moveAndTakeBack(app.page);
    expect(app.problems).toEqual([]);
  });

  it('makes a network of her own and takes its case description to Word', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    await openExample(app);
    await makeNetwork(page);
    await page.getByRole('button', { name: 'Toevoegen', exact: true }).first().click();
    await page.getByRole('menuitem', { name: 'Laag toevoegen' }).click();
    await page.getByLabel('Naam').last().fill('Laag 1');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByRole('treeitem', { name: /Laag 1/ }).count()).toBe(1);
    for (const team of ['Kerngroep', 'PLG Rekenen']) {
      await page.getByRole('button', { name: 'Toevoegen', exact: true }).first().click();
      await page.getByRole('menuitem', { name: 'Team toevoegen' }).click();
      await page.getByLabel('Naam').last().fill(team);
      await page.keyboard.press('Enter');
      await expect.poll(() => page.getByRole('treeitem', { name: new RegExp(team) }).count()).toBe(1);
    }
    await page.getByRole('treeitem', { name: /Kerngroep/ }).click();
    await page.getByRole('button', { name: 'Deelname toevoegen' }).first().click();
    await page.getByLabel('Persoon').last().fill('Projectleider rekenen');
    await page.getByRole('option', { name: /Projectleider rekenen/ }).click();
    await pick(page, 'Team of hele netwerk', 'PLG Rekenen');
    await page
      .locator('form')
      .getByRole('button', { name: /deelname toevoegen/i })
      .click();
    await room(page, 'Systeemplaatje');
    await sign(page, 'Projectleider rekenen', 'Kerngroep').first().waitFor();
    await sign(page, 'Projectleider rekenen', 'PLG Rekenen').first().waitFor();

    await room(page, 'Casebeschrijving');
    const text = page.getByRole('textbox', { name: 'Inleiding' });
    await text.click();
    await page.keyboard.type('Twee teams rekenen samen.');
    await expect.poll(() => page.getByText(/Alles opgeslagen/).count()).toBeGreaterThan(0);
    const file = path.join(folder, `${kind}.docx`);
    const { saved } = await app.willSave(file);
    await page.getByRole('button', { name: 'Bewaren als' }).click();
    await page.getByRole('menuitem', { name: 'Word' }).click();
    await page.getByText(/Bewaard: 20 Rekenen samen/).waitFor({ timeout: 30_000 });
    await saved;
    const parts = unzipSync(readFileSync(file));
    expect(strFromU8(parts['word/document.xml'] as Uint8Array)).toContain('Twee teams rekenen samen.');
    expect(Object.keys(parts).some((name) => name.endsWith('.svg'))).toBe(true);
    expect(app.problems).toEqual([]);
  });

  it('finds everything where it was after a new start', async () => {
    const userData = path.join(folder, `again-${kind}`);
    app = await launchApp({ kind, userData });
    await openExample(app);
    await makeNetwork(app.page);
    await app.close();
    app = await launchApp({ kind, userData });
    await app.page
      .getByRole('button', { name: /^Voorbeeld .*\.schakel/ })
      .first()
      .click();
    await app.page
      .getByRole('link', { name: /Rekenen samen/ })
      .first()
      .waitFor();
  });
});
