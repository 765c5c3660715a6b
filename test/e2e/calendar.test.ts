/** A coordinator has a year of meetings in Outlook: they come in with their teams, once, and go back in one undo. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { calendarOf, zoneOf } from '../calendar/calendar.ts';
import { faults } from './axe-hands.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { handsOn } from './keyboard-hands.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-calendar-'));
const file = path.join(folder, 'agenda.ics');
const zone = 'W. Europe Standard Time';
writeFileSync(
  file,
  calendarOf(
    [
      [
        'UID:reeks-1',
        'SUMMARY:PLG 4 ontwerpsessie',
        'LOCATION:School 4',
        `DTSTART;TZID=${zone}:20261103T133000`,
        `DTEND;TZID=${zone}:20261103T150000`,
        'RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4',
        'ATTENDEE;CN="Gast van buiten";PARTSTAT=DECLINED:mailto:gast@voorbeeld.nl',
      ],
      ['UID:los', 'SUMMARY:Overleg met de stuurgroep', 'DTSTART;TZID=Middenaarde:20261110T100000', 'DTEND;TZID=Middenaarde:20261110T110000'],
      ['UID:kapot', 'SUMMARY:Zonder dag'],
    ],
    zoneOf(zone),
  ),
);

let app: RunningApp | undefined;
afterEach(async ({ task }) => {
  if (task.result?.state === 'fail') await app?.page.screenshot({ path: path.join(root, 'dist', `failed-calendar-${app.kind}.png`) });
  await app?.close();
  app = undefined;
});
afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

async function atMeetings({ page }: RunningApp): Promise<void> {
  page.setDefaultTimeout(10_000);
  await handsOn(page).run('portfolio.create', { name: 'Voorbeeld', content: 'example' });
  await page.evaluate((id) => {
    location.hash = `#/n/${id}/meetings`;
  }, exampleId('02/network'));
  await page.getByRole('heading', { name: 'Bijeenkomsten' }).waitFor();
  await page.getByLabel('Stand op').first().fill('21-11-2026');
  await page.keyboard.press('Enter');
}

async function choose(running: RunningApp): Promise<void> {
  await button(running.page, 'Agenda').click();
  await running.page.getByRole('menuitem', { name: 'Uit een agendabestand' }).click();
  await running.willOpen(file);
  await button(running.page, 'Bestand kiezen').click();
  await running.page.getByRole('heading', { name: '2. Wat staat er in?' }).waitFor();
}

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  it('a series from Outlook, its doubts, once, and back', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    await atMeetings(app);
    await choose(app);
    await page
      .getByRole('row', { name: /PLG 4 ontwerpsessie/ })
      .getByText('uit de titel')
      .waitFor();
    await page.getByText(/Schakel kent de tijdzone ‘Middenaarde’ niet/).waitFor();
    await page.getByText('Er staat geen dag bij. Deze afspraak kan niet mee.').waitFor();
    await button(page, 'Overnemen: 4 bijeenkomsten erbij').waitFor();
    await page.getByLabel('Overleg met de stuurgroep meenemen').check();
    const apply = button(page, 'Overnemen: 5 bijeenkomsten erbij');
    await apply.waitFor();
    expect(await faults(page)).toEqual([]);
    if (process.env.SCHAKEL_PICTURES)
      await page.screenshot({ path: path.join(process.env.SCHAKEL_PICTURES, `calendar-${kind}.png`), fullPage: true });
    await apply.click();
    await page.getByText(/^Klaar: 5 bijeenkomsten erbij/).waitFor();
    await button(page, 'Naar de bijeenkomsten').click();
    await expect.poll(() => page.getByRole('row', { name: /PLG 4 ontwerpsessie/ }).count()).toBe(4);

    const out = path.join(folder, `${kind}.ics`);
    const { saved } = await app.willSave(out);
    await button(page, 'Agenda').click();
    await page.getByRole('menuitem', { name: 'Naar een agendabestand (ics)' }).click();
    await page.getByText(/5 bijeenkomsten\./).waitFor();
    await saved;
    expect(readFileSync(out, 'utf8').match(/SUMMARY:PLG 4 ontwerpsessie/g)).toHaveLength(4);

    await choose(app);
    await button(page, 'Niets over te nemen').waitFor();
    await page.getByText('4 staat er al').waitFor();

    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await page.getByRole('navigation').getByRole('link', { name: 'Bijeenkomsten' }).click();
    await expect.poll(() => page.getByRole('row', { name: /PLG 4 ontwerpsessie/ }).count()).toBe(0);
    expect(app.problems).toEqual([]);
  });

  it('a meeting is planned again, the later ones follow it, and the series ends where one says', async () => {
    app = await launchApp({ kind });
    const { page } = app;
    await atMeetings(app);
    const networkId = exampleId('02/network');
    const fields = { networkId, name: 'PLG 4, ontwerpsessie', units: [exampleId('02/plg-4')], start: '2026-11-03', time: '13:30', minutes: 90 };
    const made = (await handsOn(page).run('meeting.create', fields)) as { value: { id: string } };
    await page.evaluate((to) => {
      location.hash = to;
    }, `#/n/${networkId}/meetings?id=${made.value.id}`);
    await button(page, 'Herhalen…').click();
    await page.getByLabel('Hoeveel keer nog?').fill('3');
    await button(page, 'Plannen').click();
    await page.getByText('Keer 1 van 4').waitFor();
    // catches: what is said under a date, cut off at the edge of the drawer
    await button(page, 'Alle gegevens').click();
    const drawer = page.locator('.drawer');
    await drawer.locator('.date-field input').first().focus();
    const [said, around] = await Promise.all([drawer.locator('.date-said').boundingBox(), drawer.boundingBox()]);
    expect(said?.x).toBeGreaterThanOrEqual(around?.x ?? 0);
    await page.keyboard.press('Escape');
    await button(page, '17 nov 2026, 13.30').click();
    await page.getByText('Keer 2 van 4').waitFor();
    await button(page, 'Teams, tijd en plaats ook voor de 2 latere').waitFor();
    await button(page, 'Deze en de 2 latere verwijderen').click();
    const question = page.getByRole('dialog', { name: '3 bijeenkomsten verwijderen?' });
    await question.getByText('De eerste is van 17 nov 2026, de laatste van 15 dec 2026.').waitFor();
    await page.keyboard.press('Escape');
    await question.waitFor({ state: 'hidden' });
    await page.getByText('Keer 2 van 4').waitFor();
    await button(page, 'Deze en de 2 latere verwijderen').click();
    await question.getByRole('button', { name: 'Verwijderen', exact: true }).press('Enter');
    await expect.poll(() => page.getByRole('row', { name: /PLG 4, ontwerpsessie/ }).count()).toBe(1);
    await page.locator('h1').click();
    await page.keyboard.press('Control+z');
    await expect.poll(() => page.getByRole('row', { name: /PLG 4, ontwerpsessie/ }).count()).toBe(4);
    expect(app.problems).toEqual([]);
  });
});
