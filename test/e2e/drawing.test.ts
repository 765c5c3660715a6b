/** Drawing by hand: every act by pointer and by keyboard, each one step for undo, and both the same. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { closeSharedBrowser, root } from './browsers.ts';
import { countingHands } from './counting-hands.ts';
import { type HostKind, launchApp, type RunningApp } from './fixture.ts';
import { type Hands, handsOn } from './keyboard-hands.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'schakel-draw-'));
const at = '2025-03-01';

afterAll(async () => {
  await closeSharedBrowser();
  rmSync(folder, { recursive: true, force: true });
});

interface Member {
  readonly person: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly roles: readonly { readonly name: string }[];
}

describe.each<HostKind>(['electron', 'loopback'])('%s', (kind) => {
  let app: RunningApp;
  let hands: Hands;
  let networkId: string;

  const value = async <T>(name: string, input: unknown): Promise<T> => {
    const outcome = await hands.run(name, input);
    if (!outcome.ok) throw new Error(`${name}: ${JSON.stringify(outcome)}`);
    return outcome.value as T;
  };
  const make = async (name: string, input: unknown): Promise<string> => (await value<{ id: string }>(`${name}.create`, input)).id;
  const units = () =>
    value<{ units: { id: string; name: string; layerId: string | null; parentId: string | null }[] }>('unit.list', { networkId, at });
  const unit = async (name: string) => (await units()).units.find((one) => one.name === name);
  const members = async (team: string) => {
    const found = await unit(team);
    if (!found) return [];
    const { rows } = await value<{ rows: Member[] }>('membership.list', { containerId: found.id, at, ended: true });
    return rows.map((row) => ({ who: row.person, start: row.start, end: row.end, roles: row.roles.map((role) => role.name) }));
  };
  const target = (label: string) => app.page.locator(`[data-item][aria-label^="${label}"]`).first();
  const boxOf = (label: string) => countingHands(app.page).boxOf(label);
  /** A point of something in the drawing: its sign, or the empty foot of a team. */
  const point = async (label: string, where: 'sign' | 'foot' = 'sign'): Promise<{ x: number; y: number }> => {
    const box = await boxOf(label);
    return where === 'sign' ? { x: box.x + 15, y: box.y + box.height / 2 } : { x: box.x + box.width / 2, y: box.y + box.height - 8 };
  };
  const title = async (label: string): Promise<{ x: number; y: number }> => {
    const box = await boxOf(label);
    return { x: box.x + box.width / 2, y: box.y + 12 };
  };
  const drag = async (from: { x: number; y: number }, to: { x: number; y: number }): Promise<void> => {
    const { mouse } = app.page;
    await mouse.move(from.x, from.y);
    await mouse.down();
    await mouse.move(from.x + 8, from.y + 6, { steps: 2 });
    await mouse.move(to.x, to.y, { steps: 6 });
    await mouse.up();
  };
  const question = () => app.page.locator('.draw-question');
  /** Enter in the question, and wait until it is answered. */
  const answer = async (): Promise<void> => {
    await app.page.locator('.draw-question :focus').waitFor();
    await app.page.keyboard.press('Enter');
    await question().waitFor({ state: 'detached' });
  };
  /** With the button, where the field that has the focus takes Enter for itself. */
  const press = async (name: string): Promise<void> => {
    await question().getByRole('button', { name, exact: true }).click();
    await question().waitFor({ state: 'detached' });
  };
  const undo = () => app.page.keyboard.press('Control+z');

  beforeAll(async () => {
    app = await launchApp({ kind });
    app.page.setDefaultTimeout(8000);
    hands = handsOn(app.page);
    await app.willSave(path.join(folder, `${kind}.schakel`));
    await app.page.getByLabel('Naam van het portfolio').fill('Tekenen');
    await app.page.keyboard.press('Enter');
    await app.page.getByRole('heading', { name: 'Hier komen je netwerken' }).waitFor();
    networkId = await make('network', { code: 'T1', name: 'Tekennetwerk' });
    const [laag1, laag2] = [
      await make('layer', { networkId, name: 'Laag A', position: 0 }),
      await make('layer', { networkId, name: 'Laag B', position: 1 }),
    ];
    const kern = await make('unit', { networkId, name: 'Kerngroep', layerId: laag1, start: '2024-09' });
    await make('unit', { networkId, name: 'PLG 1', layerId: laag2, start: '2024-09' });
    await make('unit', { networkId, name: 'PLG 2', layerId: laag2, start: '2024-09' });
    for (const name of ['Projectleider', 'Procesbegeleider 1', 'Procesbegeleider 2', 'Onderzoeker 1']) {
      const personId = await make('person', { name });
      await make('membership', { personId, containerId: kern, start: '2024-09' });
    }
    await make('person', { name: 'Leraar 1' });
    await app.page.evaluate(
      ([id]) => {
        location.hash = `/n/${id}/diagram`;
      },
      [networkId] as const,
    );
    await app.page.locator('.scene').waitFor();
    const day = app.page.getByLabel('Stand op').first();
    await day.fill('1 maart 2025');
    await day.press('Enter');
    await app.page.waitForTimeout(500);
  }, 60_000);
  afterAll(() => app?.close());
  afterEach(async ({ task }) => {
    if (task.result?.state === 'fail')
      await app.page.screenshot({ path: path.join(root, 'dist', `failed-draw-${kind}-${task.name.slice(0, 40)}.png`) });
    await hands.leave();
    await app.page.keyboard.press('Escape');
  });

  // catches: a drag that does another thing than its keys, or more than one step for undo
  it('puts someone in another team as well, by pointer and by keys, the same', async () => {
    await drag(await point('Projectleider, in Kerngroep'), await point('PLG 1, team', 'foot'));
    await answer();
    await expect.poll(() => members('PLG 1')).toEqual([{ who: 'Projectleider', start: at, end: '..', roles: [] }]);
    const byPointer = await members('PLG 1');
    await undo();
    await expect.poll(() => members('PLG 1')).toEqual([]);
    await target('Projectleider, in Kerngroep').focus();
    await hands.press('m');
    await hands.pick('Team', 'PLG 1');
    await press('In het team zetten');
    await expect.poll(() => members('PLG 1')).toEqual(byPointer);
    expect((await hands.focus()).name).toMatch(/^Projectleider/);
    await undo();
    await expect.poll(() => members('PLG 1')).toEqual([]);
  });

  // catches: a move that leaves someone in both teams, or that forgets a day
  it('moves someone to another team as of the day', async () => {
    await drag(await point('Procesbegeleider 1, in Kerngroep'), await point('PLG 2, team', 'foot'));
    await question().getByText('Hierheen, en daar weg').click();
    await press('Verplaatsen');
    await expect.poll(() => members('PLG 2')).toEqual([{ who: 'Procesbegeleider 1', start: at, end: '..', roles: [] }]);
    expect((await members('Kerngroep')).find((row) => row.who === 'Procesbegeleider 1')?.end).toBe('2025-02-28');
    await undo();
    await expect.poll(() => members('PLG 2')).toEqual([]);
    expect((await members('Kerngroep')).find((row) => row.who === 'Procesbegeleider 1')?.end).toBe('..');
  });

  // catches: someone who is dragged out and removed instead of stopped, or a reason that is lost
  it('lets someone stop who is dragged out, with the reason', async () => {
    const legend = await app.page.locator('.diagram-frame').boundingBox();
    await drag(await point('Onderzoeker 1, in Kerngroep'), { x: (legend?.x ?? 0) + 30, y: (legend?.y ?? 0) + (legend?.height ?? 0) - 30 });
    await question().getByLabel('Waarom').fill('Andere baan');
    await answer();
    const stopped = async () => (await members('Kerngroep')).find((row) => row.who === 'Onderzoeker 1')?.end;
    await expect.poll(stopped).toBe(at);
    await undo();
    await expect.poll(stopped).toBe('..');
    await target('Onderzoeker 1, in Kerngroep').focus();
    await hands.press('e');
    await answer();
    await expect.poll(stopped).toBe(at);
    await undo();
    await expect.poll(stopped).toBe('..');
  });

  // catches: a new team in the wrong layer, a new person who is made twice, two steps for undo
  it('makes a team and a person where one double-clicks', async () => {
    const layer = await boxOf('Laag B');
    await app.page.mouse.dblclick((layer?.x ?? 0) + 150, (layer?.y ?? 0) + (layer?.height ?? 0) - 5);
    await question().waitFor();
    await app.page.keyboard.type('Werkplaats 1');
    await answer();
    await expect.poll(async () => (await unit('Werkplaats 1'))?.layerId).toBe((await unit('PLG 1'))?.layerId);
    const foot = await point('Werkplaats 1, team', 'foot');
    await app.page.mouse.dblclick(foot.x, foot.y);
    await question().waitFor();
    await app.page.keyboard.type('Docent 1');
    await app.page.getByRole('option', { name: /Nieuw: .Docent 1/ }).waitFor();
    await app.page.keyboard.press('Enter');
    await answer();
    await expect.poll(async () => (await members('Werkplaats 1')).map((row) => row.who)).toEqual(['Docent 1']);
    await undo();
    await expect.poll(() => members('Werkplaats 1')).toEqual([]);
    expect((await value<{ found: unknown[] }>('entity.list', { text: 'Docent 1', kinds: ['person'] })).found).toEqual([]);
    await undo();
    await expect.poll(() => unit('Werkplaats 1')).toBeUndefined();
  });

  // catches: a relation from the handle that differs from the one by keys
  it('draws a relation from the handle, and by keys', async () => {
    const relations = async () =>
      (
        await value<{ rows: { kind: string; from: { name: string }[]; to: { name: string }[]; start: string }[] }>('relation.list', { networkId, at })
      ).rows.map((row) => `${row.from[0]?.name} ${row.kind} ${row.to[0]?.name} ${row.start}`);
    const from = await title('Kerngroep, team');
    await app.page.mouse.move(from.x, from.y);
    const handle = await app.page.locator('[data-handle]').boundingBox();
    await drag(
      { x: (handle?.x ?? 0) + (handle?.width ?? 0) / 2, y: (handle?.y ?? 0) + (handle?.height ?? 0) / 2 },
      await point('PLG 1, team', 'foot'),
    );
    await press('Relatie leggen');
    await expect.poll(relations).toHaveLength(1);
    const byPointer = await relations();
    expect(byPointer[0]).toMatch(/^Kerngroep .* PLG 1/);
    await hands.leave();
    await undo();
    await expect.poll(relations).toEqual([]);
    await target('Kerngroep, team').focus();
    await hands.press('c');
    await hands.pick('Met wie of wat', 'PLG 1');
    await press('Relatie leggen');
    await expect.poll(relations).toEqual(byPointer);
    await hands.leave();
    await undo();
    await expect.poll(relations).toEqual([]);
  });

  // catches: a relation that can only be made and not mended; keys that do not reach a line
  it('turns a relation round and puts its end on another team, by pointer and by keys', async () => {
    const ends = async () =>
      (await value<{ rows: { from: { name: string }[]; to: { name: string }[]; mutual: boolean }[] }>('relation.list', { networkId, at })).rows.map(
        (row) => `${row.from[0]?.name} ${row.mutual ? 'en' : 'naar'} ${row.to[0]?.name}`,
      );
    const [from, to] = [(await unit('Kerngroep'))?.id as string, (await unit('PLG 1'))?.id as string];
    const end = (entityId: string) => [{ entityId, roleId: null }];
    await make('relation', { networkId, kind: 'steers', from: end(from), to: end(to), start: '2024' });
    await expect.poll(() => target('Kerngroep stuurt').count()).toBe(1);
    // from a team with L to its line, and there D
    await target('Kerngroep, team').focus();
    await hands.press('l');
    expect((await hands.focus()).name).toMatch(/^Kerngroep stuurt/);
    const seen = [(await ends()).join()];
    for (let n = 0; n < 3; n++) {
      await hands.press('d');
      await expect.poll(async () => (await ends()).join()).not.toBe(seen.at(-1));
      seen.push((await ends()).join());
      await question().waitFor({ state: 'detached' });
      await hands.until('l', ({ name }) => /stuurt/.test(name), 'the line', 3);
    }
    expect(new Set(seen.slice(0, 3))).toEqual(new Set(['Kerngroep naar PLG 1', 'PLG 1 naar Kerngroep', expect.stringMatching(/ en /)]));
    expect(seen[3]).toBe(seen[0]);
    for (let n = 0; n < 3; n++) await undo();
    await expect.poll(ends).toEqual(['Kerngroep naar PLG 1']);

    // its end, by keys
    await target('Kerngroep stuurt').focus();
    await hands.press('m');
    await hands.pick('Met wie of wat', 'PLG 2');
    await press('Verleggen');
    await expect.poll(ends).toEqual(['Kerngroep naar PLG 2']);
    await undo();
    await expect.poll(ends).toEqual(['Kerngroep naar PLG 1']);
    // and by pointer, from the round thing at the end of the chosen line
    await target('Kerngroep stuurt').focus();
    await hands.press('Enter');
    const handle = await app.page.locator(`[data-end="${to}"]`).boundingBox();
    await drag({ x: (handle?.x ?? 0) + 6, y: (handle?.y ?? 0) + 6 }, await title('PLG 2, team'));
    await expect.poll(ends).toEqual(['Kerngroep naar PLG 2']);
    await undo();
    await undo();
    await expect.poll(ends).toEqual([]);
    await hands.leave();
  });

  // catches: a question or menu that hangs out of a low window, so that its buttons cannot be reached
  it('asks within the table, also in a low window', async () => {
    await app.page.setViewportSize({ width: 720, height: 480 });
    const inside = async (card: string): Promise<boolean> => {
      const own = await app.page.locator(card).boundingBox();
      const table = await app.page.locator('.diagram-frame').boundingBox();
      if (!own || !table) return false;
      return own.x >= table.x && own.y >= table.y && own.x + own.width <= table.x + table.width && own.y + own.height <= table.y + table.height;
    };
    for (const label of ['Projectleider, in Kerngroep', 'PLG 2, team']) {
      await target(label).focus();
      await hands.press('Shift+F10');
      await expect.poll(() => inside('.draw-menu')).toBe(true);
      await hands.press('Escape');
      await target(label).focus();
      await hands.press('m');
      await expect.poll(() => inside('.draw-question')).toBe(true);
      await hands.press('Escape');
    }
    await app.page.setViewportSize({ width: 1440, height: 900 });
    await hands.press('Control+0');
  });

  // catches: layers that can only be made on another screen
  it('makes a layer, and changes one field of many at once', async () => {
    await app.page.getByRole('button', { name: 'Laag toevoegen' }).click();
    await question().waitFor();
    await app.page.keyboard.type('Laag van de scholen');
    await app.page.keyboard.press('Enter');
    await expect.poll(() => target('Laag van de scholen').count()).toBe(1);
    await undo();
    await expect.poll(() => target('Laag van de scholen').count()).toBe(0);
    await target('Projectleider, in Kerngroep').focus();
    await hands.press('Control+a');
    await app.page.locator('.draw-bar').getByRole('button', { name: 'Gegeven wijzigen' }).click();
    await question().waitFor();
    await question().getByRole('combobox', { name: 'Wat' }).click();
    await app.page.getByRole('option', { name: 'Uren per week' }).click();
    await question().getByRole('textbox', { name: 'Uren per week' }).fill('4');
    await press('Wijzigen');
    const hours = async () => {
      const { rows } = await value<{ rows: { hoursPerWeek: number | null }[] }>('membership.list', {
        containerId: (await unit('Kerngroep'))?.id,
        at,
      });
      return rows.map((row) => row.hoursPerWeek);
    };
    await expect.poll(hours).toEqual([4, 4, 4, 4]);
    await undo();
    await expect.poll(hours).toEqual([null, null, null, null]);
    await hands.leave();
  });

  // catches: a team that is dropped in another layer and stays, or that loses its people on the way
  it('puts a team in another layer and in another team, by pointer and by keys', async () => {
    const layer = await boxOf('Laag A');
    await drag(await title('PLG 2, team'), { x: (layer?.x ?? 0) + 40, y: (layer?.y ?? 0) + (layer?.height ?? 0) - 8 });
    const layerOf = async () => (await unit('PLG 2'))?.layerId;
    const first = (await unit('Kerngroep'))?.layerId;
    await expect.poll(layerOf).toBe(first);
    await undo();
    await expect.poll(layerOf).not.toBe(first);
    await drag(await title('PLG 2, team'), await point('PLG 1, team', 'foot'));
    const parentOf = async () => (await unit('PLG 2'))?.parentId;
    await expect.poll(parentOf).toBe((await unit('PLG 1'))?.id);
    await undo();
    await expect.poll(parentOf).toBeNull();
    await target('PLG 2, team').focus();
    await hands.press('m');
    await hands.choose('Naar', 'Laag A');
    await press('Verplaatsen');
    await expect.poll(layerOf).toBe(first);
    await undo();
    await expect.poll(layerOf).not.toBe(first);
  });

  // catches: an area that misses signs, an act for many that is many steps for undo
  it('picks many in an area and gives them one role in one step', async () => {
    const box = await boxOf('Kerngroep, team');
    const { x = 0, y = 0, width = 0, height = 0 } = box ?? {};
    await app.page.keyboard.down('Shift');
    await drag({ x: x - 14, y: y - 8 }, { x: x + width + 6, y: y + height + 4 });
    await app.page.keyboard.up('Shift');
    await app.page.getByText('4 gekozen').waitFor();
    await app.page.locator('.draw-bar').getByRole('button', { name: 'Rol geven' }).click();
    await question().waitFor();
    await hands.tabTo('Rol');
    await app.page.keyboard.type('lid kerngroep');
    await app.page.getByRole('option', { name: /Nieuw/ }).waitFor();
    await app.page.keyboard.press('Enter');
    await press('Rol geven');
    const roles = async () => (await members('Kerngroep')).map((row) => row.roles.join());
    await expect.poll(roles).toEqual(Array(4).fill('lid kerngroep'));
    await undo();
    await expect.poll(roles).toEqual(['', '', '', '']);
    await app.page.keyboard.press('Escape');
    await target('Projectleider, in Kerngroep').focus();
    await hands.press('Control+a');
    await app.page.getByText('4 gekozen').waitFor();
    await hands.press('Escape');
    expect(await app.page.locator('.draw-bar').count()).toBe(0);
  });

  // catches: a name from a list that gets lost because it has no team yet
  it('drags who has no team from the list into one', async () => {
    await app.page.getByRole('button', { name: /^Zonder team/ }).click();
    const name = await app.page.locator('[data-loose]', { hasText: 'Leraar 1' }).boundingBox();
    await drag({ x: (name?.x ?? 0) + 20, y: (name?.y ?? 0) + 8 }, await point('PLG 1, team', 'foot'));
    await answer();
    await expect.poll(async () => (await members('PLG 1')).map((row) => row.who)).toEqual(['Leraar 1']);
    await undo();
    await app.page.locator('[data-loose]', { hasText: 'Leraar 1' }).focus();
    await hands.press('Enter');
    await hands.pick('Team', 'PLG 1');
    await press('In het team zetten');
    await expect.poll(async () => (await members('PLG 1')).map((row) => row.who)).toEqual(['Leraar 1']);
    await undo();
    await expect.poll(() => members('PLG 1')).toEqual([]);

    // by role: the list and its question show no names either
    const called = async (style: string): Promise<void> => {
      await app.page.getByRole('button', { name: 'Beeld', exact: true }).click();
      await app.page.getByRole('group', { name: 'Wie er staat' }).getByRole('radio', { name: style, exact: true }).check();
      await hands.press('Escape');
    };
    await called('Rol');
    await expect.poll(() => app.page.locator('[data-loose]', { hasText: 'Leraar 1' }).count()).toBe(0);
    await app.page.locator('[data-loose]').first().focus();
    await hands.press('Enter');
    expect(await app.page.locator('.draw-question').innerText()).not.toContain('Leraar');
    await hands.press('Escape');
    await called('Naam');
    await app.page.locator('[data-loose]', { hasText: 'Leraar 1' }).waitFor();
    expect(app.problems).toEqual([]);
  });

  // catches: a drag that cannot be given up, or a question that does something when it is closed
  it('does nothing when a drag or a question is given up with Esc', async () => {
    const before = JSON.stringify([await members('Kerngroep'), await members('PLG 1')]);
    const [from, to] = [await point('Projectleider, in Kerngroep'), await point('PLG 1, team', 'foot')];
    await app.page.mouse.move(from.x, from.y);
    await app.page.mouse.down();
    await app.page.mouse.move(to.x, to.y, { steps: 5 });
    await app.page.keyboard.press('Escape');
    await app.page.mouse.up();
    expect(await question().count()).toBe(0);
    await drag(from, to);
    await question().waitFor();
    await app.page.keyboard.press('Escape');
    await question().waitFor({ state: 'detached' });
    expect(JSON.stringify([await members('Kerngroep'), await members('PLG 1')])).toBe(before);
  });
});
