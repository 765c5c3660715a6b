/** Two dates beside each other, plan against fact, playing, and the sheet: by mouse and by keyboard. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import type { HostApi } from '../../shared/contract/result.ts';
import { closeSharedBrowser } from './browsers.ts';
import { countingHands } from './counting-hands.ts';
import { launchApp, type RunningApp } from './fixture.ts';

declare global {
  interface Window {
    readonly schakel?: HostApi;
  }
}

const network = exampleId('02/network');
const folder = mkdtempSync(path.join(tmpdir(), 'schakel-compare-'));
let app: RunningApp;

async function run(page: Page, name: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    async ([operation, given]) => {
      if (window.schakel) return window.schakel.run(operation as string, given);
      const headers = { 'x-schakel': '1', 'content-type': 'application/json' };
      return (await fetch('/run', { method: 'POST', headers, body: JSON.stringify({ name: operation, input: given }) })).json();
    },
    [name, input] as const,
  );
}

/** What happened in PLG 1 in 2026: one left, one came from PLG 2 and one is new; and a team was made. */
async function change(page: Page): Promise<void> {
  const id = (key: string) => exampleId(`02/${key}`);
  const join = (personId: string, unit: string, more: object = {}) =>
    run(page, 'membership.create', { personId, containerId: id(unit), start: '2026-03-01', end: '..', ...more });
  const ends = (key: string) => run(page, 'membership.update', { id: id(key), end: '2026-02-28' });
  const answers = [
    await ends('m-intern-begeleider-1-plg-1'),
    await ends('m-intern-begeleider-2-plg-2'),
    await join(id('intern-begeleider-2'), 'plg-1'),
  ];
  const made = (await run(page, 'person.create', { name: 'Leraar 99' })) as { value: { id: string } };
  answers.push(await join(made.value.id, 'plg-1'));
  answers.push(await run(page, 'unit.create', { networkId: network, name: 'PLG 6', kind: 'plc', start: '2026-03-01' }));
  for (const answer of answers) expect(answer).toMatchObject({ ok: true });
}

async function open(page: Page): Promise<void> {
  const list = (await run(page, 'portfolio.list', {})) as { value: { open: unknown } };
  if (list.value.open === null) {
    await run(page, 'portfolio.create', { name: 'Vergelijken', content: 'example' });
    await change(page);
  }
  await show(page);
}

