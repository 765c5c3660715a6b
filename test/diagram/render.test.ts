import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { outlineText } from '../../db/render/outline.ts';
import { pageFor, scenePdf } from '../../db/render/pdf.ts';
import { scenePng } from '../../db/render/png.ts';
import { layoutDiagram } from '../../shared/diagram/layout.ts';
import { categoriesOf, themes } from '../../shared/diagram/palette.ts';
import type { SceneNode } from '../../shared/diagram/scene.ts';
import { sceneToSvg } from '../../shared/diagram/svg.ts';
import { organisationKinds, processes, roleFamilies, sectors } from '../../shared/domain/lists.ts';
import { diagram as en } from '../../shared/i18n/en/diagram.ts';
import { diagram as words } from '../../shared/i18n/nl/diagram.ts';
import { randomModel } from './random-model.ts';
import { staalWerk } from './staal-werk.ts';

const resources = fileURLToPath(new URL('../../resources', import.meta.url));
const scene = layoutDiagram(staalWerk, { colour: 'organisation', words, showEnded: true, header: true });

describe('SVG', () => {
  // catches: a name with < or & that breaks the file, and an id that occurs twice
  test('is well formed whatever the names are', () => {
    const model = randomModel(5);
    const wild = { ...model, memberships: model.memberships.map((one) => ({ ...one, name: `<b>"Jan" & \u0007 'Piet' ${one.name}` })) };
    const svg = sceneToSvg(layoutDiagram(wild, { colour: 'organisation', words, showEnded: true }), { colours: 'light' });
    expect(svg.includes('\u0007')).toBe(false);
    expect(svg).not.toMatch(/<b>|&(?!amp;|lt;|gt;|quot;)/);
    const open: string[] = [];
    for (const [, close, tag, alone] of svg.matchAll(/<(\/?)(\w+)[^>]*?(\/?)>/g))
      if (alone !== '/') close === '/' ? expect(open.pop()).toBe(tag) : open.push(tag as string);
    expect(open).toEqual([]);
  });
  test.each([1, 5, 38, 90])('ids are unique, network %i', (seed) => {
    const drawn = layoutDiagram(randomModel(seed), { colour: 'organisation', words, showEnded: true });
    const ids = [...sceneToSvg(drawn, { colours: 'light' }).matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(ids.length - new Set(ids).size).toBe(0);
  });
  // catches: Type 3 fonts in a PDF made from it, and colours that a page cannot change
  test('has no halo by paint-order, and tokens when asked', () => {
    const svg = sceneToSvg(scene, { colours: 'tokens' });
    expect(svg).not.toMatch(/paint-order|#[0-9a-f]{6}|NaN|undefined/);
    expect(svg).toContain('var(--k-school)');
  });
  // catches: Word that swaps the font
  test('outlined text has no text left', () => {
    const svg = sceneToSvg(scene, { colours: 'light', outline: outlineText(resources) });
    expect(svg).not.toMatch(/<text|NaN/);
    expect(svg.length).toBeGreaterThan(100_000);
  });
});

describe('PDF and PNG', () => {
  // catches: a clock in the file, a second page, a font that is not embedded or is drawn as pictures
  test('the same input gives the same PDF, of one page with real fonts', async () => {
    const [one, two] = [
      await scenePdf(scene, { colours: 'light', resources, paper: 'A3' }),
      await scenePdf(scene, { colours: 'light', resources, paper: 'A3' }),
    ];
    expect(Buffer.compare(one, two)).toBe(0);
    const raw = Buffer.from(one).toString('latin1');
    expect(raw.match(/\/Type \/Page\b/g)?.length).toBe(1);
    expect(raw).toContain('/FontFile2');
    expect(raw).not.toContain('/Type3');
    const streams = [...raw.matchAll(/stream\n([\s\S]*?)\nendstream/g)].map((match) => Buffer.from(match[1] as string, 'latin1'));
    expect(streams.some((stream) => stream[0] === 0x78 && inflateSync(stream).toString('latin1').includes(' Tf'))).toBe(true);
  });
  // catches: a drawing that falls off the paper, or text under 7 points
  test('fits the paper', () => {
    for (const paper of ['A4', 'A3', 'A2', 'A1', 'own', 'smallest'] as const) {
      const page = pageFor(scene, paper);
      expect(scene.width * page.scale).toBeLessThanOrEqual(page.width);
      expect(scene.height * page.scale).toBeLessThanOrEqual(page.height);
    }
    expect(12 * pageFor(scene, 'smallest').scale).toBeGreaterThanOrEqual(7);
  });
  // catches: a picture without letters because no font was found, or one of another size
  test('the same input gives the same PNG of the size asked for', async () => {
    const [one, two] = [
      await scenePng(scene, { colours: 'dark', resources, scale: 1 }),
      await scenePng(scene, { colours: 'dark', resources, scale: 1 }),
    ];
    expect(Buffer.compare(one, two)).toBe(0);
    const view = new DataView(one.buffer, one.byteOffset);
    expect(Math.abs(view.getUint32(16) - scene.width)).toBeLessThanOrEqual(1);
    const empty = await scenePng(
      { ...scene, root: { ...scene.root, children: withoutText(scene.root.children) } },
      { colours: 'dark', resources, scale: 1 },
    );
    expect(one.length - empty.length).toBeGreaterThan(5000);
  });
});

function withoutText(nodes: readonly SceneNode[]): SceneNode[] {
  return nodes
    .filter((node) => node.type !== 'text')
    .map((node) => (node.type === 'group' ? { ...node, children: withoutText(node.children) } : node));
}

describe('words and colours', () => {
  const channel = (value: number): number => (value <= 0.03928 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
  const light = (hex: string): number =>
    [1, 3, 5].reduce(
      (sum, at, index) => sum + channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255) * ([0.2126, 0.7152, 0.0722][index] as number),
      0,
    );
  const contrast = (a: string, b: string): number => (Math.max(light(a), light(b)) + 0.05) / (Math.min(light(a), light(b)) + 0.05);

  // catches: a kind of organisation that was added without a colour, or two kinds that look the same
  test('every value of the lists has words and its own sign', () => {
    const modes = { organisation: organisationKinds, sector: sectors, process: processes, role: roleFamilies } as const;
    for (const [mode, values] of Object.entries(modes) as [keyof typeof modes, readonly string[]][]) {
      const categories = categoriesOf(mode);
      expect(Object.keys(categories).sort()).toEqual([...values].sort());
      expect(new Set(values.map((value) => `${categories[value]?.token} ${categories[value]?.letter}`)).size).toBe(values.length);
      for (const value of values) for (const language of [words, en]) expect((language[mode] as Record<string, string>)[value]).toBeTruthy();
    }
  });
  // catches: a colour that was copied wrongly from tokens.css
  test('letters can be read on their colours, in light and dark', () => {
    for (const theme of [themes.light, themes.dark])
      for (const token of new Set(Object.values(categoriesOf('organisation')).map((one) => one.token))) {
        expect(contrast(theme[token], theme[`${token}-on`])).toBeGreaterThan(4.5);
        expect(contrast(theme.ink, theme[`${token}-wash`])).toBeGreaterThan(7);
      }
  });
});
