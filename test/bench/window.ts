/** The window: start to first drawing, first paint and panning, against an empty page and plain SVG shapes in the same browser. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { exampleId } from '../../db/example/example.ts';
import { buildAll } from '../../resources/tooling/build.mjs';
import { closeSharedBrowser } from '../e2e/browsers.ts';
import { launchApp } from '../e2e/fixture.ts';
import { type Line, ms, summary } from './measure.ts';

const drawing = `#/n/${exampleId('02/network')}/diagram`;

async function timed(times: number, work: () => Promise<void>): Promise<number> {
  const all: number[] = [];
  for (let round = 0; round < times; round++) {
    const began = performance.now();
    await work();
    all.push(performance.now() - began);
  }
  return summary(all).p50;
}

/** Milliseconds from asking for the shapes to the frame in which they stand, and per frame while they are dragged. */
function plainShapes(page: Page, count: number): Promise<{ paint: number; pan: number }> {
  return page.evaluate(async (shapes) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
    svg.setAttribute('style', 'position:fixed;inset:0;width:100vw;height:100vh;background:#fff;z-index:9999');
    const group = document.createElementNS('http://www.w3.org/2000/svg', 'g');
    const began = performance.now();
    for (let index = 0; index < shapes; index++) {
      const rect = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
      for (const [name, value] of Object.entries({ x: (index * 37) % 1300, y: (index * 53) % 800, width: 60, height: 16, fill: '#146f51' }))
        rect.setAttribute(name, String(value));
      group.append(rect);
    }
    svg.append(group);
    document.body.append(svg);
    await frame();
    await frame();
    const paint = performance.now() - began;
    const frames: number[] = [];
    let last = await frame();
    for (let step = 0; step < 60; step++) {
      group.setAttribute('transform', `translate(${step * 3} ${step * 2}) scale(0.6)`);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    svg.remove();
    return { paint, pan: frames.reduce((sum, one) => sum + one, 0) / frames.length };
  }, count);
}

const cytoscapeFile = createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js');

/** The same number of elements on cytoscape's canvas, placed beforehand: milliseconds to the frame in which they stand. */
async function cytoscapeCanvas(page: Page, count: number): Promise<number> {
  await page.evaluate(readFileSync(cytoscapeFile, 'utf8'));
  return page.evaluate(async (elements) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    const container = document.createElement('div');
    container.setAttribute('style', 'position:fixed;inset:0;background:#fff;z-index:9999');
    document.body.append(container);
    const nodes = Array.from({ length: Math.ceil(elements / 3) }, (_, index) => ({
      data: { id: `n${index}`, label: `Deelnemer ${index}` },
      position: { x: (index * 37) % 1300, y: (index * 53) % 800 },
    }));
    const make = (window as unknown as { cytoscape: (options: object) => { destroy(): void } }).cytoscape;
    const began = performance.now();
    const graph = make({ container, elements: nodes, layout: { name: 'preset' }, style: [{ selector: 'node', style: { label: 'data(label)' } }] });
    await frame();
    await frame();
    const paint = performance.now() - began;
    graph.destroy();
    container.remove();
    return paint;
  }, count);
}

/** Milliseconds per frame while the ground, or the first sign, is dragged over the drawing. */
function dragging(page: Page, what: 'ground' | 'sign'): Promise<number> {
  return page.evaluate(async (dragged) => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const target = document.querySelector('.diagram-frame') as HTMLElement;
    const box = target.getBoundingClientRect();
    const send = (type: string, x: number, y: number) =>
      target.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x, clientY: y, pointerId: 1, button: 0, buttons: 1 }));
    target.setPointerCapture = () => undefined;
    const sign = document.querySelector('[data-item^="membership"]')?.getBoundingClientRect();
    const [x, y] = dragged === 'sign' && sign ? [sign.left + sign.width / 2, sign.top + sign.height / 2] : [box.left + 6, box.top + 6];
    send('pointerdown', x, y);
    const frames: number[] = [];
    let last = await frame();
    for (let step = 0; step < 60; step++) {
      send('pointermove', x + 8 + step * 3, y + 8 + step * 2);
      const now = await frame();
      frames.push(now - last);
      last = now;
    }
    if (dragged === 'sign' && !document.querySelector('.draw-ghost')) throw new Error('nothing was dragged');
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
    send('pointerup', x, y);
    return frames.reduce((sum, one) => sum + one, 0) / frames.length;
  }, what);
}

/** A made-up network of a thousand people in twenty-five teams. @returns its id */
function crowd(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const run = async (name: string, input: object): Promise<string> => {
      const body = JSON.stringify({ name, input });
      const answer = await fetch('/run', { method: 'POST', headers: { 'x-schakel': '1', 'content-type': 'application/json' }, body });
      return ((await answer.json()) as { value: { id: string } }).value.id;
    };
    const networkId = await run('network.create', { code: '99', name: 'Groot netwerk' });
    for (let team = 1; team <= 25; team++) {
      const containerId = await run('unit.create', { networkId, name: `PLG ${team}`, start: '2024' });
      await Promise.all(
        Array.from({ length: 40 }, async (_, place) => {
          const personId = await run('person.create', { name: `Deelnemer ${team}-${place + 1}` });
          await run('membership.create', { personId, containerId, start: '2024' });
        }),
      );
    }
    return networkId;
  });
}

