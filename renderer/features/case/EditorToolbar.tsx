/** The tools of the text: style, bold, lists, quote, table, note, and a block from the data. */
import { ActionIcon, Button, Menu, Select, Tooltip } from '@mantine/core';
import { IconBold, IconItalic, IconList, IconListNumbers, IconNote, IconQuote, IconTable, IconTablePlus } from '@tabler/icons-react';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import type { ReactNode } from 'react';
import { caseBlocks } from '../../../shared/contract/case.ts';
import { useT } from '../../ui/words.tsx';

const styles = ['paragraph', '1', '2', '3'] as const;

interface Tool {
  readonly key: 'bold' | 'italic' | 'bullets' | 'numbers' | 'quote' | 'table' | 'note';
  readonly icon: ReactNode;
  readonly active: string | null;
  act(editor: Editor): void;
}

const size = { size: 17, stroke: 1.6 };
const tools: readonly Tool[] = [
  { key: 'bold', icon: <IconBold {...size} />, active: 'bold', act: (editor) => editor.chain().focus().toggleBold().run() },
  { key: 'italic', icon: <IconItalic {...size} />, active: 'italic', act: (editor) => editor.chain().focus().toggleItalic().run() },
  { key: 'bullets', icon: <IconList {...size} />, active: 'bulletList', act: (editor) => editor.chain().focus().toggleBulletList().run() },
  { key: 'numbers', icon: <IconListNumbers {...size} />, active: 'orderedList', act: (editor) => editor.chain().focus().toggleOrderedList().run() },
  { key: 'quote', icon: <IconQuote {...size} />, active: 'blockquote', act: (editor) => editor.chain().focus().toggleBlockquote().run() },
  {
    key: 'table',
    icon: <IconTable {...size} />,
    active: null,
    act: (editor) => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  },
  {
    key: 'note',
    icon: <IconNote {...size} />,
    active: null,
    act: (editor) =>
      editor
        .chain()
        .focus()
        .insertContent({ type: 'note', attrs: { text: '' } })
        .run(),
  },
];

/** Rows and columns, only while the cursor is in a table; one command at a time, as tables want. */
function TableTools({ editor }: { readonly editor: Editor }) {
  const t = useT();
  const acts = {
    addRow: () => editor.chain().focus().addRowAfter().run(),
    addColumn: () => editor.chain().focus().addColumnAfter().run(),
    removeRow: () => editor.chain().focus().deleteRow().run(),
    removeColumn: () => editor.chain().focus().deleteColumn().run(),
    removeTable: () => editor.chain().focus().deleteTable().run(),
  } as const;
  return (
    <Menu>
      <Menu.Target>
        <Button size="xs">{t(($) => $.caseScreen.tools.tableMenu)}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(Object.keys(acts) as (keyof typeof acts)[]).map((key) => (
          <Menu.Item key={key} onClick={acts[key]}>
            {t(($) => $.caseScreen.tools[key])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

export function EditorToolbar({ editor }: { readonly editor: Editor }) {
  const t = useT();
  const state = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      style: styles.find((style) => style !== 'paragraph' && current.isActive('heading', { level: Number(style) })) ?? 'paragraph',
      active: tools.filter((tool) => tool.active !== null && current.isActive(tool.active)).map((tool) => tool.key),
      inTable: current.isActive('table'),
    }),
  });
  const setStyle = (style: string | null): void => {
    const chain = editor.chain().focus();
    if (style === null || style === 'paragraph') chain.setParagraph().run();
    else chain.setHeading({ level: Number(style) as 1 | 2 | 3 }).run();
  };
  return (
    <div className="case-toolbar" role="toolbar" aria-label={t(($) => $.caseScreen.toolbar)}>
      <Select
        size="xs"
        w={150}
        aria-label={t(($) => $.caseScreen.style)}
        allowDeselect={false}
        data={styles.map((style) => ({ value: style, label: t(($) => $.caseScreen.styles[style]) }))}
        value={state.style}
        onChange={setStyle}
      />
      {tools.map((tool) => (
        <Tooltip key={tool.key} label={t(($) => $.caseScreen.tools[tool.key])}>
          <ActionIcon
            aria-label={t(($) => $.caseScreen.tools[tool.key])}
            aria-pressed={state.active.includes(tool.key)}
            onClick={() => tool.act(editor)}
          >
            {tool.icon}
          </ActionIcon>
        </Tooltip>
      ))}
      {state.inTable && <TableTools editor={editor} />}
      <Menu>
        <Menu.Target>
          <Button size="xs" leftSection={<IconTablePlus {...size} />}>
            {t(($) => $.caseScreen.insert)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {caseBlocks.map((block) => (
            <Menu.Item key={block} onClick={() => editor.chain().focus().insertContent({ type: 'dataBlock', attrs: { block } }).run()}>
              {t(($) => $.case.blocks[block])}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
