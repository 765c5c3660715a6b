/** The editor's document (tiptap JSON) read into blocks; what is not known is refused, never dropped. */
import { plainText } from '../domain/plain-text.ts';
import type { Block, Cell, Run } from './document.ts';

export interface EditorNode {
  readonly type?: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly EditorNode[];
}

/** No text that someone writes goes this deep; what does would break whatever walks through it. */
const DEEPEST = 60;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Plain values, as JSON has them; `levels` more may be inside. */
function isJson(value: unknown, levels: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || levels === 0) return value === undefined;
  return Object.values(value).every((inner) => isJson(inner, levels - 1));
}

const parts = new Set(['type', 'text', 'attrs', 'marks', 'content']);

function isNode(value: unknown, levels: number): boolean {
  if (levels === 0 || !isObject(value) || typeof value.type !== 'string' || !Object.keys(value).every((key) => parts.has(key))) return false;
  const { text, attrs, marks, content } = value;
  const textFits = text === undefined || typeof text === 'string';
  const attrsFit = attrs === undefined || (isObject(attrs) && isJson(attrs, 5));
  const marksFit =
    marks === undefined || (Array.isArray(marks) && marks.every((mark) => isObject(mark) && typeof mark.type === 'string' && isJson(mark, 5)));
  return (
    textFits && attrsFit && marksFit && (content === undefined || (Array.isArray(content) && content.every((child) => isNode(child, levels - 1))))
  );
}

/** Whether a value is a document of the editor, in form: which nodes there are is for whoever writes it out. */
export const isEditorDocument = (value: unknown): boolean => value === undefined || (isNode(value, DEEPEST) && (value as EditorNode).type === 'doc');

export class UnknownNode extends Error {
  readonly node: string;
  constructor(node: string) {
    super(`unknown node: ${node}`);
    this.node = node;
  }
}

function runsOf(node: EditorNode): Run[] {
  return (node.content ?? []).flatMap((child): Run[] => {
    if (child.type === 'hardBreak') return [{ text: '\n' }];
    if (child.type === 'note') return [{ text: '', note: plainText(String(child.attrs?.text ?? '')) }];
    if (child.type !== 'text') throw new UnknownNode(child.type ?? '');
    const marks = new Set((child.marks ?? []).map((mark) => mark.type));
    return [{ text: plainText(child.text ?? ''), ...(marks.has('bold') ? { bold: true } : {}), ...(marks.has('italic') ? { italic: true } : {}) }];
  });
}

/** A whole number that a table can have. */
const span = (value: unknown): number => Math.min(100, Math.max(1, Math.trunc(Number(value ?? 1)) || 1));

const cellOf = (node: EditorNode, data: DataOf): Cell => ({
  header: node.type === 'tableHeader',
  columns: span(node.attrs?.colspan),
  rows: span(node.attrs?.rowspan),
  blocks: blocksOf(node.content ?? [], data),
});

/** Gives the blocks for a data block of the editor. */
export type DataOf = (block: string) => readonly Block[];

/**
 * @param nodes the content of the editor's document
 * @throws UnknownNode for a node that this version cannot write
 */
export function blocksOf(nodes: readonly EditorNode[], data: DataOf): Block[] {
  return nodes.flatMap((node): Block[] => {
    switch (node.type) {
      case 'paragraph':
        return [{ kind: 'paragraph', runs: runsOf(node) }];
      case 'heading':
        return [
          { kind: 'heading', level: Math.min(3, Math.max(1, Math.trunc(Number(node.attrs?.level ?? 2)) || 2)) as 1 | 2 | 3, runs: runsOf(node) },
        ];
      case 'blockquote':
        return blocksOf(node.content ?? [], data).map((block) => (block.kind === 'paragraph' ? { ...block, kind: 'quote' } : block));
      case 'bulletList':
      case 'orderedList':
        return [
          { kind: 'list', ordered: node.type === 'orderedList', items: (node.content ?? []).map((item) => blocksOf(item.content ?? [], data)) },
        ];
      case 'table':
        return [{ kind: 'table', rows: (node.content ?? []).map((row) => (row.content ?? []).map((cell) => cellOf(cell, data))) }];
      case 'dataBlock':
        return [...data(String(node.attrs?.block ?? ''))];
      default:
        throw new UnknownNode(node.type ?? '');
    }
  });
}
