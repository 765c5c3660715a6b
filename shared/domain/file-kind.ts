/** What a file really is, by its first bytes: its name says what its maker wants one to think. */

export const fileSorts = [
  'pdf',
  'png',
  'jpeg',
  'gif',
  'webp',
  'svg',
  'html',
  'docx',
  'xlsx',
  'pptx',
  'office',
  'odf',
  'rtf',
  'zip',
  'video',
  'audio',
  'text',
  'unknown',
] as const;
export type FileSort = (typeof fileSorts)[number];

export interface Sniffed {
  readonly sort: FileSort;
  /** It runs when it is opened. */
  readonly isProgram: boolean;
}

const text = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to));
const begins = (bytes: Uint8Array, ...first: readonly number[]): boolean => first.every((byte, at) => bytes[at] === byte);

const programs: readonly (readonly number[])[] = [
  [0x4d, 0x5a],
  [0x7f, 0x45, 0x4c, 0x46],
  [0xfe, 0xed, 0xfa, 0xce],
  [0xfe, 0xed, 0xfa, 0xcf],
  [0xce, 0xfa, 0xed, 0xfe],
  [0xcf, 0xfa, 0xed, 0xfe],
  [0xca, 0xfe, 0xba, 0xbe],
  // '#!', and a shortcut of Windows
  [0x23, 0x21],
  [0x4c, 0, 0, 0, 1, 0x14, 2, 0],
];

/** What the system runs when someone opens it, whatever is in it. */
const programNames =
  /\.(exe|dll|com|scr|pif|cpl|msi|msp|mst|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|jar|app|command|sh|bash|zsh|py|pl|rb|lnk|url|reg|inf|desktop|appimage|deb|rpm|dmg|pkg|iso|img|vhd|chm|docm|dotm|xlsm|xltm|xlam|pptm|ppsm|potm)$/i;

/** Names of the parts stand in a zip as they are. */
function zipSort(bytes: Uint8Array): Sniffed {
  const names = namesIn(bytes);
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (names.some((name) => /(^|\/)vbaproject\.bin$/i.test(name)) || has('META-INF/MANIFEST.MF')) return { sort: 'zip', isProgram: true };
  if (has('word/')) return { sort: 'docx', isProgram: false };
  if (has('xl/')) return { sort: 'xlsx', isProgram: false };
  if (has('ppt/')) return { sort: 'pptx', isProgram: false };
  return { sort: has('mimetype') && has('content.xml') ? 'odf' : 'zip', isProgram: false };
}

/** The list at the end of a zip: what stands before each part may lie. */
function namesIn(bytes: Uint8Array): string[] {
  const names: string[] = [];
  for (let at = 0; at + 46 < bytes.length && names.length < 5000; at++) {
    if (bytes[at] !== 0x50 || bytes[at + 1] !== 0x4b || bytes[at + 2] !== 1 || bytes[at + 3] !== 2) continue;
    const length = (bytes[at + 28] as number) + (bytes[at + 29] as number) * 256;
    names.push(text(bytes, at + 46, at + 46 + Math.min(length, 300)));
    at += 45 + length;
  }
  return names;
}

const signs: readonly (readonly [FileSort, readonly number[]])[] = [
  ['png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['jpeg', [0xff, 0xd8, 0xff]],
  ['gif', [0x47, 0x49, 0x46, 0x38]],
  ['office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['video', [0x1a, 0x45, 0xdf, 0xa3]],
  ['audio', [0x49, 0x44, 0x33]],
  ['audio', [0xff, 0xfb]],
  ['audio', [0x4f, 0x67, 0x67, 0x53]],
  ['audio', [0x66, 0x4c, 0x61, 0x43]],
];

function riffSort(bytes: Uint8Array): FileSort {
  const form = text(bytes, 8, 12);
  return form === 'WEBP' ? 'webp' : form === 'WAVE' ? 'audio' : form === 'AVI ' ? 'video' : 'unknown';
}

function writtenSort(bytes: Uint8Array): FileSort {
  const head = bytes.subarray(0, 4096);
  const wide = begins(bytes, 0xff, 0xfe) || begins(bytes, 0xfe, 0xff);
  if (!wide && head.some((byte) => byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)))) return 'unknown';
  const start = text(head, 0, head.length)
    .replaceAll('\u0000', '')
    .replace(/^[\u00ef\u00bb\u00bf\u00ff\u00fe\s]+/, '')
    .toLowerCase();
  if (/<svg[\s>]/.test(start) && /^(<\?xml|<!doctype svg|<svg|<!--)/.test(start)) return 'svg';
  return /^(<!doctype html|<html|<head|<body|<script|<\?xml[^>]*>\s*<!doctype html)/.test(start) || /<script[\s>]/.test(start) ? 'html' : 'text';
}

