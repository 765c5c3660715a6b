/** The text of a part: saved a moment after typing and on leaving; a change from elsewhere (undo) comes into the editor. */
import type { Content } from '@tiptap/core';
import { useEditor } from '@tiptap/react';
import { useEffect, useRef, useState } from 'react';
import type { Failure } from '../../../shared/contract/result.ts';
import { useCommand } from '../../client/use-command.ts';
import type { Case } from './case-context.ts';
import { extensions } from './editor-nodes.tsx';

type Part = Case['parts'][number];
const SAVE_AFTER = 700;

export interface PartText {
  readonly editor: ReturnType<typeof useEditor>;
  readonly failure: Failure | null;
  /** The text has something that this version does not know; it is shown nowhere and changed nowhere. */
  readonly unreadable: boolean;
}

export function usePartText(part: Part, key: { readonly networkId: string; readonly researchYearId: string }, label: string): PartText {
  const save = useCommand('case.update');
  const kept = useRef(JSON.stringify(part.body));
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<unknown>(null);
  const [unreadable, setUnreadable] = useState(false);

  const flush = (): void => {
    clearTimeout(timer.current);
    if (latest.current === null) return;
    const body = latest.current;
    latest.current = null;
    kept.current = JSON.stringify(body);
    void save.run({ ...key, part: part.part, body });
  };
  const flushNow = useRef(flush);
  flushNow.current = flush;

  const editor = useEditor({
    extensions,
    content: part.body as Content,
    enableContentCheck: true,
    injectNonce: document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '',
    editorProps: { attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', class: 'case-text' } },
    onContentError: ({ editor: current }) => {
      current.setEditable(false);
      setUnreadable(true);
    },
    onUpdate: ({ editor: current }) => {
      const body = current.getJSON();
      if (JSON.stringify(body) === kept.current) return;
      latest.current = body;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => flushNow.current(), SAVE_AFTER);
    },
    onBlur: () => flushNow.current(),
  });

  useEffect(() => () => flushNow.current(), []);
  useEffect(() => {
    const now = JSON.stringify(part.body);
    if (!editor || latest.current !== null || now === kept.current) return;
    kept.current = now;
    editor.commands.setContent(part.body as Content, { errorOnInvalidContent: true, emitUpdate: false });
  }, [editor, part.body]);

  return { editor, failure: save.failure, unreadable };
}
