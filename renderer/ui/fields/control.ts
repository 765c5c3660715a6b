/** What every control of a field gets: its words, its value, and what to do with another one. */
export interface Control<T> {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
  readonly required?: boolean | undefined;
  readonly value: T;
  /** Tells every keystroke; else a text is told when it is finished (Enter, or leaving the field). */
  readonly live?: boolean | undefined;
  readonly onChange: (value: T) => void;
}
