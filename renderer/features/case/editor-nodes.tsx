/** What the editor knows besides ordinary text: a note at the foot, and a block that comes from the data. */
import { Popover, Textarea } from '@mantine/core';
import { mergeAttributes, Node } from '@tiptap/core';
import { TableKit } from '@tiptap/extension-table';
import { NodeViewWrapper, type ReactNodeViewProps, ReactNodeViewRenderer } from '@tiptap/react';
import StarterKit from '@tiptap/starter-kit';
import { useState } from 'react';
import { useT } from '../../ui/words.tsx';
import { DataBlock } from './DataBlock.tsx';

function NoteView({ node, updateAttributes, selected }: ReactNodeViewProps) {
  const t = useT();
  const [open, setOpen] = useState(node.attrs.text === '');
  return (
    <NodeViewWrapper as="span" className="case-note">
      <Popover opened={open} onChange={setOpen} width={320} trapFocus withinPortal>
        <Popover.Target>
          <button
            type="button"
            data-selected={selected}
            aria-label={t(($) => $.caseScreen.note, { text: String(node.attrs.text) })}
            onClick={() => setOpen(!open)}
          >
            *
          </button>
        </Popover.Target>
        <Popover.Dropdown>
          <Textarea
            label={t(($) => $.caseScreen.noteText)}
            autosize
            minRows={2}
            defaultValue={String(node.attrs.text)}
            onBlur={(event) => updateAttributes({ text: event.currentTarget.value })}
          />
        </Popover.Dropdown>
      </Popover>
    </NodeViewWrapper>
  );
}

const note = Node.create({
  name: 'note',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ text: { default: '' } }),
  parseHTML: () => [{ tag: 'span[data-note]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', mergeAttributes({ 'data-note': '' }, HTMLAttributes)],
  addNodeView: () => ReactNodeViewRenderer(NoteView),
});

const dataBlock = Node.create({
  name: 'dataBlock',
  group: 'block',
  atom: true,
  draggable: true,
  addAttributes: () => ({ block: { default: 'facts' } }),
  parseHTML: () => [{ tag: 'div[data-block]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', mergeAttributes({ 'data-block': '' }, HTMLAttributes)],
  addNodeView: () => ReactNodeViewRenderer(DataBlock),
});

/** Only what every format can write: whatever else is pasted becomes plain text, so that an export loses nothing. */
export const extensions = [
  StarterKit.configure({
    heading: { levels: [1, 2, 3] },
    code: false,
    codeBlock: false,
    horizontalRule: false,
    strike: false,
    underline: false,
    link: false,
  }),
  TableKit.configure({ table: { resizable: false } }),
  note,
  dataBlock,
];
