/** Two hands on a keyboard: what a person does with Tab, arrows and letters, and what she reads while doing so. No mouse, no script that focuses. */
import type { Page } from 'playwright-core';

export interface Outcome {
  readonly ok: boolean;
  readonly value?: unknown;
}

/** What has the focus now. */
export interface Focus {
  /** What a screen reader would call it. */
  readonly name: string;
  readonly role: string;
  readonly pane: string;
  readonly value: string;
  /** Whether it is a sign in a drawing, and how far from its left edge. */
  readonly drawnAt: number | null;
}

/** More stops than any screen has between two of its controls. */
const FAR = 200;

export type Hands = ReturnType<typeof handsOn>;

export function handsOn(page: Page) {
  const press = async (...keys: string[]): Promise<void> => {
    for (const key of keys) await page.keyboard.press(key);
  };

  const focus = (): Promise<Focus> =>
    page.evaluate(() => {
      const element = document.activeElement as HTMLElement | null;
      if (!element || element === document.body) return { name: '', role: 'none', pane: '', value: '', drawnAt: null };
      const labels = [...((element as HTMLInputElement).labels ?? [])].map((label) => label.textContent ?? '');
      const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
      const name = element.getAttribute('aria-label') ?? (labels.length > 0 ? labels.join(' ') : isField ? '' : element.textContent);
      return {
        name: (name ?? '').trim(),
        role: element.getAttribute('role') ?? element.tagName.toLowerCase(),
        pane: element.closest<HTMLElement>('[data-pane]')?.dataset.pane ?? '',
        value: isField ? element.value : '',
        drawnAt: element instanceof SVGElement ? Number(element.getAttribute('x')) : null,
      };
    });

  const isNamed = (name: string, wanted: string | RegExp): boolean => (typeof wanted === 'string' ? name === wanted : wanted.test(name));

  /** Presses a key until what is wanted has the focus. @throws with all that came by, when it does not come */
  async function until(key: string, is: (now: Focus) => boolean, what: string, most = FAR): Promise<Focus> {
    const seen: string[] = [];
    for (let n = 0; n <= most; n++) {
      const now = await focus();
      if (is(now)) return now;
      seen.push(`${now.pane}/${now.role} ${now.name.slice(0, 40)}`);
      await press(key);
    }
    throw new Error(`${key} never came to ${what}; it came past:\n${[...new Set(seen)].join('\n')}`);
  }

  const tabTo = (wanted: string | RegExp, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<Focus> =>
    until(key, ({ name }) => isNamed(name, wanted), String(wanted));

  /** F6 until the pane has the focus. */
  const toPane = (pane: 'rail' | 'work' | 'list' | 'drawer'): Promise<Focus> => until('F6', (now) => now.pane === pane, `the pane ${pane}`, 6);

  const hit = async (wanted: string | RegExp): Promise<void> => {
    await tabTo(wanted);
    await press('Enter');
  };

  const write = async (label: string, text: string): Promise<void> => {
    await tabTo(label);
    await press('Control+a');
    await page.keyboard.type(text);
  };

  /** The option that Enter would take. */
  const offered = page.locator('[role=option][data-combobox-selected]:visible');

  /** In a field that offers what there is: types, waits until that stands first, takes it. */
  async function pick(label: string | RegExp, text: string): Promise<void> {
    await tabTo(label);
    await page.keyboard.type(text);
    await offered.filter({ hasText: text }).waitFor();
    await press('Enter');
  }

  /** In a short list that cannot be typed in: arrows down to the word. */
  async function choose(label: string, word: string): Promise<void> {
    await tabTo(label);
    await press('ArrowDown');
    await offered.first().waitFor();
    // a list brings what was chosen before into view just after it opens, and nobody reads faster than that
    await page.waitForTimeout(150);
    for (let n = 0; n < 30; n++) {
      if ((await offered.first().innerText()).trim() === word) return press('Enter');
      await press('ArrowDown');
    }
    throw new Error(`${label} does not offer ${word}`);
  }

  /** Ctrl K: a name, Enter. */
  async function find(text: string, kind: string | RegExp = ''): Promise<void> {
    await press('Control+k');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    // it has the focus by itself, a moment after it has come
    await page.getByRole('dialog').getByRole('textbox').and(page.locator(':focus')).waitFor();
    await page.keyboard.type(text);
    // without a kind it is the name of a screen, whole: more has it in its name
    const named = page.locator('.found-name').filter({ hasText: kind === '' ? new RegExp(`^${text}$`) : text });
    const found = page.locator('.mantine-Spotlight-action').filter({ has: named }).filter({ hasText: kind });
    await found.first().waitFor();
    const chosen = async (): Promise<boolean> => (await found.and(page.locator('[data-selected]')).count()) > 0;
    // the answer to the last letters may still come, and begins the list anew
    for (let n = 0, steady = 0; n < 40 && steady < 2; n++) {
      steady = (await chosen()) ? steady + 1 : 0;
      if (steady === 0) await press('ArrowDown');
      else await page.waitForTimeout(80);
    }
    await press('Enter');
    await page.locator('.mantine-Spotlight-action').first().waitFor({ state: 'detached' });
  }

  /** To another of the tabs, with the arrows. */
  async function turnTo(tab: string): Promise<void> {
    // the room before this one, which has tabs of its own, may still be there
    await page.getByRole('tab', { name: tab, exact: true }).waitFor();
    await until('Tab', ({ role }) => role === 'tab', 'the tabs');
    await until('ArrowRight', ({ name }) => name === tab, `the tab ${tab}`, 6);
  }

  /** Esc until nothing stands beside the work. */
  async function leave(): Promise<void> {
    const open = page.locator('aside, [aria-modal=true]');
    for (let n = 0; n < 20 && (await open.count()) > 0; n++) {
      await press('Escape');
      await page.waitForTimeout(100);
    }
  }

  /** From the first screen, with nothing open yet. */
  async function openStaalWerk(): Promise<void> {
    await page.getByRole('button', { name: 'Voorbeeld openen' }).waitFor();
    await hit('Voorbeeld openen');
    await page
      .getByRole('link', { name: /STAAL-werk/ })
      .first()
      .waitFor();
    await hit(/STAAL-werk/);
    await page.getByRole('button', { name: 'Netwerk bewerken' }).waitFor();
  }

  /** Looks behind the page: what the host has, whatever the screen says. */
  const run = (name: string, input: unknown): Promise<Outcome> =>
    page.evaluate(
      async ([operation, given]) => {
        if (window.schakel) return window.schakel.run(operation, given as never) as Promise<Outcome>;
        const headers = { 'x-schakel': '1', 'content-type': 'application/json' };
        return (await fetch('/run', { method: 'POST', headers, body: JSON.stringify({ name: operation, input: given }) })).json() as Promise<Outcome>;
      },
      [name, input] as const,
    );

  return {
    page,
    press,
    focus,
    until,
    tabTo,
    toPane,
    hit,
    write,
    pick,
    choose,
    find,
    turnTo,
    leave,
    openStaalWerk,
    run,
    type: (text: string) => page.keyboard.type(text),
  };
}
