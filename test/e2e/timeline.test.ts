/** The timeline as a coordinator uses it: opened, looked at by school year, walked by keyboard, clicked through, and taken along as a file. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { exampleAt, type HostKind, launchApp, type RunningApp } from './fixture.ts';

const network = exampleId('02/network');
const folder = mkdtempSync(path.join(tmpdir(), 'schakel-timeline-'));
let app: RunningApp | undefined;

afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await app?.page.screenshot({ path: path.join(root, 'dist', `failed-timeline-${app.kind}.png`) });
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

async function open(page: Page): Promise<void> {
  await exampleAt(page, `/n/${network}/timeline`);
  await page.locator('.timeline-drawing').waitFor();
  const day = page.locator('#as-of-day');
  await day.fill('31-7-2024');
  await day.press('Enter');
  await written(page, 'Stand op 31 juli 2024').waitFor();
}

const drawing = (page: Page) => page.locator('.timeline-drawing');
const written = (page: Page, text: string) => drawing(page).locator('.scene text', { hasText: text });
const mark = (page: Page, name: string | RegExp) => drawing(page).getByRole('button', { name }).first();
const axis = (page: Page): Promise<string[]> => drawing(page).locator('[data-id=part-axis] text').allTextContents();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
const drawer = (page: Page) => page.locator('aside');

describe.each<HostKind>(['loopback', 'electron'])('%s', (kind) => {
  it('shows what has a date by school year, opens a record, and folds a lane; the table says the same', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    page.setDefaultTimeout(12_000);
    await app.willSave(path.join(folder, `${kind}.schakel`));
    await open(page);
    // whole: the phases from first to last, what has no date counted
    expect(await axis(page)).toEqual(expect.arrayContaining(['2023-2024', '2027-2028']));
    await page.getByText('2 van 3 bijeenkomsten, 5 van 10 opbrengsten', { exact: false }).first().waitFor();
    // one school year, by button, and back by key
    await page.getByRole('button', { name: 'Een schooljaar verder' }).click();
    await written(page, 'aug 2023').first().waitFor();
    await page.getByRole('button', { name: 'Een schooljaar verder' }).click();
    await written(page, 'aug 2024').first().waitFor();
    expect(await written(page, 'Case report per interventieschool').count()).toBe(0);
    await mark(page, /^STAAL-werk/).focus();
    await page.keyboard.press('PageUp');
    await written(page, 'aug 2023').first().waitFor();
    await written(page, 'Case report per interventieschool').first().waitFor();
    await mark(page, /^STAAL-werk/).focus();
    await page.keyboard.press('0');
    await written(page, '2027-2028').first().waitFor();

    // walked by keyboard: from the lane to its first sign, which opens in the drawer
    await mark(page, /^STAAL-werk/).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused(page)).toMatch(/^Fase: Fase 1: analyse en exploratie, .*sep 2023 – feb 2025/);
    await page.keyboard.press('Enter');
    await drawer(page)
      .getByRole('heading', { name: /^Fase 1/ })
      .waitFor();
    // what is changed there is in the drawing at once, and undo takes it back
    const name = drawer(page).getByLabel('Naam van de fase');
    await name.fill('Verkennen');
    await name.press('Tab');
    await mark(page, /^Fase: Verkennen/).waitFor();
    await mark(page, /^Fase: Verkennen/).focus();
    await page.keyboard.press('Control+z');
    await mark(page, /^Fase: Fase 1/).waitFor();

    // a lane opens and folds; a count says what is in it
    await mark(page, /^Stuurgroep, 1 aug.* 5 deelnemers/).click();
    const several = page.locator('.timeline-several');
    await several.getByRole('heading', { name: 'Hier liggen 5 bij elkaar' }).waitFor();
    await several.getByRole('button', { name: /Schoolbestuurder 1/ }).click();
    await drawer(page)
      .getByRole('heading', { name: /Schoolbestuurder 1/ })
      .waitFor();
    await page.keyboard.press('Escape');
    await several.getByRole('button', { name: 'Sluiten' }).click();
    expect(await written(page, 'Schoolbestuurder 1').count()).toBe(0);
    await page.getByLabel('Deelnemers tonen', { exact: true }).check();
    await written(page, 'Schoolbestuurder 1').first().waitFor();
    await mark(page, /^Stuurgroep, uitgeklapt/).focus();
    await page.keyboard.press('Enter');
    await mark(page, /^Stuurgroep, ingeklapt/).waitFor();
    expect(await written(page, 'Schoolbestuurder 1').count()).toBe(0);

    // the table has the same rows, and a row opens
    await page.getByRole('tab', { name: /^Tabel/ }).click();
    await page.getByPlaceholder('Zoek in deze lijst').fill('case report');
    const row = page.locator('tr[data-index]', { hasText: 'Case report per interventieschool' });
    await row.locator('td').first().focus();
    await page.keyboard.press('Control+Enter');
    await drawer(page).getByRole('heading', { name: 'Case report per interventieschool' }).waitFor();
    await page.keyboard.press('Escape');
    // and where each stands, and what has no date: a date brings it in
    await page.getByRole('tab', { name: 'Waar het nu staat' }).click();
    expect(await page.locator('tr[data-index]').first().innerText()).toContain('Fase 1: analyse en exploratie');
    await page.getByRole('tab', { name: /^Zonder datum/ }).click();
    await page.locator('tr[data-index]').nth(6).waitFor();
    await page.locator('tr[data-index]').first().locator('td').first().focus();
    await page.keyboard.press('Control+Enter');
    await drawer(page).waitFor();
    // the field of the date has the focus at once
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true);
    await page.keyboard.insertText('maart 2025');
    await page.keyboard.press('Tab');
    await page.locator('tr[data-index]').nth(6).waitFor({ state: 'detached' });
    expect(app.problems).toEqual([]);
  });

  it('is taken along as a file, as it is shown and with people called by their role', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    page.setDefaultTimeout(12_000);
    await app.willSave(path.join(folder, `${kind}-2.schakel`));
    await open(page);
    await page.getByLabel('Deelnemers tonen', { exact: true }).check();
    await written(page, 'Schoolbestuurder 1').first().waitFor();
    await page.getByRole('button', { name: 'Opslaan als' }).click();
    await page.getByRole('menuitemradio', { name: /rol/i }).click();
    const file = path.join(folder, `${kind}.svg`);
    const { saved } = await app.willSave(file);
    if (!(await page.getByRole('menuitem', { name: /SVG/ }).isVisible())) await page.getByRole('button', { name: 'Opslaan als' }).click();
    await page.getByRole('menuitem', { name: /SVG/ }).click();
    await saved;
    await page.getByText(/Tijdlijn van STAAL-werk 2024-07-31\.svg/).waitFor();
    const svg = readFileSync(file, 'utf8');
    for (const words of ['Tijdlijn van STAAL-werk', 'Stand op 31 juli 2024', 'opbrengst gemaakt', '5 van 10 opbrengsten'])
      expect(svg).toContain(words);
    expect(svg).not.toContain('Schoolbestuurder 1');
    expect(app.problems).toEqual([]);
  });
});
