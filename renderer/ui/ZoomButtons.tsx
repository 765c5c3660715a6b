/** How near one looks at a drawing: nearer, farther, and all of it. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useT } from './words.tsx';

interface Props {
  readonly zoom: number;
  zoomBy(factor: number): void;
  fit(): void;
}

export function ZoomButtons({ zoom, zoomBy, fit }: Props) {
  const t = useT();
  const button = (label: string, icon: ReactNode, act: () => void) => (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" size="sm" aria-label={label} onClick={act}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <fieldset className="zoom-buttons" aria-label={t(($) => $.diagramScreen.zoom)}>
      {button(
        t(($) => $.diagramScreen.zoomOut),
        <IconMinus size={16} stroke={1.6} />,
        () => zoomBy(1 / 1.25),
      )}
      <span aria-live="polite">{Math.round(zoom * 100)}%</span>
      {button(
        t(($) => $.diagramScreen.zoomIn),
        <IconPlus size={16} stroke={1.6} />,
        () => zoomBy(1.25),
      )}
      {button(
        t(($) => $.diagramScreen.fit),
        <IconMaximize size={16} stroke={1.6} />,
        fit,
      )}
    </fieldset>
  );
}
