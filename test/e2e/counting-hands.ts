/** Hands that count: a click, a key, a drag and what is typed in one field are an action each. */
import type { Page } from 'playwright-core';

interface Point {
  readonly x: number;
  readonly y: number;
}

export type CountingHands = ReturnType<typeof countingHands>;

export function countingHands(page: Page) {
  let actions = 0;
  const target = (label: string) => page.locator(`[data-item][aria-label^="${label}"]`).first();
  /** Where it is drawn now; what has just changed is drawn anew. */
  const boxOf = async (label: string): Promise<{ x: number; y: number; width: number; height: number }> => {
    for (let tries = 0; tries < 60; tries++) {
      await page.waitForTimeout(40);
      const box = await target(label)
        .boundingBox({ timeout: 1000 })
        .catch(() => null);
      if (box) return box;
    }
    throw new Error(`${label} is not in view`);
  };
  return {
    get actions() {
      return actions;
    },
    /** From here on. @returns how many it were until now */
    restart(): number {
      const before = actions;
      actions = 0;
      return before;
    },
    target,
    boxOf,
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
    async click(name: string | RegExp, role: 'button' | 'menuitem' | 'radio' | 'option' = 'button'): Promise<void> {
      actions += 1;
      await page.getByRole(role, { name }).first().click();
    },
    async press(key: string): Promise<void> {
      actions += 1;
      await page.keyboard.press(key);
    },
    async type(text: string): Promise<void> {
      actions += 1;
      await page.keyboard.insertText(text);
    },
    async fill(label: string | RegExp, text: string): Promise<void> {
      actions += 1;
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
    /** Enter in the question that is open. */
    async agree(): Promise<void> {
      await page.locator('.draw-question :focus').waitFor();
      actions += 1;
      await page.keyboard.press('Enter');
      await page.locator('.draw-question').waitFor({ state: 'detached' });
    },
  };
}
