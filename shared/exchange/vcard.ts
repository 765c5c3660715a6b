/** Contacts (.vcf) as a table of people. */
import ICAL from 'ical.js';
import { ExchangeRefusal } from './refusal.ts';
import type { Cell, Table } from './table.ts';

const header = ['naam', 'e-mail', 'telefoon', 'organisatie', 'functie', 'aantekening'] as const;

/** Outlook's older cards hide accents in '=C3=AB' and say so in the line; the reader of newer cards does not know that. */
function openQuotedPrintable(text: string): string {
  const whole = text.replace(/=\r?\n/g, '');
  const line = /^([^:\r\n]*);ENCODING=QUOTED-PRINTABLE((?:;[^:\r\n]*)?):(.*)$/gim;
  return whole.replace(line, (_all, name: string, rest: string, value: string) => {
    const plain = decodeQuoted(value).replace(/\r?\n/g, '\\n');
    return `${name.replace(/;CHARSET=[^;:]*/i, '')}${rest.replace(/;CHARSET=[^;:]*/i, '')}:${plain}`;
  });
}

function decodeQuoted(value: string): string {
  try {
    return decodeURIComponent(value.replace(/%/g, '%25').replace(/=([0-9A-F]{2})/gi, '%$1'));
  } catch {
    // not UTF-8 under the signs: each is a letter of Windows' own
    return value.replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
}

const flat = (value: unknown): string => (Array.isArray(value) ? value.map(flat).filter(Boolean).join(', ') : String(value ?? '')).trim();

function textOf(card: InstanceType<typeof ICAL.Component>, name: string): string | null {
  const value = flat(card.getFirstProperty(name)?.getFirstValue());
  return value === '' ? null : value;
}

function nameOf(card: InstanceType<typeof ICAL.Component>): string | null {
  const full = textOf(card, 'fn');
  if (full !== null) return full;
  const [last, first, more] = (card.getFirstProperty('n')?.getFirstValue() ?? []) as unknown as string[];
  return [first, more, last].map(flat).filter(Boolean).join(' ') || null;
}

/** @throws ExchangeRefusal `importUnreadable` when it is no vCard */
export function readVcard(text: string): Table {
  try {
    const plain = openQuotedPrintable(text.replace(/\r?\n/g, '\r\n'));
    // an old card with words before the colon that have no name: 'TEL;WORK;VOICE:06…'
    const named = plain.replace(/^((?:TEL|EMAIL|ADR))((?:;[A-Z]+)+)(?=[;:])/gim, (_all, name: string, words: string) =>
      name.concat(
        ...words
          .split(';')
          .filter(Boolean)
          .map((word) => `;TYPE=${word}`),
      ),
    );
    const cards = ICAL.parse(named) as unknown[];
    const list = (typeof cards[0] === 'string' ? [cards] : cards) as never[];
    const rows = list.map((data): Cell[] => {
      const card = new ICAL.Component(data);
      const organisation = flat([card.getFirstProperty('org')?.getFirstValue()].flat()[0]);
      return [nameOf(card), textOf(card, 'email'), textOf(card, 'tel'), organisation || null, textOf(card, 'title'), textOf(card, 'note')];
    });
    return { name: '', rows: [[...header], ...rows] };
  } catch {
    throw new ExchangeRefusal('importUnreadable');
  }
}
