/** Hands that count: a click, a key, a drag, and what is typed or pasted in one field are an action each. */
import type { Locator, Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

export type CountingHands = ReturnType<typeof countingHands>;

type Role = 'button' | 'menuitem' | 'radio' | 'option' | 'checkbox' | 'tab' | 'treeitem';

export function countingHands(page: Page) {
  let actions = 0;
  /** Lines that were pasted: each was typed or copied somewhere once. */
  let lines = 0;
  /** What is called so, perhaps with its role, in the team that stands behind 'in'. */
  const target = (label: string) => {
    const [name, team] = label.split(', in ');
    const within = team === undefined ? '' : `[aria-label*=", in ${team}"]`;
    return page.locator(`[data-item][aria-label^="${team === undefined ? label : `${name},`}"]${within}`).first();
  };
  /** Where it is drawn now, once it stands still; what has just changed is drawn anew. */
  const boxOf = async (label: string): Promise<{ x: number; y: number; width: number; height: number }> => {
    let before = '';
    for (let tries = 0; tries < 60; tries++) {
      await page.waitForTimeout(40);
      const box = await target(label)
        .boundingBox({ timeout: 200 })
        .catch(() => null);
      if (box && JSON.stringify(box) === before) return box;
      before = JSON.stringify(box);
    }
    throw new Error(`${label} is not in view`);
  };
  /** Whether a pointer would come on the drawing there, and on nothing that lies over it. */
  const isBare = ({ x, y }: Point): Promise<boolean> =>
    page.evaluate(([left, top]) => document.elementFromPoint(left, top)?.closest('[data-drawing]') != null, [x, y] as const);
  return {
    get actions() {
      return actions;
    },
    get lines() {
      return lines;
    },
    /** From here on. @returns how many it were until now */
    restart(): number {
      const before = actions;
      actions = 0;
      return before;
    },
    target,
    boxOf,
    /** Where these are, once all of them are in view: the whole drawing is asked for when one is not, and smaller when something lies over it. */
    async see<P extends readonly (() => Promise<Point>)[]>(...points: P): Promise<{ [K in keyof P]: Point }> {
      for (const act of [null, 'Control+0', 'Control+-']) {
        if (act !== null) await this.press(act);
        const now: Point[] = [];
        for (const point of points) now.push(await point());
        if ((await Promise.all(now.map(isBare))).every(Boolean)) return now as { [K in keyof P]: Point };
      }
      throw new Error('Something lies over the drawing');
    },
    /** The middle of a sign, without its name. */
    sign: async (label: string): Promise<Point> => {
      const box = await boxOf(label);
      return { x: box.x + Math.min(15, box.width / 2), y: box.y + Math.min(15, box.height / 2) };
    },
    /** The empty foot of a team. */
    foot: async (label: string): Promise<Point> => {
      const box = await boxOf(label);
      return { x: box.x + box.width / 2, y: box.y + box.height - Math.min(8, box.height / 4) };
    },
    async click(name: string | RegExp, role: Role = 'button'): Promise<void> {
      actions += 1;
      await page.getByRole(role, { name }).first().click();
    },
    async clickOn(what: Locator): Promise<void> {
      actions += 1;
      await what.click();
    },
    /** Ctrl with a click: picked together with what was picked before. */
    async clickAlso(at: Point): Promise<void> {
      actions += 1;
      await page.keyboard.down('Control');
      await page.mouse.click(at.x, at.y);
      await page.keyboard.up('Control');
    },
    /** Ctrl V, of text that was copied elsewhere. */
    async paste(text: string): Promise<void> {
      actions += 1;
      lines += text.split('\n').length;
      await page.evaluate((given) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', given);
        document.activeElement?.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
      }, text);
    },
    async press(key: string): Promise<void> {
      actions += 1;
      await page.keyboard.press(key);
    },
    async type(text: string): Promise<void> {
      actions += 1;
      await page.keyboard.insertText(text);
    },
    /** Letter by letter, where the first one opens the field: in a cell of a table. */
    async write(text: string): Promise<void> {
      actions += 1;
      await page.keyboard.type(text);
    },
    async fill(label: string | RegExp, text: string): Promise<void> {
      actions += 1;
      if (text.includes('\n')) lines += text.split('\n').length;
      await page.getByLabel(label).first().fill(text);
    },
    async doubleClick(at: Point): Promise<void> {
      actions += 1;
      await page.mouse.dblclick(at.x, at.y);
    },
    async drag(from: Point, to: Point): Promise<void> {
      actions += 1;
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 8, from.y + 6, { steps: 2 });
      await page.mouse.move(to.x, to.y, { steps: 3 });
      await page.mouse.up();
    },
    /** A line from the handle of what is pointed at. */
    async line(from: () => Promise<Point>, to: () => Promise<Point>): Promise<void> {
      for (const act of [null, 'Control+0', 'Control+-']) {
        if (act !== null) await this.press(act);
        const [begin, end] = await this.see(from, to);
        await page.mouse.move(begin.x, begin.y);
        // a line of another thing may run where the pointer came
        const handle = await page
          .locator('[data-handle]')
          .boundingBox({ timeout: 1500 })
          .catch(() => null);
        if (!handle) continue;
        const at = { x: handle.x + handle.width / 2, y: handle.y + handle.height / 2 };
        if (await isBare(at)) return this.drag(at, end);
      }
      throw new Error('Something lies over the handle');
    },
    /** Enter in the question that is open. */
    async agree(): Promise<void> {
      await page.locator('.draw-question :focus').waitFor();
      actions += 1;
      await page.keyboard.press('Enter');
      await page.locator('.draw-question').waitFor({ state: 'detached' });
    },
  };
}
