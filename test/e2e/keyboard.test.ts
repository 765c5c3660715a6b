/** Every kind of record is made, changed, removed, brought back and removed again by keyboard alone, in both hosts. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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
    await hands.openStaalWerk();
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    // what was on the screen says more than what was waited for
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-keys-${kind}-${task.name.slice(0, 40)}.png`) });
    await hands.leave();
  });

  // catches: a kind of record with a control, a form or a removal that the keyboard cannot reach or finish
  it.each(rounds)('$kind is made, changed, removed and brought back', async (round) => {
    await live(hands, round);
    expect(app.problems).toEqual([]);
  });

  const heading = (name: string | RegExp) => app.page.getByRole('complementary').getByRole('heading', { name, level: 2 });
  const now = () => expect.poll(() => hands.focus());
  const key = (...keys: string[]) => hands.press(...keys);

  // catches: a search that finds but does not open, or opens in another room or network
  it('finds a team by name and opens it', async () => {
    await hands.find('Bovenschoolse PLG', /Team/);
    await heading('Bovenschoolse PLG').waitFor();
    expect(app.page.url()).toContain(`/n/${network}/teams`);
    await app.page.locator('[role=treeitem][aria-selected=true]', { hasText: 'Bovenschoolse PLG' }).waitFor();
  });

  // catches: a drawing that only a mouse can read, a change of place that travels in history instead, a focus that an edit loses
  it('walks through the drawing, opens a sign, changes its place and takes that back', async () => {
    await hands.find('Kerngroep', /STAAL-werk/);
    await heading('Kerngroep').waitFor();
    await key('Alt+2');
    await hands.until('Tab', ({ drawnAt }) => drawnAt !== null, 'the drawing');
    expect((await hands.focus()).name).toMatch(/^Kerngroep, team/);
    await key('ArrowDown');
    await now().toMatchObject({ name: expect.stringMatching(/^Projectleider, in Kerngroep/) });
    await key('Enter');
    await heading(/Projectleider/).waitFor();
    const { drawnAt: from } = await hands.focus();
    await key('Alt+ArrowRight');
    await expect.poll(async () => (await hands.focus()).drawnAt).toBeGreaterThan(from as number);
    expect(await hands.focus()).toMatchObject({ name: expect.stringMatching(/^Projectleider, in Kerngroep/) });
    expect(app.page.url()).toContain('/diagram');
    await key('ArrowLeft');
    await now().toMatchObject({ name: expect.stringMatching(/^Procesbegeleider 1,.* in Kerngroep/) });
    await key('Control+z');
    await expect.poll(async () => (await hands.focus()).drawnAt).toBeGreaterThan((from as number) + 40);
    await key('ArrowLeft');
    await now().toMatchObject({ name: expect.stringMatching(/^Projectleider, in Kerngroep/), drawnAt: from });
  });

  // catches: F6 that stays in the list, and a way back that misses a pane
  it('goes round the panes with F6, and back', async () => {
    // from the drawing the search stays in the drawing, which has no list
    await key('Alt+3');
    await hands.find('Kerngroep', /STAAL-werk/);
    await heading('Kerngroep').waitFor();
    await hands.toPane('rail');
    const round = async (f6: string): Promise<string[]> => {
      const panes: string[] = [];
      for (let n = 0; n < 4; n++) {
        await key(f6);
        panes.push((await hands.focus()).pane);
      }
      return panes;
    };
    expect(await round('F6')).toEqual(['list', 'work', 'drawer', 'rail']);
    expect(await round('Shift+F6')).toEqual(['drawer', 'work', 'list', 'rail']);
  });

  // catches: a drawer that closes at once instead of going back, and a keyboard that is nowhere after that
  it('steps back with Esc to the row where it began', async () => {
    await key('Alt+3');
    await hands.until('Tab', ({ role }) => role === 'treeitem', 'the tree');
    await hands.until('ArrowDown', ({ name }) => name.startsWith('PLG 2'), 'PLG 2', 20);
    await key('Enter');
    await heading('PLG 2').waitFor();
    await hands.toPane('drawer');
    await hands.hit(/^Procesbegeleider 1/);
    await heading(/Procesbegeleider 1/).waitFor();
    await now().toMatchObject({ pane: 'drawer' });
    await key('Escape');
    await heading('PLG 2').waitFor();
    await now().toMatchObject({ pane: 'drawer' });
    await key('Escape');
    await now().toMatchObject({ role: 'treeitem', name: expect.stringMatching(/^PLG 2/) });
    expect(await app.page.getByRole('complementary').count()).toBe(0);
  });

  // catches: a tree that only a mouse can fold or order, and a removal that throws the keyboard out of it
  it('folds, orders and removes in the tree of teams', async () => {
    await key('Alt+3');
    await hands.until('Tab', ({ role }) => role === 'treeitem', 'the tree');
    await key('Home');
    await hands.until('ArrowDown', ({ name }) => name.startsWith('PLG 2'), 'PLG 2', 20);
    const names = async (): Promise<string[]> =>
      (await app.page.getByRole('treeitem').allInnerTexts()).map((text) => /^PLG \d/.exec(text.trim())?.[0] ?? '').filter(Boolean);
    const before = await names();
    await key('Alt+Shift+ArrowDown');
    await expect.poll(names).not.toEqual(before);
    await now().toMatchObject({ name: expect.stringMatching(/^PLG 2/) });
    await key('Control+z');
    await expect.poll(names).toEqual(before);
    await key('Delete');
    await now().toMatchObject({ name: 'Niet doen' });
    await hands.hit('Verwijderen');
    await expect.poll(names).not.toContain('PLG 2');
    await now().toMatchObject({ role: 'treeitem' });
    await key('Control+z');
    await expect.poll(names).toEqual(before);
  });

  // catches: rows that cannot be found, chosen or removed without a mouse, and a removal that throws the keyboard out of the table
  it('finds, chooses and removes rows of a table', async () => {
    await key('Alt+4');
    await app.page.getByRole('heading', { name: 'Personen', level: 1 }).waitFor();
    await key('Control+f');
    await hands.type('Intern begeleider');
    const rows = app.page.locator('tr[data-index]:not(.new-row)');
    await expect.poll(() => rows.count()).toBe(5);
    await hands.until('Tab', ({ role }) => role === 'gridcell', 'the cells');
    await key('ArrowDown', 'Space', 'ArrowDown', 'Space', 'Delete');
    await now().toMatchObject({ name: 'Niet doen' });
    await hands.hit('Verwijderen');
    await expect.poll(() => rows.count()).toBe(3);
    await now().toMatchObject({ role: 'gridcell' });
    await key('Control+z');
    await expect.poll(() => rows.count()).toBe(5);
    await key('Control+Home', 'Control+Enter');
    await heading('Intern begeleider 1').waitFor();
  });

  // catches: help that covers the screen it is about, or that one cannot leave
  it('opens the help of the screen in view, and goes on where it was', async () => {
    await key('Alt+4');
    await hands.tabTo('Persoon toevoegen');
    await key('F1');
    await now().toMatchObject({ pane: 'drawer', name: 'Sluiten' });
    await app.page.locator('.help-body h1').first().waitFor();
    await key('Escape');
    await now().toMatchObject({ name: 'Persoon toevoegen' });
  });

  // catches: a day that a mouse must step, or that a key moves the wrong way
  it('goes a month later and earlier, and types a day', async () => {
    await hands.tabTo('Stand op');
    await hands.type('31 jan 2025');
    await key('Enter', 'Tab');
    const day = () => expect.poll(() => app.page.getByLabel('Stand op').first().inputValue());
    await day().toMatch(/31 jan(uari)? 2025/);
    await key('Alt+ArrowUp');
    await day().toMatch(/28 feb(ruari)? 2025/);
    await key('Alt+ArrowDown', 'Alt+ArrowDown');
    await day().toMatch(/28 dec(ember)? 2024/);
  });

  // catches: a habit that opens the browser's own dialog, or leaves someone in doubt whether it is safe
  it('says with Ctrl S that all is saved', async () => {
    await key('Control+s');
    await app.page.getByText(/Alles is al opgeslagen/).waitFor();
  });

  // catches: Enter that sends a form while a list in it is open and nothing in the list is taken yet
  it('sends no form from an open list, and takes what some letters find', async () => {
    await hands.find('Kerngroep', /STAAL-werk/);
    await heading('Kerngroep').waitFor();
    await hands.toPane('drawer');
    await hands.hit('Uitspraak toevoegen');
    await app.page.locator('aside form').waitFor();
    await now().toMatchObject({ name: 'Over welk gegeven' });
    await app.page.getByRole('option', { name: 'Naam', exact: true }).waitFor();
    await key('Enter');
    await app.page.waitForTimeout(300);
    expect(await app.page.locator('aside form').count()).toBe(1);
    await hands.leave();
    await key('Alt+5');
    await hands.hit('Organisatie toevoegen');
    await app.page.locator('aside form').waitFor();
    await hands.tabTo('Soort');
    await hands.type('zor');
    await app.page.locator('[role=option][data-combobox-selected]:visible', { hasText: 'zorginstelling' }).waitFor();
    await key('Enter');
    await now().toMatchObject({ name: 'Soort', value: 'zorginstelling' });
    expect(await app.page.locator('aside form').count()).toBe(1);
  });

  // catches: moving and ending a membership, which have small forms of their own
  it('moves a membership to another team and ends it', async () => {
    await hands.find('Promotor', /Persoon/);
    await heading('Promotor').waitFor();
    await hands.toPane('drawer');
    await hands.hit('Deelname toevoegen');
    await app.page.locator('aside form').waitFor();
    await hands.pick('Team of hele netwerk', 'Schoolteam 3');
    await hands.hit('Deelname toevoegen');
    await app.page.getByRole('button', { name: 'Naar een ander team' }).waitFor();
    await hands.hit('Naar een ander team');
    await hands.pick('Naar welk team?', 'Schoolteam 4');
    await hands.write('Vanaf', '1 februari 2025');
    await hands.hit('Verplaatsen');
    await app.page.getByRole('complementary').getByText('Schoolteam 4').first().waitFor();
    await hands.hit('Deelname beëindigen');
    await hands.write('Tot en met', 'jul 2025');
    await hands.hit('Deelname beëindigen');
    await app.page.getByText('Deelname beëindigd.').waitFor();
    for (let n = 0; n < 3; n++) await key('Control+z');
    const members = () => hands.run('membership.list', { containerId: exampleId('02/schoolteam-4'), at: '2025-03-01', ended: true });
    await expect.poll(async () => JSON.stringify(await members())).not.toContain('Promotor');
  });

  // catches: a room that opens with the focus nowhere, so that the next Tab begins at the top of the window
  it('has the focus in the room it goes to', async () => {
    await key('Alt+3');
    await hands.until('Tab', ({ role }) => role === 'treeitem', 'the tree');
    await key('Alt+1');
    await now().toMatchObject({ pane: 'work' });
    await hands.find('Rollen');
    await now().toMatchObject({ pane: 'work' });
  });

  // catches: an editor that keeps the Tab key for itself, tools and blocks that only a mouse can reach, a text that is not kept
  it('writes a part of the case, with a tool, a block and a file', async () => {
    await hands.find('Casebeschrijving');
    await hands.hit(/^\d\s*Activiteiten$/);
    const year = exampleId('shared/jaar-1');
    const body = async () => JSON.stringify((await hands.run('case.get', { networkId: network, researchYearId: year })).value);
    await hands.until('Tab', ({ role, name }) => role === 'textbox' && name === 'Activiteiten', 'the text');
    await key('Control+Home');
    await hands.type('Wat wij deden ');
    await hands.tabTo('Vet', 'Shift+Tab');
    await key('Enter');
    await now().toMatchObject({ role: 'textbox' });
    await hands.type('samen');
    await expect.poll(body).toMatch(/"marks":\[\{"type":"bold"\}\],"text":"samen"|"text":"samen","marks":\[\{"type":"bold"\}\]/);
    await key('Control+End');
    await hands.tabTo('Gegevens invoegen', 'Shift+Tab');
    await key('Enter');
    await app.page.getByRole('menuitem').first().waitFor();
    const blocks = async () => ((await body()).match(/"dataBlock"/g) ?? []).length;
    const before = await blocks();
    await hands.until('ArrowDown', ({ role }) => role === 'menuitem', 'the first block', 2);
    await key('Enter');
    await expect.poll(blocks).toBe(before + 1);
    const file = path.join(folder, `case-${kind}.md`);
    const { saved } = await app.willSave(file);
    await hands.hit('Bewaren als');
    await app.page.getByRole('menuitem', { name: /Markdown/ }).waitFor();
    await hands.until('ArrowDown', ({ name }) => /Markdown/.test(name), 'Markdown', 6);
    await key('Enter');
    await app.page.getByText(/^Bewaard: /).waitFor({ timeout: 40_000 });
    await saved;
    expect(readFileSync(file, 'utf8')).toContain('Wat wij deden');
    expect(app.problems).toEqual([]);
  });

  // catches: settings and backups that only a mouse can change or put back
  it('changes the look, makes a backup and puts it back', async () => {
    await hands.toPane('rail');
    await hands.hit('Instellingen');
    await app.page.getByRole('button', { name: 'Nu een kopie maken' }).waitFor();
    await hands.until('Tab', ({ name }) => name === 'Zoals de computer' || name === 'Licht', 'the theme');
    await key('ArrowRight', 'ArrowRight');
    await expect.poll(() => app.page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
    await key('ArrowLeft', 'ArrowLeft');
    await hands.hit('Nu een kopie maken');
    await app.page.getByText(/^Reservekopie gemaakt/).waitFor();
    await hands.hit(/^Terugzetten: /);
    await now().toMatchObject({ name: 'Niet doen' });
    await hands.hit('Terugzetten');
    await app.page.getByText(/^Teruggezet\./).waitFor();
    expect(app.problems).toEqual([]);
  });

  // catches: a start screen that only a mouse can use, or a portfolio one cannot get back to
  it('makes a portfolio of its own, and goes back to the example', async () => {
    await hands.find('Portfolio');
    await hands.hit('Ander portfolio');
    await app.willSave(path.join(folder, `own-${kind}.schakel`));
    await hands.write('Naam van het portfolio', 'Van mij');
    await key('Enter');
    await app.page.getByRole('heading', { name: 'Hier komen je netwerken' }).waitFor();
    await hands.hit('Ander portfolio');
    await hands.hit(/^Voorbeeld.*\.schakel/);
    await app.page
      .getByRole('link', { name: /STAAL-werk/ })
      .first()
      .waitFor();
    expect(app.problems).toEqual([]);
  });
});