/** @example sniff(new TextEncoder().encode('%PDF-1.7'), 'verslag.pdf').sort // 'pdf' */
export function sniff(bytes: Uint8Array, name: string): Sniffed {
  const isProgram = programNames.test(name.trim()) || programs.some((first) => begins(bytes, ...first));
  if (isProgram) return { sort: 'unknown', isProgram };
  if (begins(bytes, 0x50, 0x4b, 3, 4)) return zipSort(bytes);
  const sign = signs.find(([, first]) => begins(bytes, ...first));
  if (sign) return { sort: sign[0], isProgram };
  if (begins(bytes, 0x52, 0x49, 0x46, 0x46)) return { sort: riffSort(bytes), isProgram };
  if (text(bytes, 4, 8) === 'ftyp') return { sort: 'video', isProgram };
  if (text(bytes, 0, 1024).includes('%PDF-')) return { sort: 'pdf', isProgram };
  return { sort: writtenSort(bytes), isProgram };
}

/** What a name promises. */
const promised: Readonly<Record<string, readonly FileSort[]>> = {
  pdf: ['pdf'],
  png: ['png'],
  jpg: ['jpeg'],
  jpeg: ['jpeg'],
  gif: ['gif'],
  webp: ['webp'],
  svg: ['svg'],
  htm: ['html'],
  html: ['html'],
  docx: ['docx'],
  dotx: ['docx'],
  xlsx: ['xlsx'],
  pptx: ['pptx'],
  potx: ['pptx'],
  ppsx: ['pptx'],
  doc: ['office', 'rtf'],
  xls: ['office'],
  ppt: ['office'],
  pps: ['office'],
  odt: ['odf'],
  ods: ['odf'],
  odp: ['odf'],
  rtf: ['rtf'],
  zip: ['zip', 'docx', 'xlsx', 'pptx', 'odf'],
  mp4: ['video'],
  m4v: ['video'],
  mov: ['video'],
  webm: ['video'],
  mkv: ['video'],
  avi: ['video'],
  m4a: ['video', 'audio'],
  mp3: ['audio'],
  wav: ['audio'],
  ogg: ['audio'],
  flac: ['audio'],
  txt: ['text'],
  md: ['text', 'html'],
  csv: ['text'],
};

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,8})$/.exec(name.trim())?.[1]?.toLowerCase() ?? '';

/** Whether a file is what its name promises; a name that promises nothing tells no lie. */
export function isHonest(sort: FileSort, name: string): boolean {
  const said = promised[extensionOf(name)];
  return said === undefined ? sort !== 'html' : said.includes(sort);
}

/** What a sort of file is called at its end; '' where it may be anything. */
const endings: Partial<Readonly<Record<FileSort, string>>> = {
  pdf: 'pdf',
  png: 'png',
  jpeg: 'jpg',
  gif: 'gif',
  webp: 'webp',
  svg: 'svg',
  html: 'html',
  docx: 'docx',
  xlsx: 'xlsx',
  pptx: 'pptx',
  rtf: 'rtf',
  zip: 'zip',
  text: 'txt',
};

/** A name that tells the truth. @example honestName('jpeg', 'poster.png') // 'poster.png.jpg' */
export function honestName(sort: FileSort, name: string): string {
  if (isHonest(sort, name)) return name;
  return `${name}.${endings[sort] ?? 'bin'}`;
}
