/** A case description as a Word file, in styles that the user can restyle: headings, captions, quote, table. */
import {
  AlignmentType,
  BorderStyle,
  Document,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  Header,
  HeadingLevel,
  ImageRun,
  type ISectionOptions,
  type IStylesOptions,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  type ParagraphChild,
  SectionType,
  ShadingType,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, CaseDocument, Cell, Run } from '../case/document.ts';
import { repack } from './zip.ts';

const FONT = 'Calibri';
/** Twentieths of a point, and how many of them are one pixel at 96 dpi. */
const MARGIN = 1134;
const PER_PIXEL = 15;
interface Page {
  readonly width: number;
  readonly height: number;
}
const A4: Page = { width: 11_906, height: 16_838 };
const A4_WIDE: Page = { width: 16_838, height: 11_906 };
const A3_WIDE: Page = { width: 23_811, height: 16_838 };
/** A drawing this much smaller than it is on the screen can still be read on paper: 12 px is then 5 pt and over. */
const READABLE = 0.55;
/** Of a list, per level. */
const INDENT = 480;
const INK = '16202B';
const FAINT = '5F6973';
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: 'C4BFB2' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

interface Writing {
  readonly document: CaseDocument;
  readonly footnotes: Record<string, { children: Paragraph[] }>;
  readonly numbers: Map<string, number>;
}

/** What stands on pages of one size. */
interface Piece {
  readonly page: Page;
  readonly children: FileChild[];
}

const headings = [HeadingLevel.HEADING_1, HeadingLevel.HEADING_2, HeadingLevel.HEADING_3, HeadingLevel.HEADING_4] as const;

function runs(list: readonly Run[], writing: Writing): ParagraphChild[] {
  return list.flatMap((run): ParagraphChild[] => {
    if (run.note !== undefined) {
      const number = Object.keys(writing.footnotes).length + 1;
      writing.footnotes[number] = { children: [new Paragraph({ children: [new TextRun(` ${run.note}`)] })] };
      return [new FootnoteReferenceRun(number)];
    }
    return run.text
      .split('\n')
      .map(
        (text, index) =>
          new TextRun({ text, ...(index > 0 ? { break: 1 } : {}), ...(run.bold ? { bold: true } : {}), ...(run.italic ? { italics: true } : {}) }),
      );
  });
}

/** 'Tabel 2. Teams per laag (uit de gegevens, stand op …)', with a number that Word keeps. */
function caption(word: string, block: { readonly title: string; readonly asOf: string }, keepNext: boolean, { numbers }: Writing): Paragraph {
  const number = (numbers.get(word) ?? 0) + 1;
  numbers.set(word, number);
  return new Paragraph({
    style: 'Caption',
    keepNext,
    children: [
      new TextRun(`${word} `),
      new SimpleField(`SEQ ${word} \\* ARABIC`, `${number}`),
      new TextRun(`. ${block.title}`),
      new TextRun({ text: ` (${block.asOf})`, color: FAINT }),
    ],
  });
}

const tableBorders = { top: HAIRLINE, bottom: HAIRLINE, left: NONE, right: NONE, insideHorizontal: HAIRLINE, insideVertical: NONE };

function row(cells: readonly { children: (Paragraph | Table)[]; header: boolean; columns?: number; rows?: number }[], header: boolean): TableRow {
  return new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: cells.map(
      (cell) =>
        new TableCell({
          // Word wants a paragraph at the end of every cell
          children: cell.children.at(-1) instanceof Paragraph ? cell.children : [...cell.children, new Paragraph('')],
          columnSpan: cell.columns ?? 1,
          rowSpan: cell.rows ?? 1,
          margins: { top: 50, bottom: 50, left: 80, right: 80 },
          ...(cell.header ? { shading: { type: ShadingType.CLEAR, fill: 'F3F1EB', color: 'auto' } } : {}),
        }),
    ),
  });
}

