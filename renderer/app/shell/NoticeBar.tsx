/** The ink bar at the foot: what was just done, for ten seconds, with the way back. */
import { useEffect } from 'react';
import { useView } from '../../state/view.store.ts';
import type { Steps } from '../../ui/steps.ts';
import { useT } from '../../ui/words.tsx';

const SHOWN_FOR = 10_000;

export function NoticeBar({ steps }: { readonly steps: Steps }) {
  const t = useT();
  const notice = useView((view) => view.notice);
  const hush = useView((view) => view.hush);
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(hush, SHOWN_FOR);
    return () => clearTimeout(timer);
  }, [notice, hush]);
  return (
    <div className="notice-place no-print" role="status" aria-live="polite">
      {notice && (
        <div className="notice" key={notice.id}>
          <span>{notice.text}</span>
          {notice.undo && (
            <button type="button" className="notice-undo" onClick={() => void steps.move('undo')}>
              {t(($) => $.app.drawer.undo)}
            </button>
          )}
          {notice.undo && <kbd className="key">Ctrl Z</kbd>}
        </div>
      )}
    </div>
  );
}
