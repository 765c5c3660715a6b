/** Undo and redo: what they would do, in words, and doing it. */
import type { Output } from '../../shared/contract/index.ts';
import type { Translate } from '../../shared/i18n/index.ts';
import { useCommand } from '../client/use-command.ts';
import { useOperation } from '../client/use-operation.ts';
import { useView } from '../state/view.store.ts';
import { fill, useT } from './words.tsx';

export type Step = NonNullable<Output<'portfolio.get'>['undo']>;

/** @example stepWords(t, { operation: 'person.create', params: { name: 'Leraar 5' } }) // 'persoon toegevoegd: Leraar 5' */
export function stepWords(t: Translate, step: Pick<Step, 'operation' | 'params'>): string {
  const { undo, lists } = t.words;
  const special = (undo.special as Record<string, string>)[step.operation];
  const [kind = '', verb = ''] = step.operation.split('.');
  const pattern = special ?? (undo as unknown as Record<string, string>)[verb] ?? verb;
  const said = fill(pattern, { ...step.params, kind: (lists.entityKind as Record<string, string>)[kind] ?? kind });
  return said.replace(/:\s*$/, '').trim();
}

export interface Steps {
  readonly undo: Step | null;
  readonly redo: Step | null;
  readonly savedAt: number | null;
  move(to: 'undo' | 'redo'): Promise<void>;
}

export function useSteps(): Steps {
  const t = useT();
  const open = useView((view) => view.portfolio !== null);
  const portfolio = useOperation('portfolio.get', open ? {} : null);
  const move = useCommand('change.move');
  const say = useView((view) => view.say);
  return {
    undo: portfolio.data?.undo ?? null,
    redo: portfolio.data?.redo ?? null,
    savedAt: portfolio.data?.savedAt ?? null,
    async move(to) {
      const moved = await move.run({ to });
      if (!moved?.step) return say(t(to === 'undo' ? ($) => $.app.shell.undoNothing : ($) => $.app.shell.redoNothing));
      const what = stepWords(t, moved.step);
      say(t(to === 'undo' ? ($) => $.app.shell.undone : ($) => $.app.shell.redone, { what }));
    },
  };
}
