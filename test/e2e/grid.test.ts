/** The tables as a sheet: written in, filled, copied, pasted, filtered and grouped by keyboard alone; and the yearly update by one key an answer. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { exampleId } from '../../db/example/example.ts';
import { faults } from './axe-hands.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { type Hands, handsOn } from './keyboard-hands.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-grid-'));
const network = exampleId('02/network');
const at = new Date().toISOString().slice(0, 10);

afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  let app: RunningApp;
  let hands: Hands;
  const key = (...keys: string[]) => hands.press(...keys);

  beforeAll(async () => {
    app = await launchApp({ kind });
    app.page.setDefaultTimeout(20_000);
    hands = handsOn(app.page);
    await app.willSave(path.join(folder, `${kind}.schakel`));
    await hands.openStaalWerk();
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-grid-${kind}-${task.name.slice(0, 40)}.png`) });
    await hands.leave();
  });

  const cell = () => app.page.evaluate(() => (document.activeElement?.closest('td, th')?.textContent ?? '').trim());
  const value = async <T>(name: string, input: unknown): Promise<T> => (await hands.run(name, input)).value as T;
  const person = async (name: string) =>
    (await value<{ rows: { id: string; name: string; mail: string | null }[] }>('person.list', { at, ended: true })).rows.find(
      (row) => row.name === name,
    );
  /** To the cell, or the header, that has the keyboard's place in the table. */
  const toCells = () =>
    hands.until('Tab', ({ role, name }) => role === 'gridcell' || (role === 'button' && ['Naam', 'Rol'].includes(name)), 'the cells');
  /** As Excel does it: text on the clipboard, and Ctrl V. */
  const paste = (text: string) =>
    app.page.evaluate((given) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', given);
      document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
  const steps = async (): Promise<number> =>
    (await value<{ steps: { state: string }[] }>('change.list', { limit: 500 })).steps.filter((step) => step.state === 'done').length;
  const people = async () => {
    await key('Alt+4');
    await app.page.getByRole('heading', { name: 'Personen', level: 1 }).waitFor();
  };
  const showColumn = async (name: string) => {
    await hands.hit('Kolommen');
    await app.page.getByRole('checkbox', { name, exact: true }).waitFor();
    await hands.until('Tab', (now) => now.name === name, name, 60);
    if (!(await app.page.getByRole('checkbox', { name, exact: true }).isChecked())) await key('Space');
    await app.page.getByRole('columnheader', { name }).waitFor();
    await key('Escape');
  };

  // catches: a table in which the keyboard only knows rows, or loses its place at an edge
  it('walks from cell to cell, to the edges and to the headers', async () => {
    await people();
    await toCells();
    await key('Control+Home');
    const first = await cell();
    await key('ArrowRight', 'ArrowDown', 'End', 'Home');
    expect(await cell()).not.toBe(first);
    await key('Control+End');
    await expect.poll(cell).toMatch(/Nieuwe regel|\d{4}|loopt|niet bekend|^$/);
    await key('Control+Home', 'ArrowUp');
    await expect.poll(() => hands.focus()).toMatchObject({ role: 'button', name: 'Naam' });
    await key('Enter', 'Enter');
    await expect.poll(() => app.page.getByRole('columnheader', { name: 'Naam' }).getAttribute('aria-sort')).toBe('descending');
    await key('Enter');
  });

  // catches: an edit that takes two steps to undo, a letter that is lost between the cell and its field, Esc that keeps
  it('is written in: a letter, F2, Enter, Esc, and one undo per edit', async () => {
    await people();
    await showColumn('E-mail');
    await toCells();
    await key('Control+Home');
    const name = await app.page.evaluate(() => document.activeElement?.querySelector('.strong')?.textContent ?? '');
    await key('End');
    const before = await steps();
    await app.page.getByRole('columnheader', { name: 'E-mail' }).waitFor();
    for (let n = 0; n < 12 && !(await isUnder('E-mail')); n++) await key('ArrowLeft');
    expect(await isUnder('E-mail')).toBe(true);
    await hands.type('een@school.nl');
    await key('Enter');
    await expect.poll(async () => (await person(name))?.mail).toBe('een@school.nl');
    await key('ArrowUp', 'F2');
    await app.page.locator('.cell-editor input').waitFor();
    await hands.type('weg');
    await key('Escape');
    expect((await person(name))?.mail).toBe('een@school.nl');
    expect(await steps()).toBe(before + 1);
    await key('Shift+ArrowDown', 'Shift+ArrowDown', 'Control+d');
    await expect.poll(async () => (await mails()).filter((mail) => mail === 'een@school.nl').length).toBe(3);
    expect(await steps()).toBe(before + 2);
    await key('Control+z');
    await expect.poll(async () => (await mails()).filter((mail) => mail === 'een@school.nl').length).toBe(1);
    await key('Control+z');
    await expect.poll(async () => (await person(name))?.mail).toBeNull();
  });

  async function isUnder(header: string): Promise<boolean> {
    return app.page.evaluate((wanted) => {
      const cell = document.activeElement?.closest('td');
      const head = document.querySelector(`th[aria-colindex="${cell?.getAttribute('aria-colindex')}"] button`);
      return head?.textContent === wanted;
    }, header);
  }
  const mails = async () =>
    (await value<{ rows: { mail: string | null }[] }>('person.list', { networkId: network, at, ended: true })).rows.map((row) => row.mail);

  // catches: rows that are chosen but not written, or written as so many steps
  it('writes one value in all chosen rows as one step', async () => {
    await people();
    await toCells();
    await key('Control+Home', 'Space', 'ArrowDown', 'Space');
    for (let n = 0; n < 12 && !(await isUnder('E-mail')); n++) await key('ArrowRight');
    const before = await steps();
    await hands.type('twee@school.nl');
    await key('Enter');
    await expect.poll(async () => (await mails()).filter((mail) => mail === 'twee@school.nl').length).toBe(2);
    expect(await steps()).toBe(before + 1);
    await key('Control+z', 'Escape');
  });

  /** The cell of a column in the nth row that is in the page. */
  const cellAt = async (header: string, row: number) => {
    const head = app.page.locator('th', { has: app.page.getByRole('button', { name: header, exact: true }) });
    const col = await head.getAttribute('aria-colindex');
    return app.page.locator(`tr[data-index="${row}"] td[aria-colindex="${col}"]`);
  };
  const dragTo = async (from: Locator, to: Locator): Promise<void> => {
    const [a, b] = [await from.boundingBox(), await to.boundingBox()];
    if (!a || !b) throw new Error('not in view');
    await app.page.mouse.move(a.x + a.width / 2, a.y + a.height / 2);
    await app.page.mouse.down();
    await app.page.mouse.move(b.x + b.width / 2, b.y + b.height / 2, { steps: 6 });
    await app.page.mouse.up();
  };

  // catches: a drag over cells that chooses text, opens a record or ends in another range than Shift with a click
  it('chooses a range by dragging from cell to cell, as Shift with a click does', async () => {
    await people();
    await showColumn('E-mail');
    const range = () =>
      app.page.locator('td[data-range]').evaluateAll((cells) => cells.map((one) => `${one.closest('tr')?.dataset.index} ${one.ariaColIndex}`));
    const [first, last] = [await cellAt('Naam', 1), await cellAt('Rol', 4)];
    await dragTo(last, first);
    const upwards = await range();
    await app.page.keyboard.press('Escape');
    await dragTo(first, last);
    const dragged = await range();
    expect(new Set(dragged.map((one) => one.split(' ')[0]))).toEqual(new Set(['1', '2', '3', '4']));
    expect(upwards).toEqual(dragged);
    expect(await app.page.evaluate(() => getSelection()?.toString())).toBe('');
    expect(await app.page.getByRole('complementary').count()).toBe(0);
    await app.page.keyboard.press('Escape');
    await (await cellAt('Naam', 1)).focus();
    await (await cellAt('Rol', 4)).click({ modifiers: ['Shift'] });
    expect(await range()).toEqual(dragged);
    await app.page.keyboard.press('Escape');
    await expect.poll(range).toEqual([]);
  });

  // catches: a handle that loses the pointer when its corner moves on, a fill that misses a row, or two steps for undo
  it('fills down with the handle, by mouse, over one cell and over a range, in one step each', async () => {
    await people();
    await showColumn('E-mail');
    const mailAt = async (row: number) => (await (await cellAt('E-mail', row)).innerText()).trim();
    const nothing = await mailAt(1);
    await (await cellAt('E-mail', 1)).focus();
    await hands.type('drie@school.nl');
    await key('Enter', 'ArrowUp');
    await expect.poll(() => mailAt(1)).toBe('drie@school.nl');
    const before = await steps();
    await dragTo(app.page.locator('.fill-handle'), await cellAt('E-mail', 4));
    await expect
      .poll(async () => [await mailAt(2), await mailAt(3), await mailAt(4), await mailAt(5)])
      .toEqual([...Array(3).fill('drie@school.nl'), nothing]);
    expect(await steps()).toBe(before + 1);
    // a range that was drawn upwards has its handle below too
    await key('Control+z');
    await expect.poll(() => mailAt(2)).toBe(nothing);
    await dragTo(await cellAt('E-mail', 2), await cellAt('E-mail', 1));
    await dragTo(app.page.locator('.fill-handle'), await cellAt('E-mail', 3));
    await expect.poll(async () => [await mailAt(2), await mailAt(3), await mailAt(4)]).toEqual(['drie@school.nl', 'drie@school.nl', nothing]);
    await key('Control+z', 'Escape', 'Control+z');
    await expect.poll(() => mailAt(1)).toBe(nothing);
  });

  // catches: a list of names that is pasted where one name is typed, and becomes one long name
  it('takes a list that is pasted while a name is typed in the new row as rows', async () => {
    await people();
    await toCells();
    await key('Control+End');
    await expect.poll(() => app.page.evaluate(() => document.activeElement?.closest('.new-row') !== null)).toBe(true);
    await key('Enter');
    await app.page.locator('.new-row .cell-editor input:focus').waitFor();
    await paste('Leerkracht 95\nLeerkracht 96\n');
    await app.page.getByRole('dialog', { name: 'Dit plakken?' }).waitFor();
    await key('Enter');
    await expect.poll(async () => (await person('Leerkracht 96'))?.name).toBe('Leerkracht 96');
    expect((await person('Leerkracht 95'))?.name).toBe('Leerkracht 95');
    await app.page.locator('body').click({ position: { x: 2, y: 2 } });
    await key('Control+z');
    await expect.poll(() => person('Leerkracht 96')).toBeUndefined();
  });

  // catches: a cell that cannot be written in, and says nothing of where it can
  it('opens a relation at its ends, with the cursor there, from the cell that shows them', async () => {
    await key('Alt+7');
    await app.page.getByRole('heading', { name: 'Relaties', level: 1 }).waitFor();
    for (const [header, field] of [
      ['Naar', 'to'],
      ['Van', 'from'],
    ] as const) {
      await (await cellAt(header, 0)).focus();
      await key('Enter');
      await expect.poll(() => app.page.evaluate(() => document.activeElement?.id)).toBe(`relation-${field}`);
    }
    const network02 = await value<{ rows: { id: string; from: { name: string }[] }[] }>('relation.list', { networkId: network, at, ended: true });
    const own = network02.rows[0];
    await hands.type('Kerngroep');
    await app.page
      .getByRole('option', { name: /Kerngroep/ })
      .first()
      .waitFor();
    await key('Enter');
    const ends = async () =>
      (await value<typeof network02>('relation.list', { networkId: network, at, ended: true })).rows
        .find((row) => row.id === own?.id)
        ?.from.map((end) => end.name);
    await expect.poll(ends).toEqual([...(own?.from ?? []).map((end) => end.name), 'Kerngroep']);
    await hands.leave();
    // the focus is back in the cell
    expect(await app.page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('gridcell');
    await key('Control+z');
    await expect.poll(ends).toEqual((own?.from ?? []).map((end) => end.name));
  });

  // catches: names that are made twice, a paste that is half done, a refused cell without a reason
  it('pastes names below the last row, asks who exists, and takes all of it back at once', async () => {
    await people();
    await toCells();
    await key('Control+End', 'Home');
    const before = await steps();
    const known = await cellName();
    await paste(`Leerkracht 91\tx\r\n${known}\t\r\nLeerkracht 92\t\r\n`);
    const dialog = app.page.getByRole('dialog', { name: 'Dit plakken?' });
    await dialog.waitFor();
    await dialog.getByText(/kun je niet typen/).waitFor();
    await dialog.getByText(/Bestaat al/).waitFor();
    expect(await steps()).toBe(before);
    await hands.tabTo('De rest plakken');
    await key('Enter');
    await expect.poll(async () => (await person('Leerkracht 92'))?.name).toBe('Leerkracht 92');
    const rows = (await value<{ rows: { name: string }[] }>('person.list', { networkId: network, at })).rows.map((row) => row.name);
    expect(rows).toContain('Leerkracht 91');
    expect(rows.filter((name) => name === known)).toHaveLength(1);
    expect(await steps()).toBe(before + 1);
    await app.page.locator('body').click({ position: { x: 2, y: 2 } });
    await key('Control+z');
    await expect.poll(() => person('Leerkracht 92')).toBeUndefined();
  });
  const cellName = async () => (await value<{ rows: { name: string }[] }>('person.list', { networkId: network, at })).rows[0]?.name ?? '';

  // catches: text that Excel cannot read, or that Schakel cannot read back
  it('copies a block of cells as text with tabs, and pastes it back without a change', async () => {
    await app.page.evaluate(() => {
      Object.assign(window, { copied: '' });
      navigator.clipboard.writeText = async (text) => void Object.assign(window, { copied: text });
    });
    await key('Alt+3');
    await hands.until('Tab', ({ role }) => role === 'treeitem', 'the tree');
    await hands.until('ArrowDown', ({ name }) => name.startsWith('PLG 1'), 'PLG 1', 20);
    await app.page.locator('tr[data-index]').first().waitFor();
    await hands.until('Tab', ({ role }) => role === 'gridcell', 'the cells');
    await key('Control+Home', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowDown', 'Control+c');
    const copied = await app.page.evaluate(() => (window as unknown as { copied: string }).copied);
    expect(copied.split('\n')).toHaveLength(2);
    expect(copied.split('\n')[0]?.split('\t')).toHaveLength(3);
    const before = await steps();
    await key('Control+Home');
    await paste(copied);
    await app.page.getByRole('dialog', { name: 'Dit plakken?' }).waitFor();
    await hands.tabTo('Plakken');
    await key('Enter');
    await app.page.getByRole('dialog', { name: 'Dit plakken?' }).waitFor({ state: 'detached' });
    await app.page.waitForTimeout(300);
    expect(await steps()).toBe(before);
  });

  // catches: a filter that hides without saying so, groups that cannot be folded by keyboard, columns that are forgotten
  it('filters with a chip, groups and folds, and keeps its columns', async () => {
    await people();
    await toCells();
    await key('Control+Home', 'ArrowUp');
    for (let n = 0; n < 6 && (await hands.focus()).name !== 'Rol'; n++) await key('ArrowRight');
    await key('Alt+ArrowDown');
    await app.page.getByRole('button', { name: 'Groeperen', exact: true }).waitFor();
    expect(await faults(app.page)).toEqual([]);
    await hands.until('Tab', ({ name }) => name === 'Groeperen', 'Groeperen', 12);
    await key('Enter');
    await app.page.locator('.group-row').first().waitFor();
    const heads = await app.page.locator('.group-row').count();
    const rows = await app.page.locator('tr[data-index]').count();
    expect(heads).toBeGreaterThan(2);
    await toCells();
    await key('Control+Home', 'Enter');
    await expect.poll(() => app.page.locator('tr[data-index]').count()).toBeLessThanOrEqual(rows);
    expect(await app.page.locator('.group-row [aria-expanded=false]').count()).toBe(1);
    await key('Enter');
    await hands.hit(/^Weghalen: gegroepeerd/);
    await expect.poll(() => app.page.locator('.group-row').count()).toBe(0);
    const kept = await value<{ tables: Record<string, { hidden: string[]; group: string | null }> }>('settings.get', {});
    expect(kept.tables.people).toMatchObject({ group: null });
    expect(kept.tables.people?.hidden).not.toContain('mail');
    expect(app.problems).toEqual([]);
  });

  // catches: an update that takes a form per question; fifty people in fifteen minutes is one key each
  it('asks the yearly update with one key an answer, and says how far it is', async () => {
    await hands.find('Bijwerken');
    await app.page.getByRole('heading', { name: 'Jaarlijkse bijwerking', level: 1 }).waitFor();
    type Rows = { rows: { isDue: boolean; kind: string; field: string | null }[] };
    const due = async () => (await value<Rows>('confirmation.list', { networkId: network, at })).rows.filter((row) => row.isDue);
    const all = await due();
    expect(all.length).toBeGreaterThan(20);
    let pressed = 0;
    const press = async (...keys: string[]) => {
      pressed += keys.length;
      await key(...keys);
    };
    await hands.until('Tab', ({ name }) => name.includes('laatst bevestigd'), 'the questions', 60);
    for (let n = 1; n <= 3; n++) {
      await press('j');
      await expect.poll(async () => (await due()).length).toBe(all.length - n);
      await app.page.locator('.update-row[data-active] .update-name:focus').waitFor();
    }
    expect(pressed).toBe(3);
    await press('n');
    await app.page.locator('.update-form input').first().waitFor();
    await press('Enter');
    await expect.poll(async () => (await due()).length).toBeLessThan(all.length - 3);
    expect(pressed).toBe(5);
    expect(await faults(app.page)).toEqual([]);
    // the rest, team by team
    for (let n = 0; n < 60 && (await due()).length > 0; n++) {
      const left = (await due()).length;
      await app.page.locator('.update-row[data-active] .update-name:focus').waitFor();
      await press('Shift+J');
      await expect.poll(async () => (await due()).length).toBeLessThan(left);
    }
    await app.page.getByText('Alles is in het afgelopen jaar bevestigd.').waitFor();
    // a person a second, with room to think: far within a quarter of an hour
    expect(pressed).toBeLessThan(80);
  });

  // catches: a merge by keyboard that cannot be finished, or that one undo does not bring back
  it('shows two people who may be one, and makes them one', async () => {
    for (const name of ['Anneke van den Bosch', 'Aneke van den Bosch']) {
      const { id } = await value<{ id: string }>('person.create', { name });
      await hands.run('membership.create', { personId: id, containerId: exampleId('02/plg-1') });
    }
    await people();
    await hands.hit('Bekijken');
    await app.page.getByRole('dialog', { name: 'Zijn dit dezelfde?' }).waitFor();
    // what is still fading in has no contrast yet
    await app.page.waitForTimeout(500);
    expect(await faults(app.page)).toEqual([]);
    await hands.hit('Samenvoegen');
    await expect.poll(() => person('Aneke van den Bosch')).toBeUndefined();
    await app.page.locator('body').click({ position: { x: 2, y: 2 } });
    await key('Control+z');
    await expect.poll(async () => (await person('Aneke van den Bosch'))?.name).toBeDefined();
    expect(app.problems).toEqual([]);
  });
});