const cellText = (text: string, header: boolean): Paragraph =>
  new Paragraph({
    style: 'TableText',
    keepNext: header,
    children: text.split('\n').map((line, index) => new TextRun({ text: line, bold: header, ...(index > 0 ? { break: 1 } : {}) })),
  });

/** The pages of all but drawings, which choose their own. */
const pageOf = ({ wide }: CaseDocument): Page => (wide ? A4_WIDE : A4);
const textWidth = ({ width }: Page): number => width - 2 * MARGIN;

/** Twips of a letter in a table on average, where it is bold, and of the margins of a cell: also for a font that is wide. */
const [LETTER, BOLD_LETTER, CELL_MARGINS] = [112, 128, 180];
const longestWord = (text: string): number => Math.max(...text.split(/\s|(?<=[-/])/).map((word) => word.length));

/** Widths of columns from what is in them: first the longest word of each, so that none breaks; the rest by how much there is to read. */
function widths(header: readonly string[], rows: readonly (readonly string[])[], whole: number): number[] {
  const columns = header.map((head, column) => {
    const cells = rows.map((row) => row[column] ?? '');
    const text = Math.max(head.length, ...cells.map((cell) => cell.length));
    const least = Math.max(longestWord(head) * BOLD_LETTER, ...cells.map((cell) => longestWord(cell) * LETTER)) + CELL_MARGINS;
    return { least, more: Math.max(0, Math.min(text, 40) * LETTER + CELL_MARGINS - least) };
  });
  const least = columns.reduce((sum, column) => sum + column.least, 0);
  const more = columns.reduce((sum, column) => sum + column.more, 0);
  if (least >= whole || more === 0) return columns.map((column) => Math.round((column.least / least) * whole));
  return columns.map((column) => Math.round(column.least + (column.more / more) * (whole - least)));
}

function dataTable(block: Extract<Block, { kind: 'dataTable' }>, writing: Writing): FileChild[] {
  const body = block.rows.map((cells) =>
    row(
      cells.map((text) => ({ children: [cellText(text, false)], header: false })),
      false,
    ),
  );
  const head = row(
    block.header.map((text) => ({ children: [cellText(text, true)], header: true })),
    true,
  );
  const width = textWidth(pageOf(writing.document));
  const columnWidths = widths(block.header, block.rows, width);
  const table = new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths,
    layout: TableLayoutType.FIXED,
    borders: tableBorders,
    rows: [head, ...body],
  });
  const note = block.note === null ? [] : [new Paragraph({ style: 'TableNote', children: [new TextRun(block.note)] })];
  const shown: FileChild[] = block.rows.length === 0 ? note : [table, ...note];
  return [caption(writing.document.words.table, block, true, writing), ...shown];
}

type Figure = Extract<Block, { kind: 'figure' }>;

/** How large a drawing is on a page, with room for its caption. */
const scaleOn = (page: Page, block: Figure): number =>
  Math.min(1, (page.width - 2 * MARGIN) / PER_PIXEL / block.width, ((page.height - 2 * MARGIN) / PER_PIXEL - 90) / block.height);

/** The smallest page on which a drawing can be read. */
const pageFor = (block: Figure): Page => [A4, A4_WIDE].find((page) => scaleOn(page, block) >= READABLE) ?? A3_WIDE;

/** Word draws the SVG; LibreOffice and older Words the PNG beside it. */
function figure(block: Figure, page: Page, writing: Writing): FileChild[] {
  const scale = scaleOn(page, block);
  const transformation = { width: Math.round(block.width * scale), height: Math.round(block.height * scale) };
  const image = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(block.svg),
    transformation,
    altText: { name: block.title, title: block.title, description: block.alt },
    fallback: { type: 'png', data: block.png },
  });
  return [
    new Paragraph({
      keepNext: true,
      alignment: AlignmentType.CENTER,
      spacing: { before: 160, after: 80, line: 240, lineRule: LineRuleType.AUTO },
      children: [image],
    }),
    caption(writing.document.words.figure, block, false, writing),
  ];
}

