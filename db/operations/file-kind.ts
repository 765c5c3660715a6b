/** What a file really is, by its first bytes: its name says what its maker wants one to think. */
import { fileTypeFromBuffer } from 'file-type';
import type { FileSort } from '../../shared/domain/lists.ts';

export interface Sniffed {
  readonly sort: FileSort;
  /** It runs when it is opened. */
  readonly isProgram: boolean;
}

/** What the system runs when someone opens it, whatever is in it. */
const programNames =
  /\.(exe|dll|com|scr|pif|cpl|msi|msp|mst|bat|cmd|ps1|psm1|vbs|vbe|js|jse|mjs|wsf|wsh|hta|jar|app|command|sh|bash|zsh|py|pl|rb|lnk|url|reg|inf|desktop|appimage|deb|rpm|dmg|pkg|iso|img|vhd|chm|docm|dotm|xlsm|xltm|xlam|pptm|ppsm|potm)$/i;

/** What its bytes say it is; a document with macros is among them. */
const programs = new Set([
  'exe',
  'elf',
  'macho',
  'lnk',
  'class',
  'jar',
  'apk',
  'deb',
  'rpm',
  'dmg',
  'docm',
  'dotm',
  'xlsm',
  'xltm',
  'pptm',
  'ppsm',
  'potm',
]);

const sorts: Readonly<Record<string, FileSort>> = {
  pdf: 'pdf',
  png: 'png',
  apng: 'png',
  jpg: 'jpeg',
  gif: 'gif',
  webp: 'webp',
  docx: 'docx',
  dotx: 'docx',
  xlsx: 'xlsx',
  xltx: 'xlsx',
  pptx: 'pptx',
  potx: 'pptx',
  ppsx: 'pptx',
  cfb: 'office',
  odt: 'odf',
  ods: 'odf',
  odp: 'odf',
  odg: 'odf',
  rtf: 'rtf',
  zip: 'zip',
};

/** What is written has no first bytes of its own. */
function writtenSort(bytes: Uint8Array): FileSort {
  const head = bytes.subarray(0, 4096);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  if (!isWide && head.some((byte) => byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte)))) return 'unknown';
  const start = String.fromCharCode(...head)
    .replaceAll('\u0000', '')
    .replace(/^[\u00ef\u00bb\u00bf\u00ff\u00fe\s]+/, '')
    .toLowerCase();
  if (/<svg[\s>]/.test(start) && /^(<\?xml|<!doctype svg|<svg|<!--)/.test(start)) return 'svg';
  return /^(<!doctype html|<html|<head|<body|<script|<\?xml[^>]*>\s*<!doctype html)/.test(start) || /<script[\s>]/.test(start) ? 'html' : 'text';
}

/** @example (await sniff(new TextEncoder().encode('%PDF-1.7'), 'verslag.pdf')).sort // 'pdf' */
export async function sniff(bytes: Uint8Array, name: string): Promise<Sniffed> {
  const found = await fileTypeFromBuffer(bytes);
  const isScript = bytes[0] === 0x23 && bytes[1] === 0x21;
  if (isScript || programNames.test(name.trim()) || programs.has(found?.ext ?? '')) return { sort: 'unknown', isProgram: true };
  const [family] = (found?.mime ?? '').split('/');
  const sort = sorts[found?.ext ?? ''] ?? (family === 'video' || family === 'audio' ? family : writtenSort(bytes));
  return { sort, isProgram: false };
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
