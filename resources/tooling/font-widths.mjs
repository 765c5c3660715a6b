/**
 * Writes `shared/diagram/font-widths.generated.ts`: the advance widths of the bundled fonts, so that a drawing can be
 * measured without a browser and without reading a font. Run after a font changes: `node resources/tooling/font-widths.mjs`.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import * as fontkit from 'fontkit';

const root = fileURLToPath(new URL('../../', import.meta.url));
const ranges = [
  [0x20, 0x7e],
  [0xa0, 0x17f],
  [0x2010, 0x2026],
  [0x2032, 0x2033],
  [0x20ac, 0x20ac],
  [0x2190, 0x2193],
  [0x2212, 0x2212],
  [0x2264, 0x2265],
];
const weights = { 400: 'Regular', 500: 'Medium', 600: 'SemiBold' };
const lines = [];
for (const [weight, name] of Object.entries(weights)) {
  const font = fontkit.openSync(`${root}resources/fonts/IBMPlexSans-${name}.ttf`);
  const known = [];
  for (const [from, to] of ranges)
    for (let code = from; code <= to; code += 1)
      if (font.hasGlyphForCodePoint(code)) known.push(`${code}:${Math.round((font.glyphForCodePoint(code).advanceWidth / font.unitsPerEm) * 1000)}`);
  lines.push(`  ${weight}: {${known.join(',')}},`);
}
writeFileSync(
  `${root}shared/diagram/font-widths.generated.ts`,
  `// Made by resources/tooling/font-widths.mjs from the bundled IBM Plex Sans; do not edit.\n/** Advance width in thousandths of the font size, per weight and code point. */\nexport const fontWidths: Readonly<Record<number, Readonly<Record<number, number>>>> = {\n${lines.join('\n')}\n};\n`,
);