const cellBlocks = (cell: Cell, writing: Writing): (Paragraph | Table)[] =>
  cell.blocks.flatMap((block) =>
    block.kind === 'paragraph'
      ? [new Paragraph({ style: 'TableText', children: runs(block.runs, writing) })]
      : (blockOf(block, writing) as (Paragraph | Table)[]),
  );

/** Every list counts from 1; in an item only what comes first has the number or the dot. */
function list(block: Extract<Block, { kind: 'list' }>, writing: Writing, level: number): FileChild[] {
  const deep = Math.min(level, 2);
  const instance = (writing.numbers.get('lists') ?? 0) + 1;
  writing.numbers.set('lists', instance);
  const numbering = { reference: block.ordered ? 'numbers' : 'bullets', level: deep, instance };
  return block.items.flatMap((item) =>
    item.flatMap((child, index): FileChild[] => {
      if (child.kind === 'list') return list(child, writing, level + 1);
      if (child.kind !== 'paragraph') return blockOf(child, writing);
      const place = index === 0 ? { numbering } : { indent: { left: INDENT * (deep + 1) } };
      return [new Paragraph({ ...place, children: runs(child.runs, writing) })];
    }),
  );
}

function blockOf(block: Block, writing: Writing): FileChild[] {
  switch (block.kind) {
    case 'heading':
      return [new Paragraph({ heading: headings[block.level] ?? HeadingLevel.HEADING_2, keepNext: true, children: runs(block.runs, writing) })];
    case 'paragraph':
      return [new Paragraph({ children: runs(block.runs, writing) })];
    case 'quote':
      return [new Paragraph({ style: 'Quote', children: runs(block.runs, writing) })];
    case 'list':
      return list(block, writing, 0);
    case 'table': {
      const rows = block.rows
        .filter((cells) => cells.length > 0)
        .map((cells) =>
          row(
            cells.map((cell) => ({ children: cellBlocks(cell, writing), header: cell.header, columns: cell.columns, rows: cell.rows })),
            cells.every((cell) => cell.header),
          ),
        );
      if (rows.length === 0) return [];
      return [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: tableBorders, rows }), new Paragraph('')];
    }
    case 'dataTable':
      return dataTable(block, writing);
    case 'figure':
      return figure(block, A4, writing);
  }
}

const isEmpty = (blocks: readonly Block[]): boolean => blocks.every((block) => block.kind === 'paragraph' && block.runs.length === 0);

const paragraphStyles = [
  { id: 'TableText', name: 'Table Text', basedOn: 'Normal', run: { size: 18 }, paragraph: { spacing: { before: 0, after: 0 } } },
  { id: 'TableNote', name: 'Table Note', basedOn: 'Normal', run: { size: 17, color: FAINT }, paragraph: { spacing: { before: 60, after: 200 } } },
  {
    id: 'Quote',
    name: 'Quote',
    basedOn: 'Normal',
    run: { italics: true },
    paragraph: { indent: { left: 480, right: 480 }, spacing: { before: 120, after: 120 } },
  },
  {
    id: 'Caption',
    name: 'caption',
    basedOn: 'Normal',
    run: { size: 18, bold: true, color: INK },
    paragraph: { spacing: { before: 200, after: 100 } },
  },
];
const headingStyle = (size: number, before: number) => ({
  run: { font: FONT, size, bold: true, color: INK },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
});
const numbered = (reference: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], texts: readonly string[]) => ({
  reference,
  levels: texts.map((text, level) => ({
    level,
    format,
    text,
    alignment: AlignmentType.START,
    style: { paragraph: { indent: { left: INDENT * (level + 1), hanging: 280 } } },
  })),
});

/** Without the blank lines that an editor leaves before the first words. */
const withoutLead = (blocks: readonly Block[]): readonly Block[] =>
  blocks.slice(
    Math.max(
      0,
      blocks.findIndex((block) => block.kind !== 'paragraph' || block.runs.length > 0),
    ),
  );

