/** What is true but no alarm: one quiet line, with the way to where something can be done about it. */
import './attention.css';

interface Props {
  readonly text: string;
  readonly action?: string;
  readonly onClick?: () => void;
}

export function Calm({ text, action, onClick }: Props) {
  return (
    <p className="attention-calm small">
      {text}
      {action !== undefined && (
        <>
          {' '}
          <button type="button" className="link" onClick={onClick}>
            {action}
          </button>
        </>
      )}
    </p>
  );
}
