/** Erasing a person for good: asked with the name, because undo does not reach over it; then it says where the name still stands. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useHost } from '../../client/host-context.tsx';
import { useCommand } from '../../client/use-command.ts';
import { useOperation } from '../../client/use-operation.ts';
import { type Person, useRemoval } from '../../features/record/index.ts';
import { useView } from '../../state/view.store.ts';
import { FailureNote } from '../../ui/FailureNote.tsx';
import { counted, kindsCounted, useFormat, useT } from '../../ui/words.tsx';
import { FoundText, type InText, useGoToText } from './FoundText.tsx';

/** So many places are shown at once. */
const MOST = 20;

/** Who is erased now, or where the name of who was just erased still stands. */
export function EraseDialog() {
  const erasing = useRemoval((removal) => removal.erasing);
  // as it was then: a list that followed the texts would come up again whenever someone types the name
  const [found, setFound] = useState<readonly InText[]>([]);
  if (erasing) return <Question key={erasing.id} person={erasing} onErased={setFound} />;
  return found.length === 0 ? null : <Remains found={found} onClose={() => setFound([])} />;
}

function Question({ person, onErased }: { readonly person: Person; readonly onErased: (found: readonly InText[]) => void }) {
  const t = useT();
  const host = useHost();
  const format = useFormat();
  const close = () => useRemoval.getState().erase(null);
  const [typed, setTyped] = useState('');
  const check = useOperation('entity.check', { id: person.id });
  const erasure = useCommand('erasure.create');
  const kinds = kindsCounted(t, format, check.data?.goes ?? []);
  const isSure = typed.trim().toLowerCase() === person.name.trim().toLowerCase();
  const erase = async (event: FormEvent) => {
    event.preventDefault();
    if (!isSure || erasure.busy) return;
    const done = await erasure.run({ personId: person.id });
    if (!done) return;
    useView.setState({ trail: [] });
    useView.getState().say(done.backups > 0 ? counted(t, ($) => $.erase.doneWithCopies, done.backups) : t(($) => $.erase.done));
    const left = await host.run('search.list', { text: person.name.slice(0, 200), limit: MOST + 1 });
    onErased(left.ok ? (left.value as { readonly found: readonly InText[] }).found : []);
    close();
  };
  return (
    <Modal opened onClose={close} title={t(($) => $.erase.title, { name: person.name })} padding="lg">
      <form className="erase" onSubmit={(event) => void erase(event)}>
        <p>{kinds.length > 0 ? t(($) => $.erase.goes, { what: format.list(kinds) }) : t(($) => $.erase.alone)}</p>
        <p>
          <strong>{t(($) => $.erase.forGood)}</strong>
        </p>
        <p>{t(($) => $.erase.stays)}</p>
        <TextInput
          id="erase-sure"
          label={t(($) => $.erase.sure)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
          autoComplete="off"
          data-autofocus
        />
        <FailureNote failure={erasure.failure} />
        <Group justify="flex-end" mt="lg" gap="sm">
          <Button onClick={close}>{t(($) => $.app.cancel)}</Button>
          <Button type="submit" variant="filled" disabled={!isSure || erasure.busy} loading={erasure.busy}>
            {t(($) => $.erase.action)}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function Remains({ found, onClose }: { readonly found: readonly InText[]; readonly onClose: () => void }) {
  const t = useT();
  const goTo = useGoToText();
  return (
    <Modal opened onClose={onClose} title={counted(t, ($) => $.erase.still, Math.min(found.length, MOST))} padding="lg">
      <p>{t(($) => $.erase.stillText)}</p>
      <ul className="remains">
        {found.slice(0, MOST).map((item) => (
          <li key={item.id}>
            <button
              type="button"
              className="remains-place"
              onClick={() => {
                onClose();
                goTo(item);
              }}
            >
              <FoundText item={item} />
            </button>
          </li>
        ))}
      </ul>
      {found.length > MOST && <p>{t(($) => $.erase.atLeast, { count: MOST })}</p>}
      <Group justify="flex-end" mt="lg">
        <Button onClick={onClose} data-autofocus>
          {t(($) => $.app.close)}
        </Button>
      </Group>
    </Modal>
  );
}