/** The parts in pieces by page: a drawing that cannot be read on an upright page gets one of its own. */
function pieces(writing: Writing, front: readonly FileChild[]): Piece[] {
  const base = pageOf(writing.document);
  const list: Piece[] = [{ page: base, children: [...front] }];
  const put = (page: Page, children: readonly FileChild[]): void => {
    const last = list.at(-1) as Piece;
    if (last.page === page) last.children.push(...children);
    else list.push({ page, children: [...children] });
  };
  for (const part of writing.document.parts) {
    put(base, [new Paragraph({ heading: HeadingLevel.HEADING_1, text: part.title })]);
    if (isEmpty(part.blocks)) put(base, [new Paragraph({ style: 'TableNote', text: writing.document.words.empty })]);
    else
      for (const block of withoutLead(part.blocks)) {
        const page = block.kind === 'figure' ? pageFor(block) : base;
        put(page, block.kind === 'figure' ? figure(block, page, writing) : blockOf(block, writing));
      }
  }
  return list;
}

const small = (text: string): TextRun => new TextRun({ text, size: 17, color: FAINT });

function sectionOf({ page, children }: Piece, document: CaseDocument): ISectionOptions {
  const wide = page.width > page.height;
  // Word wants the upright measures and turns the page itself
  const size = wide ? { width: page.height, height: page.width, orientation: PageOrientation.LANDSCAPE } : { width: page.width, height: page.height };
  const number = new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17, color: FAINT });
  const foot = new Paragraph({ alignment: AlignmentType.END, children: [small(`${document.words.page} `), number] });
  return {
    properties: { type: SectionType.NEXT_PAGE, page: { size, margin: { top: 1304, bottom: 1304, left: MARGIN, right: MARGIN } } },
    headers: { default: new Header({ children: [new Paragraph({ children: [small(document.header)] })] }) },
    footers: { default: new Footer({ children: [foot] }) },
    children,
  };
}

function stylesOf(document: CaseDocument): IStylesOptions {
  return {
    default: {
      document: {
        run: { font: FONT, size: 22, color: INK, language: { value: document.language === 'nl' ? 'nl-NL' : 'en-GB' } },
        paragraph: { spacing: { line: 288, lineRule: LineRuleType.AUTO, after: 120 } },
      },
      title: { run: { font: FONT, size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 60 } } },
      heading1: headingStyle(32, 400),
      heading2: headingStyle(26, 280),
      heading3: headingStyle(23, 220),
      heading4: headingStyle(22, 200),
    },
    paragraphStyles,
  };
}

/** @returns the bytes of the file; the same document gives the same bytes */
export async function writeDocx(document: CaseDocument): Promise<Uint8Array> {
  const writing: Writing = { document, footnotes: {}, numbers: new Map() };
  const contents = new TableOfContents(document.words.contents, {
    hyperlink: true,
    headingStyleRange: '1-3',
    cachedEntries: document.parts.map((part) => ({ title: part.title, level: 1 })),
  });
  const front = [
    new Paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
    new Paragraph({ style: 'TableNote', text: document.subtitle }),
    new Paragraph({ style: 'Caption', text: document.words.contents }),
    contents,
  ];
  const sections = pieces(writing, front).map((piece) => sectionOf(piece, document));
  const word = new Document({
    title: document.title,
    subject: document.subtitle,
    creator: 'Schakel',
    lastModifiedBy: 'Schakel',
    footnotes: writing.footnotes,
    numbering: {
      config: [numbered('bullets', LevelFormat.BULLET, ['•', '–', '•']), numbered('numbers', LevelFormat.DECIMAL, ['%1.', '%2.', '%3.'])],
    },
    styles: stylesOf(document),
    sections,
  });
  return repack(new Uint8Array(await Packer.toArrayBuffer(word)));
}
