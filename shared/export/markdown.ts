/** A case description as Markdown: one file, drawings inside it. */
import type { Block, CaseDocument, Run } from '../case/document.ts';

const escaped = (text: string): string => text.replace(/([\\`*_[\]<>#|~&])/g, '\\$1');
/** What stands at the start of a line would make it a list, a heading or a rule. */
const asText = (line: string): string =>
  line
    .trimStart()
    .replace(/^(?=[-+=])/, '\\')
    .replace(/^(\d+)([.)])/, '$1\\$2');

class Notes {
  readonly list: string[] = [];
  add(text: string): string {
    this.list.push(text);
    return `[^${this.list.length}]`;
  }
}

function inline(runs: readonly Run[], notes: Notes): string {
  return runs
    .map((run) => {
      if (run.note !== undefined) return notes.add(run.note);
      const text = escaped(run.text).replaceAll('\n', '  \n');
      const italic = run.italic ? `*${text}*` : text;
      return run.bold ? `**${italic}**` : italic;
    })
    .join('');
}

const tableRow = (cells: readonly string[]): string => `| ${cells.map((cell) => cell.replaceAll('\n', ' ')).join(' | ')} |`;

function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [tableRow(header), tableRow(header.map(() => '---')), ...rows.map(tableRow)].join('\n');
}

/** Bytes as base64 without Node or a browser. */
function base64(bytes: Uint8Array): string {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  let out = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = [bytes[at], bytes[at + 1], bytes[at + 2]];
    const left = bytes.length - at;
    out += `${signs[a >> 2]}${signs[((a & 3) << 4) | (b >> 4)]}${left > 1 ? signs[((b & 15) << 2) | (c >> 6)] : '='}${left > 2 ? signs[c & 63] : '='}`;
  }
  return out;
}

class Numbers {
  #figure = 0;
  #table = 0;
  figure(): number {
    this.#figure += 1;
    return this.#figure;
  }
  table(): number {
    this.#table += 1;
    return this.#table;
  }
}

interface Writing {
  readonly document: CaseDocument;
  readonly notes: Notes;
  readonly numbers: Numbers;
}

const lines = (runs: readonly Run[], writing: Writing): string => inline(runs, writing.notes).split('\n').map(asText).join('\n');

function list(block: Extract<Block, { kind: 'list' }>, writing: Writing): string {
  return block.items
    .map((item, index) => {
      const text = item.map((child) => blockOf(child, writing)).join('\n');
      const sign = block.ordered ? `${index + 1}. ` : '- ';
      return sign + text.replaceAll('\n', `\n${' '.repeat(sign.length)}`);
    })
    .join('\n');
}

function blockOf(block: Block, writing: Writing): string {
  const { words } = writing.document;
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.level + 2)} ${inline(block.runs, writing.notes).replace(/ *\n/g, ' ')}`;
    case 'paragraph':
      return lines(block.runs, writing);
    case 'quote':
      return `> ${lines(block.runs, writing).replaceAll('\n', '\n> ')}`;
    case 'list':
      return list(block, writing);
    case 'table': {
      const rows = block.rows.map((cells) => cells.map((cell) => cell.blocks.map((child) => blockOf(child, writing)).join(' ')));
      return table(rows[0] ?? [], rows.slice(1));
    }
    case 'dataTable': {
      const head = `**${words.table} ${writing.numbers.table()}.** ${escaped(block.title)} (${block.asOf})`;
      const body =
        block.rows.length === 0
          ? ''
          : `\n\n${table(
              block.header.map(escaped),
              block.rows.map((cells) => cells.map(escaped)),
            )}`;
      return head + body + (block.note === null ? '' : `\n\n*${escaped(block.note)}*`);
    }
    case 'figure':
      return `![${escaped(block.alt)}](data:image/png;base64,${base64(block.png)})\n\n**${words.figure} ${writing.numbers.figure()}.** ${escaped(block.title)} (${block.asOf})`;
  }
}

/** @returns UTF-8 */
export async function writeMarkdown(document: CaseDocument): Promise<Uint8Array> {
  const writing: Writing = { document, notes: new Notes(), numbers: new Numbers() };
  const parts = document.parts.map((part) => {
    const text = part.blocks.map((block) => blockOf(block, writing)).filter((block) => block !== '');
    return [`## ${part.title}`, ...(text.length > 0 ? text : [`*${document.words.empty}*`])].join('\n\n');
  });
  const notes = writing.notes.list.map((note, index) => `[^${index + 1}]: ${escaped(note).replaceAll('\n', ' ')}`);
  const whole = [`# ${escaped(document.title)}`, escaped(document.subtitle), ...parts, ...(notes.length > 0 ? [notes.join('\n')] : [])].join('\n\n');
  return new TextEncoder().encode(`${whole}\n`);
}