/** The drawing itself: from the table back to the drawing, and dragged by the mouse. */
async function ownDrawing(page: Page): Promise<{ paint: number; pan: number; count: number }> {
  const table = page.getByRole('button', { name: 'Als tabel' });
  const paints: number[] = [];
  for (let round = 0; round < 5; round++) {
    await table.click();
    await page.waitForSelector('.diagram-table');
    paints.push(
      await page.evaluate(async () => {
        const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
        const began = performance.now();
        document.querySelector<HTMLButtonElement>('button[aria-label="Als tabel"]')?.click();
        while (!document.querySelector('.scene')) await frame();
        await frame();
        return performance.now() - began;
      }),
    );
  }
  const pan = await dragging(page, 'ground');
  const count = await page.evaluate(() => document.querySelectorAll('.scene *').length);
  return { paint: summary(paints).p50, pan, count };
}

/** Milliseconds per frame while a table of ten thousand people scrolls by, and while an empty box of the same height does. */
async function scrollingTable(page: Page): Promise<{ table: number; empty: number }> {
  await page.evaluate(async () => {
    const change = (at: number) => ({ kind: 'person', id: crypto.randomUUID(), isNew: true, fields: { name: `Deelnemer ${at}` } });
    const input = { changes: Array.from({ length: 10_000 }, (_, at) => change(at)) };
    const headers = { 'x-schakel': '1', 'content-type': 'application/json' };
    await fetch('/run', { method: 'POST', headers, body: JSON.stringify({ name: 'entity.update', input }) });
  });
  await page.goto(`${new URL(page.url()).origin}/#/n/${exampleId('02/network')}/people`);
  await page.getByLabel('Hele portfolio').check();
  // rows of some 30 px: all ten thousand are in it
  await page.waitForFunction(() => (document.querySelector('.table-scroll')?.scrollHeight ?? 0) > 250_000);
  return page.evaluate(async () => {
    const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve));
    const scrolled = async (box: HTMLElement) => {
      const frames: number[] = [];
      let last = await frame();
      for (let step = 0; step < 120; step++) {
        box.scrollTop = step * 220;
        const now = await frame();
        frames.push(now - last);
        last = now;
      }
      return frames.reduce((sum, one) => sum + one, 0) / frames.length;
    };
    const table = await scrolled(document.querySelector('.table-scroll') as HTMLElement);
    const box = document.createElement('div');
    box.setAttribute('style', 'position:fixed;inset:0;overflow:auto;z-index:9999');
    box.append(Object.assign(document.createElement('div'), { style: 'height:340000px' }));
    document.body.append(box);
    const empty = await scrolled(box);
    box.remove();
    return { table, empty };
  });
}

export async function benchWindow(): Promise<Line[]> {
  await buildAll({});
  const app = await launchApp({ kind: 'loopback' });
  try {
    const { page } = app;
    await page.evaluate(async () => {
      const body = JSON.stringify({ name: 'portfolio.create', input: { name: 'Voorbeeld', content: 'example' } });
      await fetch('/run', { method: 'POST', headers: { 'x-schakel': '1', 'content-type': 'application/json' }, body });
    });
    const origin = new URL(page.url()).origin;
    const empty = await timed(7, async () => void (await page.goto(`${origin}/info`)));
    const first = await timed(7, async () => {
      await page.goto('about:blank');
      await page.goto(`${origin}/${drawing}`);
      await page.waitForSelector('.scene');
    });
    const own = await ownDrawing(page);
    const plain = await plainShapes(page, own.count);
    const canvas = await cytoscapeCanvas(page, own.count);
    const many = await crowd(page);
    await page.goto('about:blank');
    await page.goto(`${origin}/#/n/${many}/diagram`);
    await page.waitForSelector('.scene');
    await page.waitForTimeout(500);
    const big = await ownDrawing(page);
    const drag = await dragging(page, 'sign');
    const bigPlain = await plainShapes(page, big.count);
    const bigCanvas = await cytoscapeCanvas(page, big.count);
    const frames = (what: string, own1: number, plain1: number): Line => ({
      what,
      measured: `${ms(own1)} / ${ms(plain1)}`,
      ratio: own1 / plain1,
      aim: 'frames at least nine tenths (≤ 1.11)',
      met: own1 / plain1 <= 1.11,
    });
    const scroll = await scrollingTable(page);
    return [
      frames(`1,000 signs (${big.count} shapes): a frame while panning / plain shapes`, big.pan, bigPlain.pan),
      frames('1,000 signs: a frame while dragging one / plain shapes', drag, bigPlain.pan),
      {
        what: '1,000 signs: first paint / cytoscape’s canvas with as many elements',
        measured: `${ms(big.paint)} / ${ms(bigCanvas)}`,
        ratio: big.paint / bigCanvas,
        aim: '≤ 1',
        met: big.paint <= bigCanvas,
      },
      {
        what: 'a frame while a table of 10,000 rows scrolls / an empty box of that height',
        measured: `${ms(scroll.table)} / ${ms(scroll.empty)}`,
        ratio: scroll.table / scroll.empty,
        aim: 'told',
        met: true,
      },
      {
        what: 'page to first drawing / an empty page of the same host',
        measured: `${ms(first)} / ${ms(empty)}`,
        ratio: first / empty,
        aim: 'told',
        met: true,
      },
      {
        what: `first paint of the drawing / ${own.count} plain shapes`,
        measured: `${ms(own.paint)} / ${ms(plain.paint)}`,
        ratio: own.paint / plain.paint,
        aim: 'told',
        met: true,
      },
      {
        what: 'first paint of the drawing / cytoscape’s canvas with as many elements',
        measured: `${ms(own.paint)} / ${ms(canvas)}`,
        ratio: own.paint / canvas,
        aim: 'told',
        met: true,
      },
      {
        what: 'a frame while panning / plain shapes',
        measured: `${ms(own.pan)} / ${ms(plain.pan)}`,
        ratio: own.pan / plain.pan,
        aim: 'told',
        met: true,
      },
    ];
  } finally {
    await app.close();
    await closeSharedBrowser();
  }
}
