import type { HostEvent, HostInfo, Outcome } from '../../shared/contract/result.ts';

/** Asks the person for a file; null is 'never mind'. Electron has native dialogs; the browser host has none. */
export interface FileChooser {
  open(kind: FileKind): Promise<string | null>;
  save(kind: FileKind, suggestedName: string): Promise<string | null>;
}
export type FileKind = 'portfolio' | 'docx' | 'md' | 'html' | 'svg' | 'pdf' | 'png' | 'csv' | 'xlsx' | 'zip' | 'table' | 'ics' | 'file';
export interface Host {
  run(name: string, input: unknown, options?: { readonly group?: string }): Promise<Outcome>;
  cancel(job: string): void;
  on(listener: (event: HostEvent) => void): () => void;
  info(): HostInfo;
  /** Opens a portfolio file, as a double click in the file manager does. */
  openFile(path: string): Promise<Outcome>;
  /** Browser host only: takes the bytes that the page sends for an 'open' ticket. Refuses more than the kind's limit. */
  receive(ticket: string, body: AsyncIterable<Uint8Array>): Promise<Outcome>;
  /** Browser host only: the bytes that are ready under a 'save' ticket; null when there are none. Used up after one call. */
  deliver(
    ticket: string,
  ): Promise<{ readonly name: string; readonly mediaType: string; readonly size: number; readonly stream: NodeJS.ReadableStream } | null>;
  close(): Promise<void>;
}
export interface HostOptions {
  readonly kind: HostInfo['host'];
  readonly version: string;
  /** Folder for settings, recent list, log and backups. */
  readonly userData: string;
  /** Where portfolios are put when there is no dialog. */
  readonly documents: string;
  /** The folder `resources/` of the app (fonts, example, help, templates). */
  readonly resources: string;
  readonly chooser?: FileChooser;
}
export type CreateHost = (options: HostOptions) => Promise<Host>;
