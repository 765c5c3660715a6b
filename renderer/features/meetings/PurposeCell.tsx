/** Four small bars: what a meeting was for, 0 to 3 each. Dashed is not filled in, which is not 0. */
import type { Output } from '../../../shared/contract/index.ts';
import { purposes } from '../../../shared/domain/lists.ts';
import type { Translate } from '../../../shared/i18n/index.ts';
import { useT } from '../../ui/words.tsx';

export type Mix = Output<'meeting.list'>['rows'][number]['purpose'];

/** 'benutting 1, deling 3'; null when nobody said anything. */
export function mixWords(t: Translate, mix: Mix): string | null {
  if (purposes.every((purpose) => mix[purpose] === null)) return null;
  return purposes.map((purpose) => `${t(($) => $.meetings.purpose.short[purpose])} ${mix[purpose] ?? '?'}`).join(', ');
}

export function PurposeCell({ mix }: { readonly mix: Mix }) {
  const t = useT();
  const said = mixWords(t, mix);
  if (said === null) return <span className="unknown">{t(($) => $.meetings.list.purposeNotSaid)}</span>;
  return (
    <span className="purpose-bars" title={said}>
      {purposes.map((purpose) => (
        <span key={purpose} className="purpose-bar" data-score={mix[purpose] ?? 'none'} aria-hidden="true" />
      ))}
      <span className="hidden-text">{said}</span>
    </span>
  );
}
