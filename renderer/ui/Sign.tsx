/** The signs, learnt once: person, ring (more teams), bridge (appointed), hatched (ended), dashed (not certain). */
import { useId } from 'react';
import { categoriesOf, otherCategory } from '../../shared/diagram/palette.ts';
import type { Presence } from '../../shared/domain/presence.ts';

interface PersonSignProps {
  /** Kind of the organisation that the person sits there for. */
  readonly kind: string | null;
  readonly presence: Presence;
  readonly ring?: boolean;
  readonly appointed?: boolean;
  readonly size?: number;
  /** In words, for who does not see it; without it the sign is decoration beside words. */
  readonly label?: string;
}

const categoryOf = (kind: string | null) => (kind === null ? otherCategory : (categoriesOf('organisation')[kind] ?? otherCategory));

export function PersonSign({ kind, presence, ring = false, appointed = false, size = 26, label }: PersonSignProps) {
  const clip = useId();
  const { token, letter } = categoryOf(kind);
  const colour = `var(--${token})`;
  return (
    <svg
      className="sign drawing"
      width={size}
      height={size}
      viewBox="3 3 34 34"
      role="img"
      aria-hidden={label === undefined}
      aria-label={label ?? ''}
    >
      {(ring || appointed) && <circle cx="20" cy="20" r="14.4" fill="var(--card)" stroke="var(--ink)" strokeWidth="2.6" />}
      {presence === 'yes' && <circle cx="20" cy="20" r="11" fill={colour} />}
      {presence === 'perhaps' && (
        <circle cx="20" cy="20" r="10.5" fill={`var(--${token}-wash)`} stroke={colour} strokeWidth="1.8" strokeDasharray="3 2.6" />
      )}
      {presence === 'no' && (
        <g opacity=".7" stroke={colour}>
          <clipPath id={clip}>
            <circle cx="20" cy="20" r="11" />
          </clipPath>
          <circle cx="20" cy="20" r="11" fill={`var(--${token}-wash)`} strokeWidth="1.2" />
          <path clipPath={`url(#${clip})`} d="M2 24L24 2M6 28L28 6M10 32L32 10M14 36L36 14M18 40L40 18M-2 20L20 -2" strokeWidth="1.7" />
        </g>
      )}
      {presence !== 'no' && (
        <text x="20" y="24" textAnchor="middle" fill={presence === 'yes' ? `var(--${token}-on)` : colour}>
          {letter}
        </text>
      )}
      {appointed && (
        <g transform="translate(30.2 30)">
          <circle r="6.4" fill="var(--ink)" stroke="var(--card)" strokeWidth="1.2" />
          <path
            d="M-4.1 -1.3H4.1M-3 2.8V-1.3M3 2.8V-1.3M-3 2.4a3 3 0 0 1 6 0"
            fill="none"
            stroke="var(--on-ink)"
            strokeWidth="1.25"
            strokeLinecap="round"
          />
        </g>
      )}
    </svg>
  );
}

/** Organisation: a rounded bar with its letter. */
export function OrganisationSign({ kind, size = 22 }: { readonly kind: string; readonly size?: number }) {
  const { token, letter } = categoryOf(kind);
  return (
    <svg className="sign drawing" width={size} height={size} viewBox="0 0 22 22" aria-hidden="true">
      <rect x="1" y="1" width="20" height="20" rx="5" fill={`var(--${token})`} />
      <text x="11" y="15" textAnchor="middle" fill={`var(--${token}-on)`}>
        {letter}
      </text>
    </svg>
  );
}

/** Process: square coordination, diamond research, circle practice. */
export function ProcessSign({ process, label }: { readonly process: string; readonly label: string }) {
  const category = categoriesOf('process')[process];
  if (!category) return null;
  return (
    <svg className="sign drawing" width="13" height="13" viewBox="0 0 16 16" role="img" aria-label={label} fill={`var(--${category.token})`}>
      <title>{label}</title>
      {category.shape === 'square' && <rect x="3" y="3" width="10" height="10" rx="1" />}
      {category.shape === 'diamond' && <path d="M8 1.6L14.4 8L8 14.4L1.6 8Z" />}
      {category.shape === 'circle' && <circle cx="8" cy="8" r="5.4" />}
    </svg>
  );
}

/** The small bridge: appointed as bruggenbouwer. */
export function BridgeMark({ label }: { readonly label: string }) {
  return (
    <svg className="sign" width="15" height="15" viewBox="0 0 16 16" role="img" aria-label={label}>
      <title>{label}</title>
      <path d="M1 5.5H15M3 13V5.5M13 13V5.5M3 12.5a5 5 0 0 1 10 0" fill="none" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
    </svg>
  );
}
