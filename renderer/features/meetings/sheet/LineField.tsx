/** One line that takes actions, decisions and what lay on the table; names are offered while one types. */
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, type Ref, useId, useState } from 'react';
import { useT } from '../../../ui/words.tsx';
import { askedIn, type Known, offersFor } from './line-model.ts';

interface Props {
  readonly field: Ref<HTMLInputElement>;
  readonly people: readonly Known[];
  readonly objects: readonly Known[];
  /** @returns whether it was something to keep */
  readonly onLine: (text: string) => boolean;
}

export function LineField({ field, people, objects, onLine }: Props) {
  const t = useT();
  const id = useId();
  const [text, setText] = useState('');
  const [marked, setMarked] = useState(0);
  const [hushed, setHushed] = useState(false);
  const asked = askedIn(text);
  const offers = hushed ? [] : offersFor(asked, people, objects);
  const at = Math.min(marked, offers.length - 1);
  const change = (next: string) => {
    setText(next);
    setMarked(0);
    setHushed(false);
  };
  const take = (offer: Known) => {
    if (asked) change(`${text.slice(0, asked.at)}${asked.what === 'person' ? '@' : '# '}${offer.name} `);
  };
  const finish = () => {
    if (onLine(text)) change('');
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    const offer = offers[at];
    // a new name on the table is one too, so only what has been begun is filled in
    const isBegun = asked !== null && (asked.what === 'person' || asked.typed.trim() !== '');
    const acts: Readonly<Record<string, (() => void) | undefined>> = {
      Enter: event.ctrlKey ? undefined : offer && isBegun ? () => take(offer) : finish,
      ArrowDown: offers.length > 0 ? () => setMarked((at + 1) % offers.length) : undefined,
      ArrowUp: offers.length > 0 ? () => setMarked((at - 1 + offers.length) % offers.length) : undefined,
      Escape: offers.length > 0 ? () => setHushed(true) : text !== '' ? () => change('') : undefined,
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div className="line-field">
      <IconPlus size={16} stroke={1.8} aria-hidden="true" />
      <input
        ref={field}
        type="text"
        role="combobox"
        value={text}
        maxLength={2000}
        aria-label={t(($) => $.meetings.lines.field)}
        aria-describedby={`${id}-keys`}
        aria-expanded={offers.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        {...(offers.length > 0 ? { 'aria-activedescendant': `${id}-${at}` } : {})}
        placeholder={t(($) => $.meetings.lines.placeholder)}
        autoComplete="off"
        onChange={(event) => change(event.currentTarget.value)}
        onBlur={() => setHushed(true)}
        onKeyDown={onKeyDown}
        onPaste={(event) => {
          const lines = event.clipboardData.getData('text/plain').split(/\r?\n/);
          if (lines.length < 2) return;
          event.preventDefault();
          for (const line of lines) onLine(line);
        }}
      />
      <span id={`${id}-keys`} className="hidden-text">
        {t(($) => $.meetings.lines.placeholder)}
      </span>
      <div id={`${id}-list`} role="listbox" aria-label={t(($) => $.meetings.lines.offered)} className="line-offers" hidden={offers.length === 0}>
        {offers.map((offer, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the keys
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the marked one
          <div
            key={offer.id}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(offer)}
          >
            {offer.name}
          </div>
        ))}
      </div>
    </div>
  );
}
