/** Layers and teams as a tree: arrows walk, Enter edits, N makes a new one, Alt Shift arrows move, Delete removes. */
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useView } from '../../state/view.store.ts';
import { ProcessSign } from '../../ui/Sign.tsx';
import { useFormat, useT } from '../../ui/words.tsx';
import { useRemoval } from '../record/index.ts';
import { TreeMenu } from './TreeMenu.tsx';
import { openRow, presetUnder } from './tree-actions.ts';
import type { TreeRow } from './tree-model.ts';
import { type Moves, useMoves } from './use-moves.ts';

interface Props {
  readonly rows: readonly TreeRow[];
  readonly networkId: string;
  readonly chosen: string;
  readonly folded: ReadonlySet<string>;
  readonly onChoose: (id: string) => void;
  readonly onFold: (id: string, fold: boolean) => void;
}

function useTreeKeys({ rows, networkId, folded, onChoose, onFold }: Props, moves: Moves, focus: (id: string) => void) {
  const ask = useRemoval((removal) => removal.ask);
  const go = (row: TreeRow | undefined) => {
    if (!row) return;
    onChoose(row.id);
    focus(row.id);
  };
  const moved = (event: KeyboardEvent, row: TreeRow): boolean => {
    const move = { ArrowUp: moves.up, ArrowDown: moves.down, ArrowRight: moves.into, ArrowLeft: moves.out }[event.key];
    move?.(row);
    return move !== undefined;
  };
  return (event: KeyboardEvent, row: TreeRow) => {
    if (event.ctrlKey || event.metaKey) return;
    const at = rows.indexOf(row);
    const open = row.hasChildren && !folded.has(row.id);
    const keys = new Map<string, () => void>([
      ['ArrowDown', () => go(rows[at + 1])],
      ['ArrowUp', () => go(rows[at - 1])],
      ['Home', () => go(rows[0])],
      ['End', () => go(rows.at(-1))],
      ['ArrowRight', () => (row.hasChildren && !open ? onFold(row.id, false) : open && go(rows[at + 1]))],
      ['ArrowLeft', () => (open ? onFold(row.id, true) : go(rows.find((other) => other.id === row.parent)))],
      ['Enter', () => openRow(row)],
      ['n', () => useView.getState().show({ type: 'new', kind: 'unit', preset: presetUnder(networkId, row) })],
      ['Delete', () => (row.kind === 'unit' || row.kind === 'layer') && ask([{ kind: row.kind, id: row.id }])],
    ]);
    if (event.altKey) {
      if (event.shiftKey && moved(event, row)) event.preventDefault();
      return;
    }
    const key = keys.get(event.key.length === 1 ? event.key.toLowerCase() : event.key);
    if (!key) return;
    event.preventDefault();
    key();
  };
}

export function Tree(props: Props) {
  const t = useT();
  const tree = useRef<HTMLDivElement>(null);
  const moves = useMoves(props.rows);
  const focus = (id: string) => tree.current?.querySelector<HTMLElement>(`[data-tree="${id}"]`)?.focus();
  const onKeyDown = useTreeKeys(props, moves, focus);
  const [menu, setMenu] = useState<string | null>(null);
  const tabStop = props.rows.some((row) => row.id === props.chosen) ? props.chosen : props.rows[0]?.id;
  // what had the focus was removed: the tree keeps it
  const inside = useRef(false);
  useEffect(() => {
    if (inside.current && document.activeElement === document.body && tabStop !== undefined)
      tree.current?.querySelector<HTMLElement>(`[data-tree="${tabStop}"]`)?.focus();
  });
  return (
    <div
      className="tree"
      role="tree"
      aria-label={t(($) => $.app.teams.title)}
      ref={tree}
      onFocus={() => {
        inside.current = true;
      }}
      onBlur={() => {
        inside.current = false;
      }}
    >
      {props.rows.map((row) => (
        <Item
          key={row.id}
          row={row}
          props={props}
          isTabStop={row.id === tabStop}
          menu={
            row.kind === 'unit' || row.kind === 'layer' ? (
              <TreeMenu
                row={row}
                rows={props.rows}
                moves={moves}
                networkId={props.networkId}
                isTabStop={row.id === tabStop}
                opened={menu === row.id}
                onToggle={(open) => setMenu(open ? row.id : null)}
              />
            ) : null
          }
          onKeyDown={onKeyDown}
        />
      ))}
    </div>
  );
}

interface ItemProps {
  readonly row: TreeRow;
  readonly props: Props;
  readonly isTabStop: boolean;
  readonly menu: React.ReactNode;
  readonly onKeyDown: (event: KeyboardEvent, row: TreeRow) => void;
}

function Item({ row, props, isTabStop, menu, onKeyDown }: ItemProps) {
  const { folded, chosen, onChoose, onFold } = props;
  const isOpen = row.hasChildren ? !folded.has(row.id) : undefined;
  return (
    <div className="tree-row" role="none" data-kind={row.kind} data-presence={row.unit?.presence} data-chosen={row.id === chosen || undefined}>
      <div
        role="treeitem"
        className="tree-item"
        data-tree={row.id}
        aria-level={row.level}
        aria-expanded={isOpen}
        aria-selected={row.id === chosen}
        aria-posinset={row.position + 1}
        aria-setsize={row.siblings}
        tabIndex={isTabStop ? 0 : -1}
        style={{ paddingLeft: `${(row.level - 1) * 1 + 0.4}rem` }}
        onClick={() => onChoose(row.id)}
        onDoubleClick={() => openRow(row)}
        onKeyDown={(event) => event.target === event.currentTarget && onKeyDown(event, row)}
      >
        <span
          className="tree-fold"
          data-open={isOpen}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            if (row.hasChildren) onFold(row.id, isOpen === true);
          }}
        />
        <span className="tree-name">{row.name}</span>
        <ItemSigns row={row} />
        {menu}
      </div>
    </div>
  );
}

function ItemSigns({ row }: { readonly row: TreeRow }) {
  const t = useT();
  const format = useFormat();
  const { unit } = row;
  if (!unit) return null;
  const { min } = unit.unnamed;
  return (
    <>
      {unit.processes.map((process) => (
        <ProcessSign key={process} process={process} label={t(($) => $.lists.process[process as 'practice'])} />
      ))}
      <span className="tree-count">
        {unit.people.yes + unit.people.perhaps > 0 ? format.count(unit.people) : ''}
        {min > 0 && <span className="tag tree-seats" title={t(($) => $.app.teams.unnamed, { min })}>{`${min}×`}</span>}
      </span>
    </>
  );
}
