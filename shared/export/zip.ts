/** Zip files whose bytes follow from their content alone. */
import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';

/** The first moment that a zip file can name; every file in it gets this one. */
export const MOMENT = new Date(1980, 0, 1);
const stamps = /(<dcterms:(?:created|modified)[^>]*>)[^<]*(<)/g;

const drawingIds = /(<wp:docPr id=")\d+(")/g;

/** Moments become one moment, and drawings are counted from 1 in every file, not on from the file before. */
function steady(name: string, content: Uint8Array): Uint8Array {
  if (name === 'docProps/core.xml') return strToU8(strFromU8(content).replace(stamps, '$11980-01-01T00:00:00Z$2'));
  if (name !== 'word/document.xml') return content;
  let number = 0;
  return strToU8(
    strFromU8(content).replace(drawingIds, (_whole, before: string, after: string) => {
      number += 1;
      return before + number + after;
    }),
  );
}

/** The same office file with fixed moments inside, so that the same input gives the same bytes. */
export function repack(bytes: Uint8Array): Uint8Array {
  const files: Zippable = {};
  for (const [name, content] of Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1))) {
    files[name] = [steady(name, content), { mtime: MOMENT, level: 6 }];
  }
  return zipSync(files);
}
