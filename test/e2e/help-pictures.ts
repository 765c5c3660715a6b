/**
 * Makes the pictures of the README and the help anew, from the example portfolio, in the real app: `npm run pictures`. Light, twice as sharp
 * as they are shown, and with few colours, so that they stay small. Pictures without words in them serve both languages.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { buildAll } from '../../resources/tooling/build.mjs';
import { type Language, languages } from '../../shared/i18n/index.ts';
import { closeSharedBrowser, root } from './browsers.ts';
import { launchApp } from './fixture.ts';
import { compare, diagram, openExample, run, settled } from './panel-hands.ts';
import { panels } from './panels.ts';

const folder = path.join(root, 'resources/pictures/help');
/** Wider and it could not be read in the help, which is 312 pixels wide; so high that nothing has to be scrolled. */
const NARROW = { width: 420, height: 2400 };
/** So large that the whole drawing stands in it at its own size. */
const TABLE = { width: 3200, height: 2400 };

interface Picture {
  readonly name: string;
  readonly window: { readonly width: number; readonly height: number };
  /** How many pixels for one on the screen. */
  readonly scale?: number;
  /** How much of what is around it is in it. */
  readonly edge?: number;
  /** @returns what is in the picture, from the first to the last */
  show(page: Page, language: Language): Promise<Locator>;
}

/** What a panel opens, or what stands around it. */
function panel(name: string, of: (opened: Locator, page: Page) => Locator = (opened) => opened) {
  const found = panels.find((one) => one.name === name);
  if (!found) throw new Error(`no panel ${name}`);
  return async (page: Page, language: Language): Promise<Locator> => {
    const opened = await found.open(page, language);
    await opened.waitFor();
    return of(opened, page);
  };
}

const team = (page: Page): Locator => page.locator('[data-drawing] [data-item][aria-label^="PLG 1"]').first();

/** The same in both languages: they have names in them, and those are data. */
const wordless: readonly Picture[] = [
  {
    name: 'team',
    window: TABLE,
    edge: 6,
    async show(page) {
      await diagram(page);
      return team(page);
    },
  },
  {
    name: 'compared',
    window: TABLE,
    edge: 6,
    async show(page, language) {
      await compare(page, language, 'yearEarlier');
      return team(page);
    },
  },
];

const worded: readonly Picture[] = [
  {
    name: 'shapes',
    window: NARROW,
    async show(page, language) {
      await panel('the start of a network, as another one, with names')(page, language);
      await page.locator('.begin-shape input').first().check();
      return page.locator('.begin-shape:nth-of-type(-n + 3)');
    },
  },
  {
    name: 'questions',
    window: NARROW,
    show: panel('importing: columns, questions and refusals', (opened) => opened.locator('xpath=..')),
  },
  { name: 'column', window: { width: 900, height: 900 }, show: panel('a table: the menu of a column') },
  { name: 'paste', window: NARROW, show: panel('a table: pasting', (_opened, page) => page.locator('.mantine-Modal-content')) },
  { name: 'doubles', window: NARROW, show: panel('a table: perhaps twice', (_opened, page) => page.locator('.mantine-Modal-content')) },
  {
    name: 'update',
    window: NARROW,
    async show(page, language) {
      const form = await panel('the yearly update: it ended')(page, language);
      // on from the date, and its hint is gone
      await page.keyboard.press('Tab');
      return form.locator('xpath=..');
    },
  },
  { name: 'join', window: { width: 1440, height: 900 }, show: panel('the drawing: M on Procesbegeleider 2') },
  { name: 'slide', window: { width: 960, height: 640 }, scale: 1, show: panel('the drawing: a slide', (_opened, page) => page.locator('.slides')) },
];

/** A fifth of the size, where ImageMagick is at hand. */
function fewColours(file: string): void {
  try {
    execFileSync('convert', [file, '-strip', '-dither', 'None', '-colors', '96', `PNG8:${file}`], { stdio: 'ignore' });
  } catch {
    console.log('  ImageMagick (convert) is not here: the picture stays larger than it need be');
  }
}

async function around(shown: Locator, { name, edge = 0 }: Picture): Promise<{ x: number; y: number; width: number; height: number }> {
  const boxes = await Promise.all((await shown.all()).map((one) => one.boundingBox()));
  const seen = boxes.filter((box) => box !== null);
  if (seen.length === 0) throw new Error(`${name} cannot be seen`);
  const [left, top] = [Math.min(...seen.map(({ x }) => x)), Math.min(...seen.map(({ y }) => y))];
  const [right, bottom] = [Math.max(...seen.map(({ x, width }) => x + width)), Math.max(...seen.map(({ y, height }) => y + height))];
  return { x: left - edge, y: top - edge, width: right - left + 2 * edge, height: bottom - top + 2 * edge };
}

async function make(page: Page, picture: Picture, language: Language, file: string): Promise<void> {
  await page.setViewportSize(picture.window);
  const shown = await picture.show(page, language);
  // nobody points at anything, and nothing blinks
  await page.mouse.move(0, 0);
  await settled(page);
  const bounds = await around(shown, picture);
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'png', clip: { ...bounds, scale: picture.scale ?? 2 } });
  await session.detach();
  writeFileSync(file, data, 'base64');
  fewColours(file);
  console.log(`${path.relative(folder, file)} ${Math.round(statSync(file).size / 1024)} kB, ${Math.round(bounds.width)} wide`);
}

/** The drawing as one first sees it, for the README. */
async function frontPicture(page: Page): Promise<void> {
  await page.setViewportSize({ width: 1600, height: 1000 });
  await diagram(page);
  await page.mouse.move(0, 0);
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await settled(page);
  await page.screenshot({ path: path.join(root, 'resources/pictures/system-diagram.png') });
}

await buildAll();
rmSync(folder, { recursive: true, force: true });
const app = await launchApp({ kind: 'loopback' });
await app.page.emulateMedia({ reducedMotion: 'reduce' });
app.page.setDefaultTimeout(20_000);
for (const language of languages) {
  await run(app.page, 'portfolio.unlink', {});
  await openExample(app.page);
  await run(app.page, 'settings.update', { theme: 'light', language });
  if (language === 'nl') await frontPicture(app.page);
  mkdirSync(path.join(folder, language), { recursive: true });
  if (language === 'nl') for (const picture of wordless) await make(app.page, picture, language, path.join(folder, `${picture.name}.png`));
  // a slide is of a view, and the view is kept with notes on it
  await app.page.setViewportSize({ width: 1440, height: 900 });
  await panel('the drawing: notes on a view')(app.page, language);
  for (const picture of worded) await make(app.page, picture, language, path.join(folder, language, `${picture.name}.png`));
}
await app.close();
await closeSharedBrowser();
