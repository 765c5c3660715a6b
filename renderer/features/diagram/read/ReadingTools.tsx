/** In the toolbar: how it looks, what is folded, filtered and in focus. */
import { Button, Menu, Popover, Tooltip } from '@mantine/core';
import { IconArrowsMinimize, IconFilter, IconFocus2, IconPalette } from '@tabler/icons-react';
import { useState } from 'react';
import { readPair } from '../../../../shared/diagram/filter.ts';
import { useSelected } from '../../../state/view.store.ts';
import type { Viewport } from '../../../ui/use-viewport.ts';
import { useT } from '../../../ui/words.tsx';
import { Presentation } from '../views/Presentation.tsx';
import { type Look, useViews } from '../views/use-views.ts';
import { ViewsMenu } from '../views/ViewsMenu.tsx';
import { FilterPanel, isPanel } from './FilterPanel.tsx';
import { LookPanel } from './LookPanel.tsx';
import type { Reading } from './use-reading.ts';
import { useFolding } from './use-reading-keys.ts';

function Folding({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const selected = useSelected();
  const fold = useFolding(reading);
  const { folded } = reading.asked;
  const unit = selected !== null && reading.canFold.has(selected) ? reading.layout.look.unit(selected) : undefined;
  return (
    <Menu position="bottom-start">
      <Menu.Target>
        <Button
          variant={folded.length > 0 ? 'filled' : 'default'}
          size="xs"
          title={t(($) => $.reading.fold.button)}
          leftSection={<IconArrowsMinimize size={16} stroke={1.6} />}
        >
          {t(($) => $.reading.fold.button)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {unit && (
          <Menu.Item onClick={() => fold(unit.id)}>
            {folded.includes(unit.id) ? t(($) => $.reading.fold.open, { name: unit.name }) : t(($) => $.reading.fold.close, { name: unit.name })}
          </Menu.Item>
        )}
        <Menu.Item onClick={() => reading.setFolded([...reading.canFold])}>{t(($) => $.reading.fold.closeAll)}</Menu.Item>
        <Menu.Item disabled={folded.length === 0} onClick={() => reading.setFolded([])}>
          {t(($) => $.reading.fold.openAll)}
        </Menu.Item>
        <p className="reading-hint">{t(($) => $.reading.fold.hint)}</p>
      </Menu.Dropdown>
    </Menu>
  );
}

function Focusing({ reading }: { readonly reading: Reading }) {
  const t = useT();
  const selected = useSelected();
  const { focus } = reading.asked;
  const member = reading.layout.look.model.memberships.find((row) => row.id === selected);
  const id = member?.personId ?? selected;
  const label = t(($) => (id === null && !focus ? $.reading.focus.none : $.reading.focus.hint));
  return (
    <Tooltip label={label}>
      <Button
        variant={focus ? 'filled' : 'default'}
        size="xs"
        leftSection={<IconFocus2 size={16} stroke={1.6} />}
        aria-pressed={focus !== null}
        aria-disabled={id === null && !focus}
        onClick={() => {
          if (focus) reading.setFocus(null);
          else if (id !== null) reading.setFocus({ id, steps: 1 });
        }}
      >
        {t(($) => $.reading.focus.button)}
      </Button>
    </Tooltip>
  );
}

interface Props {
  readonly reading: Reading;
  readonly look: Look;
  readonly viewport: Viewport;
}

export function ReadingTools({ reading, look, viewport }: Props) {
  const t = useT();
  const views = useViews(reading, look, viewport);
  const [presenting, setPresenting] = useState(false);
  const from = Math.max(
    0,
    reading.views.findIndex((one) => one.id === reading.view?.id),
  );
  const count = reading.asked.hidden.map(readPair).filter((pair) => pair !== null && isPanel(pair.attribute)).length;
  return (
    <div className="reading-tools">
      <Popover position="bottom-start" width={260} trapFocus returnFocus>
        <Popover.Target>
          <Button size="xs" title={t(($) => $.reading.look.button)} leftSection={<IconPalette size={16} stroke={1.6} />}>
            {t(($) => $.reading.look.button)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className="reading-panel" aria-label={t(($) => $.reading.look.title)}>
          <LookPanel reading={reading} look={look} />
        </Popover.Dropdown>
      </Popover>
      <Popover position="bottom-start" width={340} trapFocus returnFocus>
        <Popover.Target>
          <Button
            variant={count > 0 ? 'filled' : 'default'}
            size="xs"
            title={t(($) => $.reading.filter.button)}
            leftSection={<IconFilter size={16} stroke={1.6} />}
          >
            {t(($) => $.reading.filter.button)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className="reading-panel" aria-label={t(($) => $.reading.filter.title)}>
          <FilterPanel reading={reading} />
        </Popover.Dropdown>
      </Popover>
      <Folding reading={reading} />
      <Focusing reading={reading} />
      <ViewsMenu reading={reading} views={views} present={() => setPresenting(true)} />
      {presenting && (
        <Presentation views={reading.views} from={from} network={reading.layout.look.model.network.name} close={() => setPresenting(false)} />
      )}
    </div>
  );
}
