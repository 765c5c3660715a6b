import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly text?: string;
  /** What to do about it: one button. */
  readonly children?: ReactNode;
}

/** What will be here, why it is empty, and what to do. */
export function EmptyState({ title, text, children }: Props) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      {text !== undefined && <p>{text}</p>}
      {children}
    </div>
  );
}
