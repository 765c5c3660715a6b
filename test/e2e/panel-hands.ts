/** Hands for whoever opens panels: to a room, to the drawing on a day, to a comparison; in either language. Loopback only. */
import type { Locator, Page } from 'playwright-core';
import { exampleId } from '../../db/example/example.ts';
import { type Language, translator } from '../../shared/i18n/index.ts';

export const network = exampleId('02/network');

/** Asks the host, past the page. */
export async function run<T = unknown>(page: Page, name: string, input: unknown): Promise<T> {
  const answer = await page.evaluate(
    async ([operation, given]) => {
      const headers = { 'x-schakel': '1', 'content-type': 'application/json' };
      return (await fetch('/run', { method: 'POST', headers, body: JSON.stringify({ name: operation, input: given }) })).json();
    },
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
  return answer.value as T;
}

export async function openExample(page: Page): Promise<void> {
  const { open } = await run<{ open: unknown }>(page, 'portfolio.list', {});
  if (open === null) await run(page, 'portfolio.create', { name: 'Voorbeeld', content: 'example' });
}

/** A page that begins anew, so that nothing is open in it and nothing is chosen. */
export async function show(page: Page, path: string): Promise<void> {
  const { origin } = new URL(page.url());
  await page.goto('about:blank');
  await page.goto(`${origin}/#${path}`);
  await page.locator('main').waitFor();
  await page.waitForFunction(() => (document.querySelector('main')?.textContent ?? '').length > 20 || document.querySelector('.scene') !== null);
  await settled(page);
}

/** The page hears of it and draws itself anew; what is open stays open. */
export async function dress(page: Page, { theme, language }: { readonly theme: 'light' | 'dark'; readonly language: Language }): Promise<void> {
  await run(page, 'settings.update', { theme, language });
  await page.locator(`html[data-theme="${theme}"][lang="${language}"]`).waitFor();
  await settled(page);
}

/** What fades in has no contrast yet, and what is laid out anew is not in its place. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(120);
}

export const words = (language: Language) => translator(language).words;
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first();
export const tab = (page: Page, name: string) => page.getByRole('tab', { name }).first().click();

/** As Excel does it: text on the clipboard, and Ctrl V. */
export const paste = (page: Page, text: string) =>
  page.evaluate((given) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', given);
    document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);

/** Made once, and found again by its code. */
export async function ownNetwork(page: Page): Promise<string> {
  const { networks } = await run<{ networks: { id: string; code: string }[] }>(page, 'network.list', {});
  const there = networks.find(({ code }) => code === '20');
  return there?.id ?? (await run<{ id: string }>(page, 'network.create', { code: '20', name: 'Rekenen samen' })).id;
}

export async function room(page: Page, name: string): Promise<void> {
  await show(page, `/n/${network}/${name}`);
  if (name === 'people') await page.locator('tr[data-index]').first().waitFor();
}

export async function pasteList(page: Page, language: Language): Promise<Locator> {
  await show(page, `/n/${network}/import?what=person`);
  const lines = [
    'Naam\tE-mail\tWerkgever\tRol\tTeam\tSinds\tOpmerking van de school',
    'Leraar 5\tleraar5@school.nl\tBasisschool De Linde\tleraar\tPLG 1\t1-9-2024\tkomt op dinsdag',
    'Procesbegleider 2\t\tHogeschool\tprocesbegeleider\tPLG 9\tseptember 2025\t',
    'Docent 98\tgeen adres\tHogeschool\tdocent\tPLG 9\tooit\t',
    'Docent 99\tdocent99@school.nl\tHogeschool\tdocent\tLeerteam Rekenen en Wiskunde onderbouw\t2025\t',
  ];
  const { screen } = words(language).exchange;
  await page.getByLabel(screen.paste).fill(lines.join('\n'));
  await button(page, screen.read).click();
  await page.locator('#import-preview').waitFor();
  await settled(page);
  return page.locator('.import-question').first();
}

export async function columnMenu(page: Page, column: number): Promise<Locator> {
  await page.locator('th .head-menu').nth(column).click();
  return page.locator('.column-menu');
}

export async function chooseRows(page: Page): Promise<Locator> {
  await page.locator('tr[data-index] td').first().focus();
  for (const key of ['Control+Home', 'Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space']) await page.keyboard.press(key);
  return page.locator('tr[data-chosen]').nth(2);
}

/** Two names that differ by a letter, each with something that hangs on them. */
export async function twins(page: Page): Promise<void> {
  const { rows } = await run<{ rows: { name: string }[] }>(page, 'person.list', { at: '2026-07-31', ended: true });
  if (rows.some(({ name }) => name === 'Anneke van den Bosch')) return;
  for (const [name, mail] of [
    ['Anneke van den Bosch', 'a.vandenbosch@school.nl'],
    ['Aneke van den Bosch', null],
  ]) {
    const { id } = await run<{ id: string }>(page, 'person.create', { name, mail });
    await run(page, 'membership.create', { personId: id, containerId: exampleId('02/plg-1'), start: '2024-09', end: '..' });
  }
}

export async function diagram(page: Page): Promise<void> {
  await show(page, `/n/${network}/diagram`);
  await page.locator('[data-drawing] .scene').first().waitFor();
  await setDay(page, '31-7-2026');
}

async function setDay(page: Page, day: string): Promise<void> {
  const field = page.locator('#as-of-day');
  await field.fill(day);
  await field.press('Enter');
  await settled(page);
}

const sign = (page: Page, label: string) => page.locator(`[data-drawing] [role=button][aria-label^="${label}"]`).first();

export async function press(page: Page, label: string, key: string): Promise<void> {
  await sign(page, label).focus();
  await page.keyboard.press(key);
  await settled(page);
}

/** What happened in PLG 1 in 2026: one left, one came from PLG 2 and one is new. */
async function change(page: Page): Promise<void> {
  const id = (key: string) => exampleId(`02/${key}`);
  const { rows } = await run<{ rows: { name: string }[] }>(page, 'person.list', { at: '2026-07-31', ended: true });
  if (rows.some(({ name }) => name === 'Leraar 99')) return;
  for (const key of ['m-intern-begeleider-1-plg-1', 'm-intern-begeleider-2-plg-2'])
    await run(page, 'membership.update', { id: id(key), end: '2026-02-28' });
  const made = await run<{ id: string }>(page, 'person.create', { name: 'Leraar 99' });
  for (const personId of [id('intern-begeleider-2'), made.id])
    await run(page, 'membership.create', { personId, containerId: id('plg-1'), start: '2026-03-01', end: '..' });
}

export async function compare(page: Page, language: Language, what: 'yearEarlier' | 'withPlan'): Promise<Locator> {
  const { compare: said } = words(language);
  await change(page);
  await diagram(page);
  await button(page, said.with).click();
  await page.getByRole('dialog').getByRole('button', { name: said[what] }).click();
  return page.locator('#diagram-changes');
}

/** A view with a note, an arrow and a frame. */
export async function keepView(page: Page, language: Language): Promise<Locator> {
  const { views, notes } = words(language).reading;
  const said =
    language === 'nl' ? ['Hier kijken we nu', 'Van hier', 'Wie brengt het verder?'] : ['We look here now', 'From here', 'Who carries it on?'];
  await diagram(page);
  await button(page, views.button).click();
  await page.locator('.views-save input').fill('Wie verbindt de PLG’s?');
  await page.keyboard.press('Enter');
  await page.locator('.views-row[data-current]').waitFor();
  await page.keyboard.press('Escape');
  for (const [at, name] of [notes.note, notes.arrow, notes.frame].entries()) {
    await button(page, name).click();
    await page.locator('.note-editor').fill(said[at] ?? '');
    await page.keyboard.press('Control+Enter');
  }
  return page.locator('.note-grip').nth(2);
}

/** A yield with steps, scores and what stays of it, made once; its page. @returns its id */
export async function yieldPage(page: Page): Promise<string> {
  const id = (key: string) => exampleId(`02/${key}`);
  const { rows } = await run<{ rows: { id: string; name: string }[] }>(page, 'yield.list', { networkId: network, at: '2024-07-31' });
  const there = rows.find(({ name }) => name === 'Kijkwijzer taal');
  const yieldId = there?.id ?? (await makeYield(page, id));
  await room(page, 'yields');
  await page.locator('#as-of-day').fill('31-7-2024');
  await page.locator('#as-of-day').press('Enter');
  await page.locator('tr[data-index]', { hasText: 'Kijkwijzer taal' }).locator('td').first().focus();
  await page.keyboard.press('Control+Enter');
  await page.locator('[data-place]').first().waitFor();
  await settled(page);
  return yieldId;
}

async function makeYield(page: Page, id: (key: string) => string): Promise<string> {
  const made = {
    networkId: network,
    name: 'Kijkwijzer taal',
    form: 'poster',
    makers: [id('plg-2')],
    start: '2023-09',
    isBoundaryObject: true,
    followed: true,
  };
  const { id: yieldId } = await run<{ id: string }>(page, 'yield.create', made);
  const step = (fromId: string | null, to: object, more: object = {}) =>
    run(page, 'spread.create', { yieldId, fromId, start: '2024-01', ...to, ...more });
  await step(id('plg-2'), { toId: id('plg-1') }, { how: 'adapted' });
  await step(id('plg-1'), { toId: id('plg-4') }, { how: 'remade', start: '2024' });
  await step(id('plg-2'), { audience: 'Webinar' }, { how: 'inspired', distance: 'country', distanceReason: 'landelijk', end: '2024-02' });
  await step(null, { audience: 'Studiedag' }, { start: null });
  await run(page, 'quality.create', { yieldId, date: '2024-01', visibility: 2, accessibility: 3 });
  await run(page, 'quality.create', { yieldId, date: '2024-06', visibility: 4, usability: 5 });
  await run(page, 'embedding.create', { entityId: yieldId, form: 'policy', start: '2024-02', fundedUntil: '2024-04' });
  await run(page, 'embedding.create', { entityId: yieldId, form: 'budget', start: '2024-02', end: '2024-04' });
  return yieldId;
}

/** Another face of the page of a yield: rings, table, chain or quality. */
export async function yieldFace(page: Page, at: number): Promise<void> {
  await yieldPage(page);
  await page.locator('.yield-toolbar .segments label').nth(at).click();
  await settled(page);
}
