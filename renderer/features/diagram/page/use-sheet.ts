/** How the drawing goes on paper, kept while the portfolio is open; the same for a file, the printer and the clipboard. */
import { type Orientation, orientations, type Paper, papers } from '../../../../shared/diagram/sheet.ts';
import { useView } from '../../../state/view.store.ts';

export const pngSizes = ['own', 'width', 'dpi'] as const;

export interface SheetChoices {
  /** Null fits: a PDF on the smallest paper that can be read, a picture of the drawing alone. */
  readonly paper: Paper | null;
  /** Null is the one in which the drawing becomes largest. */
  readonly orientation: Orientation | null;
  readonly title: string;
  readonly source: string;
  readonly date: boolean;
  readonly legend: boolean;
  readonly relations: boolean;
  readonly pngBy: (typeof pngSizes)[number];
  readonly width: number;
  readonly dpi: number;
}

const plain: SheetChoices = {
  paper: null,
  orientation: null,
  title: '',
  source: '',
  date: true,
  legend: true,
  relations: true,
  pngBy: 'own',
  width: 1920,
  dpi: 300,
};
const PANEL = 'diagram.sheet';

/** What was kept, each choice only where it still is one. */
function read(kept: string | undefined): SheetChoices {
  const raw = kept === undefined ? {} : (JSON.parse(kept) as Partial<SheetChoices>);
  const choices = { ...plain, ...raw };
  return {
    ...choices,
    paper: papers.find((paper) => paper === choices.paper) ?? null,
    orientation: orientations.find((way) => way === choices.orientation) ?? null,
  };
}

export interface SheetState {
  readonly choices: SheetChoices;
  readonly open: boolean;
  set(change: Partial<SheetChoices>): void;
  setOpen(open: boolean): void;
}

export function useSheet(): SheetState {
  const kept = useView((view) => view.panels[PANEL]);
  const open = useView((view) => view.panels[`${PANEL}.open`] === 'yes');
  const setPanel = useView((view) => view.setPanel);
  const choices = read(kept);
  return {
    choices,
    open,
    set: (change) => setPanel(PANEL, JSON.stringify({ ...choices, ...change })),
    setOpen: (next) => setPanel(`${PANEL}.open`, next ? 'yes' : 'no'),
  };
}

/** What `diagram.export` and the drawing itself take of it. */
export const sceneChoices = ({
  title,
  source,
  date,
  legend,
  relations,
}: Pick<SheetChoices, 'title' | 'source' | 'date' | 'legend' | 'relations'>) => ({
  ...(title.trim() === '' ? {} : { title: title.trim() }),
  ...(source.trim() === '' ? {} : { source: source.trim() }),
  date,
  legend,
  relations,
});

export const pageChoices = ({ paper, orientation, pngBy, width, dpi }: SheetChoices, format: 'svg' | 'pdf' | 'png') => ({
  ...(paper === null ? {} : { paper }),
  ...(orientation === null ? {} : { orientation }),
  ...(format === 'png' && pngBy === 'width' ? { width } : {}),
  ...(format === 'png' && pngBy === 'dpi' ? { dpi } : {}),
});
