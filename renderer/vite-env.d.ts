/** What Vite adds to the language: style sheets as modules, and modules found by a pattern. */
declare module '*.css';

interface ImportMeta {
  glob<T>(pattern: string | readonly string[]): Record<string, () => Promise<T>>;
}
