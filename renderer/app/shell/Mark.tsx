/** The sign of Schakel: two links that hold each other. */
export function Mark({ size = 26 }: { readonly size?: number }) {
  return (
    <svg width={size} height={(size * 18) / 26} viewBox="0 0 26 18" aria-hidden="true" className="mark">
      <g fill="none" stroke="currentColor" strokeWidth="3">
        <circle cx="9" cy="9" r="6.6" />
        <circle cx="17" cy="9" r="6.6" />
      </g>
    </svg>
  );
}
