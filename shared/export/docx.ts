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
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SequentialIdentifier,
  ShadingType,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import type { Block, CaseDocument, Cell, Run } from '../case/document.ts';
import { repack } from './zip.ts';

const FONT = 'Calibri';
/** Width of the text on an A4 page with these margins, in pixels at 96 dpi, and the height that a figure may have. */
const TEXT_WIDTH = 605;
const FIGURE_HEIGHT = 780;
const MARGIN = 1134;
const INK = '16202B';
const FAINT = '5F6973';
const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: 'C4BFB2' };
const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };

interface Writing {
  readonly document: CaseDocument;
  readonly footnotes: Record<string, { children: Paragraph[] }>;
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
const caption = (word: string, title: string, asOf: string, keepNext: boolean): Paragraph =>
  new Paragraph({
    style: 'Caption',
    keepNext,
    children: [new TextRun(`${word} `), new SequentialIdentifier(word), new TextRun(`. ${title}`), new TextRun({ text: ` (${asOf})`, color: FAINT })],
  });

const tableBorders = { top: HAIRLINE, bottom: HAIRLINE, left: NONE, right: NONE, insideHorizontal: HAIRLINE, insideVertical: NONE };

function row(cells: readonly { children: Paragraph[]; header: boolean; columns?: number; rows?: number }[], header: boolean): TableRow {
  return new TableRow({
    tableHeader: header,
    cantSplit: true,
    children: cells.map(
      (cell) =>
        new TableCell({
          children: cell.children.length > 0 ? cell.children : [new Paragraph('')],
          columnSpan: cell.columns ?? 1,
          rowSpan: cell.rows ?? 1,
          margins: { top: 50, bottom: 50, left: 80, right: 80 },
          ...(cell.header ? { shading: { type: ShadingType.CLEAR, fill: 'F3F1EB', color: 'auto' } } : {}),
        }),
    ),
  });
}

const cellText = (text: string, header: boolean): Paragraph =>
  new Paragraph({ style: 'TableText', keepNext: header, children: [new TextRun({ text, bold: header })] });

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
  const table = new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: tableBorders, rows: [head, ...body] });
  const note = block.note === null ? [] : [new Paragraph({ style: 'TableNote', children: [new TextRun(block.note)] })];
  const shown: FileChild[] = block.rows.length === 0 ? note : [table, ...note];
  return [caption(writing.document.words.table, block.title, block.asOf, true), ...shown];
}

/** Word draws the SVG; LibreOffice and older Words the PNG beside it. */
function figure(block: Extract<Block, { kind: 'figure' }>, writing: Writing): FileChild[] {
  const scale = Math.min(TEXT_WIDTH / block.width, FIGURE_HEIGHT / block.height);
  const transformation = { width: Math.round(block.width * scale), height: Math.round(block.height * scale) };
  const image = new ImageRun({
    type: 'svg',
    data: new TextEncoder().encode(block.svg),
    transformation,
    altText: { name: block.title, title: block.title, description: block.alt },
    fallback: { type: 'png', data: block.png },
  });
  return [
    new Paragraph({ keepNext: true, alignment: AlignmentType.CENTER, spacing: { before: 160, after: 80 }, children: [image] }),
    caption(writing.document.words.figure, block.title, block.asOf, false),
  ];
}

const cellBlocks = (cell: Cell, writing: Writing): Paragraph[] =>
  cell.blocks.flatMap((block) => (block.kind === 'paragraph' ? [new Paragraph({ style: 'TableText', children: runs(block.runs, writing) })] : []));

function list(block: Extract<Block, { kind: 'list' }>, writing: Writing, level: number): FileChild[] {
  const reference = block.ordered ? 'numbers' : 'bullets';
  return block.items.flatMap((item) =>
    item.flatMap((child): FileChild[] =>
      child.kind === 'list'
        ? list(child, writing, level + 1)
        : child.kind === 'paragraph'
          ? [new Paragraph({ numbering: { reference, level: Math.min(level, 2) }, children: runs(child.runs, writing) })]
          : blockOf(child, writing),
    ),
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
      const rows = block.rows.map((cells) =>
        row(
          cells.map((cell) => ({ children: cellBlocks(cell, writing), header: cell.header, columns: cell.columns, rows: cell.rows })),
          cells.every((cell) => cell.header),
        ),
      );
      return [new Table({ width: { size: 100, type: WidthType.PERCENTAGE }, borders: tableBorders, rows }), new Paragraph('')];
    }
    case 'dataTable':
      return dataTable(block, writing);
    case 'figure':
      return figure(block, writing);
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
    style: { paragraph: { indent: { left: 480 * (level + 1), hanging: 280 } } },
  })),
});

/** @returns the bytes of the file; the same document gives the same bytes */
export async function writeDocx(document: CaseDocument): Promise<Uint8Array> {
  const writing: Writing = { document, footnotes: {} };
  const body = document.parts.flatMap((part): FileChild[] => [
    new Paragraph({ heading: HeadingLevel.HEADING_1, text: part.title }),
    ...(isEmpty(part.blocks)
      ? [new Paragraph({ style: 'TableNote', text: document.words.empty })]
      : part.blocks.flatMap((block) => blockOf(block, writing))),
  ]);
  const word = new Document({
    title: document.title,
    subject: document.subtitle,
    creator: 'Schakel',
    lastModifiedBy: 'Schakel',
    footnotes: writing.footnotes,
    numbering: {
      config: [numbered('bullets', LevelFormat.BULLET, ['•', '–', '•']), numbered('numbers', LevelFormat.DECIMAL, ['%1.', '%2.', '%3.'])],
    },
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 22, color: INK, language: { value: document.language === 'nl' ? 'nl-NL' : 'en-GB' } },
          paragraph: { spacing: { line: 288, after: 120 } },
        },
        title: { run: { font: FONT, size: 44, bold: true, color: INK }, paragraph: { spacing: { after: 60 } } },
        heading1: headingStyle(32, 400),
        heading2: headingStyle(26, 280),
        heading3: headingStyle(23, 220),
        heading4: headingStyle(22, 200),
      },
      paragraphStyles,
    },
    sections: [
      {
        properties: { page: { size: { width: 11_906, height: 16_838 }, margin: { top: 1304, bottom: 1304, left: MARGIN, right: MARGIN } } },
        headers: {
          default: new Header({ children: [new Paragraph({ children: [new TextRun({ text: document.header, size: 17, color: FAINT })] })] }),
        },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.END,
                children: [
                  new TextRun({ text: `${document.words.page} `, size: 17, color: FAINT }),
                  new TextRun({ children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES], size: 17, color: FAINT }),
                ],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({ heading: HeadingLevel.TITLE, text: document.title }),
          new Paragraph({ style: 'TableNote', text: document.subtitle }),
          new Paragraph({ style: 'Caption', text: document.words.contents }),
          new TableOfContents(document.words.contents, {
            hyperlink: true,
            headingStyleRange: '1-3',
            cachedEntries: document.parts.map((part) => ({ title: part.title, level: 1 })),
          }),
          ...body,
        ],
      },
    ],
  });
  return repack(new Uint8Array(await Packer.toArrayBuffer(word)));
}
