/** What you see (colour, filter), how near, and what you take away. */
import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { IconDownload, IconPrinter, IconTable } from '@tabler/icons-react';
import { useT } from '../../ui/words.tsx';
import { ZoomButtons } from '../../ui/ZoomButtons.tsx';

export type DiagramFormat = 'svg' | 'pdf' | 'png';

export interface ToolbarProps {
  readonly table: boolean;
  readonly exporting: boolean;
  /** How it looks, what is folded and filtered, kept as a view, compared and played. */
  readonly tools: React.ReactNode;
  /** Sheet and clipboard. */
  readonly output: React.ReactNode;
  setTable(table: boolean): void;
  save(format: DiagramFormat): void;
  print(): void;
}

interface FootProps {
  readonly summary: string;
  /** Null where there is nothing to zoom. */
  readonly zoom: number | null;
  zoomBy(factor: number): void;
  fit(): void;
}

/** Under the drawing: how many there are, and how near one looks. */
export function Foot(props: FootProps) {
  return (
    <div className="diagram-foot no-print">
      <span className="diagram-summary">{props.summary}</span>
      {props.zoom !== null && <ZoomButtons zoom={props.zoom} zoomBy={props.zoomBy} fit={props.fit} />}
    </div>
  );
}

function SaveMenu({ exporting, save }: Pick<ToolbarProps, 'exporting' | 'save'>) {
  const t = useT();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button
          variant="default"
          size="xs"
          title={t(($) => $.diagramScreen.save)}
          leftSection={<IconDownload size={16} stroke={1.6} />}
          loading={exporting}
        >
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
  const { table, setTable, print } = props;
  const printing = t(($) => $.diagramScreen.print);
  return (
    <div className="diagram-toolbar" role="toolbar" aria-label={t(($) => $.diagramScreen.toolbar)}>
      {props.tools}
      <span className="diagram-space" />
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
      <Tooltip label={printing}>
        <ActionIcon variant="default" size={30} aria-label={printing} onClick={print}>
          <IconPrinter size={16} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <div className="diagram-take">
        {props.output}
        <SaveMenu {...props} />
      </div>
    </div>
  );
}
