/** Renders icon.svg to the sizes that Linux, Windows and macOS ask for:  node resources/tooling/icons.mjs */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { initWasm, Resvg } from '@resvg/resvg-wasm';

const folder = path.resolve(import.meta.dirname, '../icons');
const require = createRequire(import.meta.url);

await initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
const svg = readFileSync(path.join(folder, 'icon.svg'), 'utf8');
for (const size of [16, 32, 48, 64, 128, 256, 512, 1024]) {
  const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
  writeFileSync(path.join(folder, `${size}x${size}.png`), png);
}
// electron-builder makes .ico and .icns of this one.
writeFileSync(path.join(folder, 'icon.png'), readFileSync(path.join(folder, '1024x1024.png')));
