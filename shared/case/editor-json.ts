/** The editor's document (tiptap JSON) read into blocks; what is not known is refused, never dropped. */
import type { Block, Cell, Run } from './document.ts';

export interface EditorNode {
  readonly type?: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly EditorNode[];
}

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
    if (child.type === 'note') return [{ text: '', note: String(child.attrs?.text ?? '') }];
    if (child.type !== 'text') throw new UnknownNode(child.type ?? '');
    const marks = new Set((child.marks ?? []).map((mark) => mark.type));
    return [{ text: child.text ?? '', ...(marks.has('bold') ? { bold: true } : {}), ...(marks.has('italic') ? { italic: true } : {}) }];
  });
}

const cellOf = (node: EditorNode, data: DataOf): Cell => ({
  header: node.type === 'tableHeader',
  columns: Number(node.attrs?.colspan ?? 1),
  rows: Number(node.attrs?.rowspan ?? 1),
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
        return [{ kind: 'heading', level: Math.min(3, Math.max(1, Number(node.attrs?.level ?? 2))) as 1 | 2 | 3, runs: runsOf(node) }];
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
