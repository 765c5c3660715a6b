/** The help beside the work: the page of the screen in view, and all topics. */
import { ActionIcon } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useOperation } from '../../client/use-operation.ts';
import { useView } from '../../state/view.store.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { Markdown } from '../../ui/Markdown.tsx';
import { useT } from '../../ui/words.tsx';
import './help.css';

/** They travel with the page, so that every host serves them. */
const pictures = import.meta.glob('../../../resources/pictures/help/**/*.png', { eager: true, query: '?url', import: 'default' });
const picture = (name: string): string | undefined => pictures[`../../../resources/pictures/help/${name}`];

export function HelpPanel({ topic }: { readonly topic: string }) {
  const t = useT();
  const showHelp = useView((view) => view.showHelp);
  const page = useOperation('help.get', { topic });
  const close = useRef<HTMLButtonElement>(null);
  useEffect(() => close.current?.focus(), []);
  return (
    <div className="help">
      <header className="help-head">
        <p>{t(($) => $.app.help.title)}</p>
        <ActionIcon ref={close} aria-label={t(($) => $.app.close)} onClick={() => showHelp(null)}>
          <IconX size={18} stroke={1.6} />
        </ActionIcon>
      </header>
      <div className="help-body">
        <FailureNote failure={page.error?.failure ?? null} />
        {page.data && <Markdown text={page.data.markdown} picture={picture} />}
        {page.data && (
          <nav aria-label={t(($) => $.app.help.topics)} className="help-topics">
            <h2>{t(($) => $.app.help.topics)}</h2>
            <ul>
              {page.data.topics.map((item) => (
                <li key={item.topic}>
                  <button type="button" className="link" aria-current={item.topic === topic || undefined} onClick={() => showHelp(item.topic)}>
                    {item.title}
                  </button>
                </li>
              ))}
            </ul>
          </nav>
        )}
      </div>
    </div>
  );
}
