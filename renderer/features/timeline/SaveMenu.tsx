/** The timeline as a file: what is shown, with the names that the reader may have. */
import { useState } from 'react';
import type { NameStyle } from '../../../shared/domain/display-name.ts';
import { NamesMenu, PictureMenu } from '../exchange/index.ts';
import type { TimelineView } from './use-timeline.ts';

export function SaveMenu({ networkId, view, title }: { readonly networkId: string; readonly view: TimelineView; readonly title: string }) {
  const [names, setNames] = useState<NameStyle>('name');
  return (
    <PictureMenu job="timeline.export" name={title} input={{ networkId, at: view.at, ...view.shown, names }}>
      <NamesMenu names={names} setNames={setNames} />
    </PictureMenu>
  );
}
