/** The system's own file windows. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { type BrowserWindow, dialog, type FileFilter } from 'electron';
import type { FileChooser, FileKind } from '../host/host-types.ts';
import { type Language, texts } from './menu-text.ts';

export interface ChooserOptions {
  /** The folder that a file window starts in. */
  readonly folder: string;
  readonly language: () => Language;
  /** A dialog belongs to its window, when there is one. */
  readonly window: () => BrowserWindow | undefined;
}

/** What a kind of file may be called; the first is given to a name that has none. */
const extensions: Readonly<Record<FileKind, readonly [string, ...string[]]>> = {
  portfolio: ['schakel'],
  docx: ['docx'],
  md: ['md', 'markdown'],
  html: ['html', 'htm'],
  svg: ['svg'],
  pdf: ['pdf'],
  png: ['png'],
  csv: ['csv', 'tsv', 'txt'],
  xlsx: ['xlsx'],
  zip: ['zip', 'qdpx'],
  table: ['xlsx', 'csv', 'tsv', 'txt', 'vcf'],
  ics: ['ics', 'ical'],
  // any: what it is, its bytes say
  file: ['*'],
};

export function nativeChooser(options: ChooserOptions): FileChooser {
  const filters = (kind: FileKind): FileFilter[] => [{ name: texts[options.language()].kinds[kind], extensions: [...extensions[kind]] }];
  return {
    async open(kind) {
      const asked = { properties: ['openFile' as const], defaultPath: options.folder, filters: filters(kind) };
      const window = options.window();
      const answer = await (window ? dialog.showOpenDialog(window, asked) : dialog.showOpenDialog(asked));
      return answer.canceled ? null : (answer.filePaths[0] ?? null);
    },
    async save(kind, suggestedName) {
      const asked = { defaultPath: path.join(options.folder, path.basename(suggestedName)), filters: filters(kind) };
      const window = options.window();
      const answer = await (window ? dialog.showSaveDialog(window, asked) : dialog.showSaveDialog(asked));
      return answer.canceled || !answer.filePath ? null : complete(options, kind, answer.filePath);
    },
  };
}

/**
 * Not every system adds the extension. When we add it, the file window has asked about another name than the one that
 * is written, so we ask again before something is replaced.
 */
async function complete(options: ChooserOptions, kind: FileKind, file: string): Promise<string | null> {
  if (extensions[kind][0] === '*' || extensions[kind].includes(path.extname(file).slice(1).toLowerCase())) return file;
  const named = `${file}.${extensions[kind][0]}`;
  if (!existsSync(named)) return named;
  const { message, yes, no } = texts[options.language()].replace;
  const asked = { type: 'question' as const, message: message(path.basename(named)), buttons: [no, yes], defaultId: 0, cancelId: 0, noLink: true };
  const window = options.window();
  const { response } = await (window ? dialog.showMessageBox(window, asked) : dialog.showMessageBox(asked));
  return response === 1 ? named : null;
}
