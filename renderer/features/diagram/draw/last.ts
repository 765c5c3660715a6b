/** What was answered last, offered again: a role, a kind of relation, whether someone comes along or moves. */
import { useView } from '../../../state/view.store.ts';

/** @returns the last answer to a question of that name, and how to keep another */
export function useLast(name: 'role' | 'relation' | 'how' | 'reason'): readonly [string | null, (value: string | null) => void] {
  const value = useView((view) => view.panels[`draw.${name}`]);
  const setPanel = useView((view) => view.setPanel);
  return [value ? value : null, (next) => setPanel(`draw.${name}`, next ?? '')];
}
