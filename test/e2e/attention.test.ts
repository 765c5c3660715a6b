/** What asks for attention on the overview, and the lists that it opens with exactly those in them; in a window and in a browser tab. */
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { handsOn } from './keyboard-hands.ts';

const networkId = exampleId('02/network');
const team = exampleId('02/plg-4');

afterAll(closeSharedBrowser);

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  let app: RunningApp;
  const run = async <T>(name: string, input: unknown): Promise<T> => {
    const outcome = await handsOn(app.page).run(name, input);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.value as T;
  };
  const room = async (page: Page, name: string) => {
    await page.evaluate((hash) => {
      location.hash = hash;
    }, `#/n/${networkId}/${name}`);
  };
  const setDay = async (page: Page, day: string) => {
    await page.locator('#as-of-day').fill(day);
    await page.locator('#as-of-day').press('Enter');
  };
  const card = () => app.page.getByRole('region', { name: 'Wat aandacht vraagt' });
  const rows = () => app.page.locator('tr[data-index] .strong');

  beforeAll(async () => {
    app = await launchApp({ kind });
    app.page.setDefaultTimeout(8000);
    await run('portfolio.create', { name: 'Voorbeeld', content: 'example' });
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-attention-${kind}-${task.name.slice(0, 40)}.png`) });
  });

  // catches: a network that keeps no meetings, told in red that every rhythm slips
  it('says calmly that no meetings are kept, on the overview and at the rhythm', async () => {
    const { page } = app;
    await room(page, 'overview');
    await setDay(page, '12-3-2025');
    await card().getByText('geen bijeenkomsten').waitFor();
    expect(await card().getByText('achter.').count()).toBe(0);
    await card().getByRole('button', { name: 'Bijeenkomst toevoegen' }).click();
    await page.getByRole('tab', { name: 'Ritme' }).click();
    await page.getByText('Daarom zegt Schakel niet of een ritme achterloopt.').waitFor();
    expect(await page.getByText('heeft dit schooljaar nog geen bijeenkomst').count()).toBe(0);
  });

  it('opens exactly the overdue actions, the meetings without attendance and the memberships without an organisation', async () => {
    const { page } = app;
    const meet = (start: string, more: object = {}) => run('meeting.create', { networkId, name: `Overleg ${start}`, units: [team], start, ...more });
    await meet('2025-01-10');
    await meet('2025-02-10', { headCount: 6 });
    await run('action.create', { networkId, text: 'Woordlijst delen', due: '2025-02' });
    await run('action.create', { networkId, text: 'Praatplaat maken', due: '2025-05' });
    await room(page, 'overview');
    await card().getByText('1 van 2 open acties is te laat.').waitFor();
    // catches: one meeting that is kept, and every other rhythm told that it is behind
    await card().getByText('Van 5 ritmes en 4 teams zijn hier geen bijeenkomsten bijgehouden.').waitFor();
    expect(await card().getByText('achter.').count()).toBe(0);
    await card().getByText('Bij 1 van 2 bijeenkomsten van dit schooljaar staat niet wie er was.').waitFor();
    await card().getByRole('button', { name: 'Acties bekijken' }).click();
    await rows().getByText('Woordlijst delen').waitFor();
    expect(await rows().count()).toBe(1);
    await page.getByRole('button', { name: 'Alles tonen' }).click();
    await rows().getByText('Praatplaat maken').waitFor();
    await room(page, 'overview');
    await card().getByRole('button', { name: 'Aanwezigheid invullen' }).click();
    await rows().getByText('Overleg 2025-01-10').waitFor();
    expect(await rows().count()).toBe(1);
    await room(page, 'overview');
    const said = await card()
      .getByText(/namens welke organisatie/)
      .innerText();
    await card().getByRole('button', { name: 'Organisaties aanvullen' }).click();
    await page.locator('.attention-chip').waitFor();
    const { points } = await run<{ points: { what: string; count: number }[] }>('attention.list', { networkId, at: '2025-03-12' });
    const without = points.find(({ what }) => what === 'organisation')?.count;
    expect(said).toContain(`${without} van `);
    await page
      .getByText(new RegExp(`^${without} van \\d+ getoond`))
      .first()
      .waitFor();
    expect(app.problems).toEqual([]);
  });

  // catches: a list that opens on two plans without a date
  it('the list of meetings opens on the last school year in which something was held, and says so', async () => {
    const { page } = app;
    await room(page, 'overview');
    await setDay(page, '1-10-2026');
    // catches: a year without a confirmation as an alarm, where nobody ever confirmed anything
    await card().getByText('Nog geen enkele deelname is bevestigd.').waitFor();
    expect(
      await card()
        .getByText(/een jaar niet bevestigd/)
        .count(),
    ).toBe(0);
    await room(page, 'meetings');
    await page.getByRole('tab', { name: 'Bijeenkomsten' }).click();
    await page.getByText('In 2026-2027 is nog niets gehouden. Dit is 2024-2025').waitFor();
    await rows().getByText('Overleg 2025-02-10').waitFor();
    await page.getByRole('button', { name: 'Naar 2026-2027' }).click();
    await rows().getByText('Overleg 2025-02-10').waitFor({ state: 'detached' });
    expect(app.problems).toEqual([]);
  });
});
