/** Text that every file and every program can hold. */

/** Half of a sign, and what XML, and so Word, cannot have in it. Tab and line end are no control characters here. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what must go
const unwritable = /\p{Surrogate}|[\u0000-\u0008\u000e-\u001f\u007f\ufffe\uffff]/gu;

/**
 * The same text without control characters or half signs, with one kind of line end.
 * @example plainText('een\r\ntwee\u0000') // 'een\ntwee'
 */
export const plainText = (text: string): string => text.replace(/\r\n?|[\v\f\u2028\u2029]/g, '\n').replace(unwritable, '');

/** The same on one line. @example plainLine(' A\nB ') // 'A B' */
export const plainLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').trim();
