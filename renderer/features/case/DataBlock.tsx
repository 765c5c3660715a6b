/** A block from the data in the text: says its date, and cannot be typed in. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconDroplets, IconSitemap, IconTable, IconTrash } from '@tabler/icons-react';
import { NodeViewWrapper, type ReactNodeViewProps } from '@tiptap/react';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat, useT } from '../../ui/words.tsx';
import { DiagramFigure } from '../diagram/index.ts';
import { RingsFigure } from '../yields/index.ts';
import { useCase } from './case-context.ts';

type Block = Output<'case.get'>['parts'][number]['blocks'][number];

function BlockTable({ block }: { readonly block: Block }) {
  return (
    <>
      {block.rows.length > 0 && (
        <table>
          <thead>
            <tr>
              {block.header.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((cell, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell has no name but its column
                  <td key={index}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {block.note !== null && <p className="case-block-note">{block.note}</p>}
    </>
  );
}

export function DataBlock({ node, deleteNode, selected }: ReactNodeViewProps) {
  const t = useT();
  const format = useFormat();
  const current = useCase();
  const name = node.attrs.block as Block['block'];
  const block = current?.parts.flatMap((part) => part.blocks).find((other) => other.block === name);
  const Icon = name === 'diagram' ? IconSitemap : name === 'rings' ? IconDroplets : IconTable;
  return (
    <NodeViewWrapper className="case-block" data-selected={selected} contentEditable={false} data-drag-handle>
      <div className="case-block-head">
        <Icon size={16} stroke={1.6} aria-hidden="true" />
        <strong>{t(($) => $.case.blocks[name])}</strong>
        {current && <span>{t(($) => $.case.fromData, { date: format.day(current.at) })}</span>}
        <Tooltip label={t(($) => $.caseScreen.removeBlock)}>
          <ActionIcon aria-label={t(($) => $.caseScreen.removeBlockOf, { name: t(($) => $.case.blocks[name]) })} onClick={deleteNode}>
            <IconTrash size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      {current && name === 'diagram' && <DiagramFigure networkId={current.network.id} at={current.at} />}
      {current && name === 'rings' && <RingsFigure networkId={current.network.id} at={current.at} />}
      {block && name !== 'diagram' && <BlockTable block={block} />}
    </NodeViewWrapper>
  );
}
