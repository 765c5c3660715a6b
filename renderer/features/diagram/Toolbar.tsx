/** What you see (colour, filter), how near, and what you take away. */
import { ActionIcon, Button, Menu, SegmentedControl, Tooltip } from '@mantine/core';
import { IconDownload, IconMaximize, IconMinus, IconPlus, IconPrinter, IconTable } from '@tabler/icons-react';
import { type ColourMode, colourModes } from '../../../shared/diagram/model.ts';
import { useT } from '../../ui/words.tsx';

export type DiagramFormat = 'svg' | 'pdf' | 'png';

export interface ToolbarProps {
  readonly colour: ColourMode;
  readonly ended: boolean;
  readonly table: boolean;
  readonly zoom: number;
  readonly summary: string;
  readonly exporting: boolean;
  /** What is compared and played, folded, filtered and kept as a view. */
  readonly tools: React.ReactNode;
  /** Sheet and clipboard. */
  readonly output: React.ReactNode;
  setColour(colour: ColourMode): void;
  setEnded(ended: boolean): void;
  setTable(table: boolean): void;
  zoomBy(factor: number): void;
  fit(): void;
  save(format: DiagramFormat): void;
  print(): void;
}

function Zoom({ zoom, zoomBy, fit }: Pick<ToolbarProps, 'zoom' | 'zoomBy' | 'fit'>) {
  const t = useT();
  const button = (label: string, icon: React.ReactNode, act: () => void) => (
    <Tooltip label={label}>
      <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={act}>
        {icon}
      </ActionIcon>
    </Tooltip>
  );
  return (
    <div className="diagram-zoom" role="group" aria-label={t(($) => $.diagramScreen.zoom)}>
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
    </div>
  );
}

function SaveMenu({ exporting, save }: Pick<ToolbarProps, 'exporting' | 'save'>) {
  const t = useT();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" size="xs" leftSection={<IconDownload size={16} stroke={1.6} />} loading={exporting}>
          {t(($) => $.diagramScreen.save)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(['pdf', 'svg', 'png'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => save(format)}>
            {t(($) => $.diagramScreen.formats[format])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function Toolbar(props: ToolbarProps) {
  const t = useT();
  const { colour, ended, table, summary, setColour, setEnded, setTable, print } = props;
  const colours = colourModes.map((mode) => ({ value: mode, label: t(($) => $.diagramScreen.colours[mode]) }));
  return (
    <div className="diagram-toolbar" role="toolbar" aria-label={t(($) => $.diagramScreen.toolbar)}>
      <span className="diagram-label">{t(($) => $.diagramScreen.colour)}</span>
      <SegmentedControl
        size="xs"
        aria-label={t(($) => $.diagramScreen.colour)}
        data={colours}
        value={colour}
        onChange={(value) => setColour(value as ColourMode)}
      />
      <Button variant={ended ? 'filled' : 'default'} size="xs" aria-pressed={ended} onClick={() => setEnded(!ended)}>
        {t(($) => $.diagramScreen.ended)}
      </Button>
      {props.tools}
      <span className="reading-break" />
      <span className="diagram-summary">{summary}</span>
      <span className="diagram-space" />
      <Zoom {...props} />
      <Tooltip label={t(($) => (table ? $.diagramScreen.asDrawing : $.diagramScreen.asTable))}>
        <ActionIcon
          variant={table ? 'filled' : 'default'}
          size={30}
          aria-pressed={table}
          aria-label={t(($) => $.diagramScreen.asTable)}
          onClick={() => setTable(!table)}
        >
          <IconTable size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      {props.output}
      <SaveMenu {...props} />
      <Button variant="default" size="xs" leftSection={<IconPrinter size={16} stroke={1.6} />} onClick={print}>
        {t(($) => $.diagramScreen.print)}
      </Button>
    </div>
  );
}
