/** 'sinds sep 2023', 'sep 2023 – jul 2024', 'niet bekend': a stretch of time in few words. */
import type { Translate } from '../../../shared/i18n/index.ts';
import type { Format } from '../../ui/words.tsx';

interface Span {
  readonly start: string | null;
  readonly end: string | null;
}

export function spanWords(t: Translate, format: Format, { start, end }: Span): string {
  if (end === '..' || end === null) return start === null ? '' : t(($) => $.app.since, { date: format.date(start) });
  return start === null ? t(($) => $.app.to, { date: format.date(end) }) : `${format.date(start)} – ${format.date(end)}`;
}
