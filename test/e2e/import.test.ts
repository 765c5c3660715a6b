/** A coordinator has forty roles as names in Excel: they come in, in teams that are made on the way, and go back in one undo. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readFile } from '../../shared/exchange/read-file.ts';
import { writeWorkbook } from '../../shared/exchange/write-workbook.ts';
import { faults } from './axe-hands.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-import-'));
const list = path.join(folder, 'deelnemers.xlsx');
const roles = ['Leraar', 'Procesbegeleider', 'Onderzoeker', 'Schoolleider'];
writeFileSync(
  list,
  writeWorkbook([
    {
      name: 'Deelnemers',
      rows: [
        ['Naam', 'E-mail', 'Werkgever', 'Rol', 'Team', 'Sinds'],
        ...Array.from({ length: 40 }, (_none, index) => {
          const role = roles[index % 4] as string;
          return [
            `${role} rekenen ${Math.floor(index / 4) + 1}`,
            null,
            `Rekenschool ${(index % 5) + 1}`,
            role.toLowerCase(),
            `PLG ${(index % 3) + 1}`,
            45536,
          ];
        }),
      ],
    },
  ]),
);

let app: RunningApp | undefined;
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await app?.page.screenshot({ path: path.join(root, 'dist', `failed-import-${app.kind}.png`) });
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const room = (page: Page, name: string) => page.getByRole('navigation').getByRole('link', { name }).click();
const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function newNetwork(running: RunningApp): Promise<void> {
  const { page } = running;
  await running.willSave(path.join(folder, `${running.kind}.schakel`));
  await button(page, 'Voorbeeld openen').click();
  await button(page, 'Netwerk toevoegen').click();
  await page.getByLabel('Code').fill('20');
  await page.getByLabel('Naam van het netwerk').fill('Rekenen samen');
  await button(page, 'Netwerk maken').click();
  await room(page, 'Personen');
}

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  it('forty names from Excel, in three new teams, and back', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    await newNetwork(app);
    await button(page, 'Kies een bestand').click();
    await app.willOpen(list);
    await button(page, 'Bestand kiezen').click();
    await page.getByRole('heading', { name: '2. Wat staat in welke kolom?' }).waitFor();
    await expect.poll(() => page.getByLabel('Betekent: Werkgever').inputValue()).toBe('employment.organisationId');
    await button(page, 'Alle nieuwe teams maken (3)').click();
    const apply = button(page, /^Importeren: .*40 personen erbij/);
    await apply.waitFor();
    expect(await faults(page)).toEqual([]);
    if (process.env.SCHAKEL_PICTURES) await page.screenshot({ path: path.join(process.env.SCHAKEL_PICTURES, `import-${kind}.png`), fullPage: true });
    await apply.click();
    await page.getByText(/Klaar\. .*40 personen erbij/).waitFor();
    await button(page, 'Terug naar de lijst').click();
    await page
      .getByRole('row', { name: /Leraar rekenen 10/ })
      .first()
      .waitFor();
    // in a team that was made on the way they are there for sure
    expect(await page.getByText('niet zeker op deze dag').count()).toBe(0);

    const file = path.join(folder, `${kind}-personen.xlsx`);
    const { saved } = await app.willSave(file);
    await button(page, 'Downloaden').click();
    await page.getByRole('menuitem', { name: 'Excel (xlsx)' }).click();
    await page.getByText(/Bewaard: 20 Rekenen samen personen/).waitFor();
    await saved;
    expect(readFile(readFileSync(file)).tables[0]?.rows).toHaveLength(41);

    await page.keyboard.press('Escape');
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await button(page, 'Plak uit Excel').waitFor();
    expect(app.problems).toEqual([]);
  });

  it('names that are pasted come in; a name that is nearly there is asked about', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    await newNetwork(app);
    await button(page, 'Plak uit Excel').click();
    const field = page.getByLabel('Of plak hier regels uit Excel');
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.insertText('Jansen, Jan\nJan Janssen\nRekenadviseur');
    await button(page, 'Bekijken').click();
    await page.getByText('Is ‘Jan Janssen’ dezelfde als …?').waitFor();
    await page.getByLabel(/^Ja: Jan Jansen/).check();
    await button(page, /^Importeren: .*2 personen erbij/).click();
    await page.getByText(/Klaar\./).waitFor();
    await button(page, 'Terug naar de lijst').click();
    await page.getByRole('row', { name: /Jan Jansen/ }).waitFor();
    expect(app.problems).toEqual([]);
  });
});
