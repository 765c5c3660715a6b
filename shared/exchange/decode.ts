/** Text from bytes of which nobody says how they were written. */

// every host has it; the language's own library does not name it
declare const TextDecoder: new (label: string, options?: { fatal?: boolean; ignoreBOM?: boolean }) => { decode(bytes: Uint8Array): string };

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const startsWith = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, index) => bytes[index] === byte);

function sniff(bytes: Uint8Array): Encoding {
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    // what is no UTF-8 was saved by an older Windows program
    return 'windows-1252';
  }
}

/**
 * By its byte order mark, else strict UTF-8, else windows-1252; the mark itself is no part of the text.
 * @example decode(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])).text // 'a'
 */
export function decode(bytes: Uint8Array): { readonly text: string; readonly encoding: Encoding; readonly marked: boolean } {
  const encoding = sniff(bytes);
  const marked = encoding.startsWith('utf-16') || startsWith(bytes, 0xef, 0xbb, 0xbf);
  return { text: new TextDecoder(encoding).decode(bytes), encoding, marked };
}
