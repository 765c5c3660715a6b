import { useT } from './words.tsx';

/** What is not known is said, never left blank. */
export function Unknown() {
  const t = useT();
  return <span className="unknown">{t(($) => $.app.unknown)}</span>;
}
