/** One part of the case as a page to write on. */
import { EditorContent } from '@tiptap/react';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { useT } from '../../ui/words.tsx';
import type { Case } from './case-context.ts';
import { EditorToolbar } from './EditorToolbar.tsx';
import { usePartText } from './use-part-text.ts';

interface Props {
  readonly part: Case['parts'][number];
  readonly number: number;
  readonly caseKey: { readonly networkId: string; readonly researchYearId: string };
}

export function PartEditor({ part, number, caseKey }: Props) {
  const t = useT();
  const title = t(($) => $.case.parts[part.part]);
  const { editor, failure, unreadable } = usePartText(part, caseKey, title);
  return (
    <div className="case-work">
      {editor && !unreadable && <EditorToolbar editor={editor} />}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long page must scroll by keyboard */}
      <section className="case-scroll" tabIndex={0} aria-label={title}>
        <FailureNote failure={failure} />
        {unreadable && <p className="failure">{t(($) => $.caseScreen.unreadable)}</p>}
        <article className="case-page">
          <p className="case-part-number">{t(($) => $.caseScreen.partNumber, { number })}</p>
          <h2>{title}</h2>
          <EditorContent editor={editor} />
        </article>
      </section>
    </div>
  );
}