async function show(page: Page): Promise<void> {
  const address = page.url().replace(/#.*$/, '');
  await page.goto('about:blank');
  await page.goto(`${address}#/n/${network}/diagram`);
  await page.locator('.scene').first().waitFor();
  await setDay(page, '31-7-2026');
}

async function setDay(page: Page, day: string): Promise<void> {
  const field = page.locator('#as-of-day');
  await field.fill(day);
  await field.press('Enter');
  await page.waitForTimeout(200);
}

const drawing = (page: Page) => page.locator('[data-drawing]');
const sign = (page: Page, text: string) => drawing(page).locator(`[role=button][aria-label*="${text}"]`);

/** Esc until what it ends is gone; a tooltip that is open takes the first one for itself. */
const escapeFrom = (page: Page, left: () => Promise<number>) =>
  expect
    .poll(async () => {
      await page.keyboard.press('Escape');
      return left();
    })
    .toBe(0);

beforeAll(async () => {
  app = await launchApp({ kind: 'loopback' });
  await open(app.page);
}, 60_000);
afterAll(async () => {
  await app?.close();
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

/** Opens the choices with the keyboard and takes one. */
async function compareWith(page: Page, choice: RegExp): Promise<void> {
  await page
    .getByRole('button', { name: /^(Vergelijken|Vergeleken) met|^Plan naast feit/ })
    .first()
    .focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').getByRole('button', { name: choice }).press('Enter');
}

describe('two dates', () => {
  it('shows who came, went and moved, in the drawing, the list and the table', async () => {
    const { page } = app;
    await compareWith(page, /Een jaar eerder/);
    const list = page.getByRole('region', { name: 'Wat veranderde' });
    await list.waitFor();
    expect(await list.innerText()).toMatch(/Leraar 99/);
    expect(await list.innerText()).toMatch(/van PLG 2 naar PLG 1/);
    expect(await list.innerText()).toMatch(/PLG 6/);
    expect(await sign(page, 'erbij gekomen').count()).toBeGreaterThan(1);
    expect(await sign(page, ', weg').count()).toBe(1);
    expect(await sign(page, 'kwam van een andere plek').count()).toBe(1);
    expect(await sign(page, 'ging naar een andere plek').count()).toBe(1);
    // the list opens the record
    await list.getByRole('button', { name: 'Leraar 99' }).press('Enter');
    await page.getByRole('complementary').getByText('Leraar 99').first().waitFor();
    // Esc steps back one: first the drawer, then the comparison
    await escapeFrom(page, () => page.getByRole('complementary').count());
    expect(await list.count()).toBe(1);
    await page.getByRole('button', { name: 'Als tabel' }).click();
    expect(await page.getByRole('row', { name: /Leraar 99/ }).innerText()).toContain('erbij gekomen');
    await page.getByRole('button', { name: 'Als tabel' }).click();
    await escapeFrom(page, () => list.count());
    await expect.poll(() => sign(page, 'erbij gekomen').count()).toBe(0);
  });

  // catches: a day that is typed and not understood, and lost
  it('takes a typed date, and says when it is none', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Vergelijken met' }).click();
    const field = page.getByLabel('Andere datum');
    await field.fill('ooit');
    await field.press('Enter');
    await page.getByRole('dialog').getByText('ooit', { exact: false }).first().waitFor();
    await field.fill('2025');
    await field.press('Enter');
    await page.getByRole('button', { name: 'Vergeleken met 31 december 2025' }).waitFor();
    await page.getByRole('button', { name: 'Niet meer vergelijken' }).click();
    await page.getByRole('button', { name: 'Vergelijken met' }).waitFor();
  });

  it('lays plan beside fact', async () => {
    const { page } = app;
    await compareWith(page, /Plan naast feit/);
    await expect.poll(() => sign(page, 'alleen in het plan').count()).toBeGreaterThan(0);
    expect(await page.getByRole('region', { name: 'Plan naast feit' }).innerText()).toContain('Alleen in het plan');
    await page.getByRole('button', { name: 'Niet meer vergelijken' }).click();
    await expect.poll(() => sign(page, 'alleen in het plan').count()).toBe(0);
  });
});

describe('a comparison and what one does meanwhile', () => {
  const list = (page: Page) => page.getByRole('region', { name: 'Wat veranderde' });
  const stop = (page: Page) => page.getByRole('button', { name: 'Niet meer vergelijken' }).click();

  // catches: a saved view that forgets with which day it was compared, or on which day
  it('a saved view opens with the comparison that it was kept with', async () => {
    const { page } = app;
    await compareWith(page, /Een jaar eerder/);
    await list(page).waitFor();
    const kept = await list(page).innerText();
    await page.getByRole('button', { name: 'Weergaven', exact: true }).click();
    await page.getByLabel('Naam van de weergave').fill('Jaar 2');
    await page.keyboard.press('Enter');
    await page.getByText('Weergave Jaar 2 is bewaard.').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await stop(page);
    await setDay(page, '1-9-2024');
    expect(await list(page).count()).toBe(0);
    await page
      .getByRole('button', { name: /^Weergave/ })
      .first()
      .click();
    await page.getByRole('button', { name: 'Weergave openen: Jaar 2' }).click();
    await page.getByRole('button', { name: 'Vergeleken met 31 juli 2025' }).waitFor();
    expect(await page.locator('#as-of-day').inputValue()).toBe('31 juli 2026');
    await expect.poll(() => list(page).innerText()).toBe(kept);
    await page.getByRole('button', { name: 'Weergave sluiten' }).click();
    if ((await list(page).count()) > 0) await stop(page);
    await expect.poll(() => sign(page, 'erbij gekomen').count()).toBe(0);
  });

  // catches: a drag that does nothing or another thing while two days are drawn as one, and a list that is of before it
  it('someone is put in a team while two dates are compared, and undo takes it back', async () => {
    const { page } = app;
    const hands = countingHands(page);
    await compareWith(page, /Een jaar eerder/);
    await list(page).waitFor();
    const before = await list(page).innerText();
    const [from, to] = await hands.see(
      () => hands.sign('Intern begeleider 3, in PLG 3'),
      () => hands.foot('PLG 4, team'),
    );
    await hands.drag(from, to);
    await hands.agree();
    await expect
      .poll(() =>
        sign(page, 'Intern begeleider 3').evaluateAll((all) => all.filter((one) => /in PLG 4.*erbij gekomen/.test(one.ariaLabel ?? '')).length),
      )
      .toBe(1);
    const row = list(page).getByRole('listitem').filter({ hasText: 'Intern begeleider 3' });
    expect(await row.innerText()).toMatch(/persoon, PLG 4/);
    // who was there already is no less there
    expect(
      await sign(page, 'Intern begeleider 3').evaluateAll(
        (all) => all.filter((one) => /in PLG 3/.test(one.ariaLabel ?? '') && !/weg|erbij/.test(one.ariaLabel ?? '')).length,
      ),
    ).toBe(1);
    await page.keyboard.press('Control+z');
    await expect.poll(() => list(page).innerText()).toBe(before);
    await stop(page);
    expect(app.problems).toEqual([]);
  });
});

// catches: a day that is lost after playing, and a sign that jumps when its neighbours come and go
it('plays through time by keyboard, keeps places, and ends where it began', async () => {
  const { page } = app;
  const team = () => sign(page, 'in PLG 1').evaluateAll((all) => all.map((one) => `${one.getAttribute('data-item')}`));
  let before: string[] = [];
  await page.getByRole('button', { name: 'Afspelen' }).press('Enter');
  await page.getByRole('menuitem', { name: 'Per schooljaar' }).press('Enter');
  const group = page.getByRole('group', { name: 'Afspelen in de tijd' });
  await group.waitFor();
  await page.keyboard.press('Enter');
  const status = group.getByRole('status');
  const first = await status.innerText();
  for (let turn = 0; turn < 20 && !(await status.innerText()).includes('31 juli 2026'); turn += 1) {
    await group.getByRole('button', { name: 'Stap verder' }).press('Enter');
    await page.waitForTimeout(120);
    const now = await team();
    // those who stay keep their order, whoever comes and goes
    expect(now.filter((one) => before.includes(one))).toEqual(before.filter((one) => now.includes(one)));
    before = now;
  }
  expect(await status.innerText()).not.toBe(first);
  expect(await sign(page, 'Leraar 99').first().getAttribute('aria-label')).toContain('erbij gekomen');
  await escapeFrom(page, () => group.count());
  expect(await page.locator('#as-of-day').inputValue()).toBe('31 juli 2026');
  expect(await page.getByRole('region', { name: 'Wat veranderde' }).count()).toBe(0);
}, 60_000);

describe('the sheet', () => {
  /** Every text in a drawing, in order. */
  const texts = (svg: string): string[] => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map((match) => match[1] as string);

  it('says what becomes too small, and which paper would do', async () => {
    const { page } = app;
    await page.getByRole('button', { name: 'Blad', exact: true }).press('Enter');
    const panel = page.getByRole('region', { name: 'Blad opmaken' });
    await panel.getByLabel('Papier', { exact: true }).selectOption('A4');
    expect(await panel.getByRole('status').innerText()).toMatch(/^De kleinste letters worden \d,\d pt\. Dat is te klein.* Op A\d lukt het wel\.$/);
    await panel.getByLabel('Papier', { exact: true }).selectOption('A1');
    expect(await panel.getByRole('status').innerText()).toMatch(/^De kleinste letters worden \d+(,\d)? pt\.$/);
    await panel.getByLabel('Titel', { exact: true }).fill('Voor de stuurgroep');
    await panel.getByLabel('Bronregel').fill('Bron: gesprekken in 2026');
    expect(await panel.locator('svg text').allTextContents()).toEqual(expect.arrayContaining(['Voor de stuurgroep', 'Bron: gesprekken in 2026']));
  });

  // catches: a file, a print or a picture that is another drawing than the one on the screen
  it('screen, print and file have one scene, also compared', async () => {
    const { page } = app;
    await compareWith(page, /Een jaar eerder/);
    await page.getByRole('region', { name: 'Wat veranderde' }).waitFor();
    await page.evaluate(() => {
      window.print = () => {
        const sheet = document.querySelector('.print-sheet');
        Object.assign(window, { printed: { html: sheet?.querySelector('svg')?.outerHTML, style: sheet?.querySelector('style')?.textContent } });
      };
    });
    await page.keyboard.press('Control+p');
    await page.waitForFunction(() => 'printed' in window);
    const printed = (await page.evaluate(() => (window as unknown as { printed: unknown }).printed)) as { html: string; style: string };
    expect(printed.style).toContain('size: 841mm 594mm');
    const target = path.join(folder, 'blad.svg');
    const { saved } = await app.willSave(target);
    await page.getByRole('button', { name: 'Bewaren als' }).click();
    await page.getByRole('menuitem', { name: /^SVG/ }).click();
    await saved;
    const file = readFileSync(target, 'utf8');
    expect(file).toContain('width="841mm" height="594mm"');
    expect(texts(file)).toEqual(texts(printed.html));
    expect(/viewBox="([^"]+)"/.exec(file)?.[1]).toBe(/viewBox="([^"]+)"/.exec(printed.html)?.[1]);
    const onScreen = texts(await drawing(page).locator('.scene').innerHTML());
    const around = new Set(['Voor de stuurgroep', 'Bron: gesprekken in 2026', '31 juli 2025 naar 31 juli 2026']);
    expect(texts(file).filter((text) => !around.has(text))).toEqual(onScreen);
    expect(onScreen).toContain('+ PLG 6');
  });

  it('puts a picture on the clipboard, and says so when that is refused', async () => {
    const { page } = app;
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: new URL(page.url()).origin });
    await page.getByRole('button', { name: 'Kopiëren als plaatje' }).click();
    await page.getByText('Het plaatje staat op het klembord.').waitFor({ timeout: 20_000 });
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const picture = await createImageBitmap((await item?.getType('image/png')) as Blob);
      return picture.width / picture.height;
    });
    expect(size).toBeCloseTo(841 / 594, 2);
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error('no'));
    });
    await page.getByRole('button', { name: 'Kopiëren als plaatje' }).click();
    await page.getByText('Het klembord nam het plaatje niet aan', { exact: false }).waitFor();
  }, 40_000);
});

// catches: a window in which the page cannot fetch the picture, or is asked where to save it
it('in a window a picture for the clipboard comes without a question, and once', async () => {
  const running = await launchApp({ kind: 'electron' });
  try {
    const { page } = running;
    await run(page, 'portfolio.create', { name: 'Klembord', content: 'example' });
    const { value } = (await run(page, 'ticket.create', { purpose: 'copy', kind: 'png' })) as { value: { ticket: string } };
    const input = { networkId: network, at: '2026-07-31', format: 'png', width: 400, to: value.ticket };
    const started = (await run(page, 'diagram.export', input)) as { value: { job: string } };
    const state = async () => ((await run(page, 'job.get', started.value)) as { value: { state: string } }).value.state;
    await expect.poll(state, { timeout: 20_000 }).toBe('ended');
    const fetched = (await page.evaluate(async (ticket) => {
      const answers = [await fetch(`/ticket/${ticket}`), await fetch(`/ticket/${ticket}`)];
      const picture = await createImageBitmap((await answers[0]?.blob()) as Blob);
      return [picture.width, ...answers.map((answer) => answer.status)];
    }, value.ticket)) as number[];
    expect(fetched).toEqual([400, 200, 404]);
  } finally {
    await running.close();
  }
}, 60_000);
