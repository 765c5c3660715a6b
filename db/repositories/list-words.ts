/** The word of a value of an open list: Schakel's own, or the one that the user gave it. */
import type { OpenListName } from '../../shared/domain/lists.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import type { ReadHandle } from '../connection.ts';

/** @example wordOf(handle, 'unitKind', 'learningCommunity', t) // 'PLG' */
export function wordOf(handle: ReadHandle, list: OpenListName, value: string, t: Translate): string {
  const own: Readonly<Record<string, string>> = t.words.lists[list];
  if (Object.hasOwn(own, value)) return own[value] as string;
  return handle.get<{ label: string }>('SELECT label_nl AS label FROM list_value WHERE id = @value', { value })?.label ?? value;
}
