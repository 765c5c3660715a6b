/** How people are called in a file that is downloaded; part of a menu. */
import { Menu } from '@mantine/core';
import { caseNames } from '../../../shared/contract/case.ts';
import type { NameStyle } from '../../../shared/domain/display-name.ts';
import { useT } from '../../ui/words.tsx';

export function NamesMenu({ names, setNames }: { readonly names: NameStyle; readonly setNames: (names: NameStyle) => void }) {
  const t = useT();
  return (
    <>
      <Menu.Divider />
      <Menu.Label>{t(($) => $.exchange.buttons.names)}</Menu.Label>
      <Menu.RadioGroup value={names} onChange={(style) => setNames(style as NameStyle)}>
        {[...caseNames].reverse().map((style) => (
          <Menu.RadioItem key={style} value={style}>
            {t(($) => $.exchange.buttons.nameStyles[style])}
          </Menu.RadioItem>
        ))}
      </Menu.RadioGroup>
    </>
  );
}
