import { fileURLToPath } from 'node:url';
import { type Font, openSync } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { fontWidths } from '../../shared/diagram/font-widths.generated.ts';
import { breakEvenly, breakLines } from '../../shared/diagram/line-break.ts';
import { textWidth, type Weight } from '../../shared/diagram/text-metrics.ts';

const fonts: readonly (readonly [Weight, string])[] = [
  [400, 'Regular'],
  [500, 'Medium'],
  [600, 'SemiBold'],
];

describe('widths', () => {
  // catches: a font that was replaced without making the table anew
  test.each(fonts)('the table of weight %i is that of the bundled font', (weight, name) => {
    const font = openSync(fileURLToPath(new URL(`../../resources/fonts/IBMPlexSans-${name}.ttf`, import.meta.url))) as Font;
    const wrong = Object.entries(fontWidths[weight] as Record<number, number>).filter(
      ([code, width]) => Math.abs((font.glyphForCodePoint(Number(code)).advanceWidth / font.unitsPerEm) * 1000 - width) > 0.6,
    );
    expect(wrong).toEqual([]);
    const text = 'Procesbegeleider 4, ‘één’ van 345 × basisschool';
    // kerning may only make it narrower
    expect(textWidth(text, 1000, weight) - font.layout(text).positions.reduce((sum, place) => sum + place.xAdvance, 0)).toBeGreaterThanOrEqual(-1);
  });
});

describe('breaking', () => {
  // catches: 'Procesbege-/leider' and a number that stands alone on a line
  test.each([
    ['Procesbegeleider 4', ['Proces-', 'begeleider 4']],
    ['Schooldirecteur 1', ['School-', 'directeur 1']],
    ['Promovendus 2', ['Promo-', 'vendus 2']],
    ['Opleidingsmanager', ['Opleidings-', 'manager']],
    ['Intern begeleider 1', ['Intern', 'begeleider 1']],
  ])('%s', (text, lines) => expect(breakLines(text, 78, 12)).toEqual(lines));
  // catches: letters that get lost, lines that are too wide, and a word that never ends
  test('keeps every letter and stays within the width', () => {
    for (const text of [
      'Hottentottententententoonstellingsdirecteur van de Academie',
      'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx',
      'a.b@universiteit-utrecht.nl',
      'Ω 漢字 👩‍🏫 docent',
      ' ',
      '',
    ])
      for (const width of [30, 78, 140]) {
        const lines = breakLines(text, width, 12);
        expect(lines.join('').replaceAll(/[-\s]/g, '')).toBe(text.replaceAll(/[-\s]/g, ''));
        for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(width + 0.01);
        expect(breakEvenly(text, width, 12).length).toBe(lines.length);
      }
  });
});
