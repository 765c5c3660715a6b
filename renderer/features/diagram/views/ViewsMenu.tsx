/** The saved views in the toolbar: keep, open, change, order, remove; and the slides that they are. */
import { ActionIcon, Button, Menu, Popover, Textarea, TextInput } from '@mantine/core';
import { IconBookmarks, IconDots, IconPresentation } from '@tabler/icons-react';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { useView } from '../../../state/view.store.ts';
import { FailureNote } from '../../../ui/FailureNote.tsx';
import { useFormat, useT } from '../../../ui/words.tsx';
import type { Reading, SavedView } from '../read/use-reading.ts';
import type { Views } from './use-views.ts';

interface Props {
  readonly reading: Reading;
  readonly views: Views;
  present(): void;
}

function SaveForm({ views }: { readonly views: Views }) {
  const t = useT();
  const [name, setName] = useState('');
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void views.save(name.trim());
    setName('');
  };
  return (
    <form className="views-save" onSubmit={keep}>
      <TextInput
        size="xs"
        data-autofocus
        aria-label={t(($) => $.reading.views.name)}
        placeholder={t(($) => $.reading.views.name)}
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" disabled={name.trim() === ''}>
        {t(($) => $.reading.views.save)}
      </Button>
    </form>
  );
}

/** Name, text and date of a view, in the place of its row. */
function EditForm({ view, views, done }: { readonly view: SavedView; readonly views: Views; done(): void }) {
  const t = useT();
  const format = useFormat();
  const today = useView((state) => state.day);
  const [name, setName] = useState(view.name);
  const [note, setNote] = useState(view.note ?? '');
  const [day, setDay] = useState(view.day);
  const keep = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() === '') return;
    void views.change(view.id, { name: name.trim(), note: note.trim() === '' ? null : note, day });
    done();
  };
  const fixed = view.day ?? today;
  return (
    <form className="views-edit" onSubmit={keep}>
      <TextInput
        size="xs"
        data-autofocus
        autoFocus
        label={t(($) => $.reading.views.name)}
        maxLength={300}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Textarea
        size="xs"
        label={t(($) => $.reading.views.note)}
        autosize
        minRows={2}
        maxRows={6}
        value={note}
        onChange={(event) => setNote(event.currentTarget.value)}
      />
      <fieldset className="filter-group">
        <legend>{t(($) => $.reading.views.date)}</legend>
        <label className="filter-row">
          <input type="radio" name={`day-${view.id}`} checked={day === null} onChange={() => setDay(null)} />
          <span>{t(($) => $.reading.views.followsDay)}</span>
        </label>
        <label className="filter-row">
          <input type="radio" name={`day-${view.id}`} checked={day !== null} onChange={() => setDay(fixed)} />
          <span>{t(($) => $.reading.views.ownDay, { day: format.day(fixed) })}</span>
        </label>
      </fieldset>
      <Button size="xs" type="submit" disabled={name.trim() === ''}>
        {t(($) => $.reading.views.done)}
      </Button>
    </form>
  );
}

interface RowProps {
  readonly view: SavedView;
  readonly place: number;
  readonly reading: Reading;
  readonly views: Views;
  edit(): void;
}

function Row({ view, place, reading, views, edit }: RowProps) {
  const t = useT();
  const last = reading.views.length - 1;
  const keys = (event: KeyboardEvent): void => {
    const by = event.altKey ? { ArrowUp: -1, ArrowDown: 1 }[event.key] : undefined;
    if (by === undefined) return;
    // the same keys elsewhere shift the date
    event.preventDefault();
    event.stopPropagation();
    event.nativeEvent.stopImmediatePropagation();
    void views.move(view, place + by);
  };
  return (
    <li
      className="views-row"
      data-current={reading.view?.id === view.id || undefined}
      draggable
      onDragStart={(event) => event.dataTransfer.setData('application/x-schakel-view', view.id)}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes('application/x-schakel-view')) event.preventDefault();
      }}
      onDrop={(event) => {
        event.preventDefault();
        const dropped = reading.views.find((one) => one.id === event.dataTransfer.getData('application/x-schakel-view'));
        if (dropped && dropped.id !== view.id) void views.move(dropped, place);
      }}
    >
      <span className="views-number" aria-hidden="true">
        {place + 1}
      </span>
      <button
        type="button"
        className="views-open"
        aria-label={t(($) => $.reading.views.open, { name: view.name })}
        aria-current={reading.view?.id === view.id || undefined}
        title={t(($) => $.reading.views.keys)}
        onKeyDown={keys}
        onClick={() => views.open(view)}
      >
        {view.name}
      </button>
      <Menu position="bottom-end" withinPortal={false}>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size="sm" aria-label={t(($) => $.reading.views.more, { name: view.name })}>
            <IconDots size={16} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={edit}>{t(($) => $.reading.views.rename)}</Menu.Item>
          <Menu.Item onClick={() => void views.replace(view)}>{t(($) => $.reading.views.update)}</Menu.Item>
          <Menu.Item disabled={place === 0} onClick={() => void views.move(view, place - 1)}>
            {t(($) => $.reading.views.up)}
          </Menu.Item>
          <Menu.Item disabled={place === last} onClick={() => void views.move(view, place + 1)}>
            {t(($) => $.reading.views.down)}
          </Menu.Item>
          <Menu.Item onClick={() => void views.remove(view)}>{t(($) => $.reading.views.remove)}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  );
}

export function ViewsMenu({ reading, views, present }: Props) {
  const t = useT();
  const [editing, setEditing] = useState<string | null>(null);
  const some = reading.views.length > 0;
  return (
    <>
      <Popover position="bottom-start" width={360} trapFocus returnFocus onClose={() => setEditing(null)}>
        <Popover.Target>
          <Button variant={reading.view ? 'filled' : 'default'} size="xs" leftSection={<IconBookmarks size={16} stroke={1.6} />}>
            {t(($) => $.reading.views.button)}
          </Button>
        </Popover.Target>
        <Popover.Dropdown className="reading-panel" aria-label={t(($) => $.reading.views.title)}>
          {some ? (
            <ol className="views-list" aria-label={t(($) => $.reading.views.list)}>
              {reading.views.map((view, place) =>
                editing === view.id ? (
                  <li key={view.id}>
                    <EditForm view={view} views={views} done={() => setEditing(null)} />
                  </li>
                ) : (
                  <Row key={view.id} view={view} place={place} reading={reading} views={views} edit={() => setEditing(view.id)} />
                ),
              )}
            </ol>
          ) : (
            <p className="reading-hint">{t(($) => $.reading.views.none)}</p>
          )}
          {editing === null && <SaveForm views={views} />}
          {views.failure && <FailureNote failure={views.failure} />}
        </Popover.Dropdown>
      </Popover>
      {some && (
        <Button variant="default" size="xs" leftSection={<IconPresentation size={16} stroke={1.6} />} onClick={present}>
          {t(($) => $.reading.slides.button)}
        </Button>
      )}
    </>
  );
}
