/** Comparing and playing in the toolbar; Esc ends what is on, after the drawer. */
import { useEffect, useEffectEvent } from 'react';
import { CompareControl } from './CompareControl.tsx';
import { PlayControl } from './PlayControl.tsx';
import { useAgainst } from './use-compared.ts';
import type { Play } from './use-play.ts';

export function CompareTools({ play }: { readonly play: Play }) {
  const { against, setAgainst } = useAgainst();
  const escaped = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest('[role="dialog"], [role="menu"]')) return;
    if (play.playing) play.stop();
    else if (against !== null) setAgainst(null);
    else return;
    event.preventDefault();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => escaped(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      {!play.playing && <CompareControl />}
      <PlayControl play={play} />
    </>
  );
}
