/** What Vite adds to the language: style sheets as modules, and modules found by a pattern. */
declare module '*.css';

interface ImportMeta {
  glob<T>(pattern: string | readonly string[]): Record<string, () => Promise<T>>;
  /** The addresses of files, as they are in the built page. */
  glob(pattern: string, addresses: { readonly eager: true; readonly query: '?url'; readonly import: 'default' }): Record<string, string>;
}
