/** Removing: at once when nothing else goes, after one question when more goes; undo takes it back either way. */
import { Button, Group, Modal } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { HostApi } from '../../../shared/contract/result.ts';
import { useHost } from '../../client/host-context.tsx';
import { useView } from '../../state/view.store.ts';
import { kindsCounted, useFormat, useT } from '../../ui/words.tsx';
import { type Target, type Together, useRemoval } from './removal.store.ts';

interface Question {
  readonly targets: readonly Target[];
  readonly name: string;
  readonly goes: ReadonlyMap<string, number>;
  readonly together: Together | null;
}

async function look(host: HostApi, targets: readonly Target[]): Promise<Pick<Question, 'name' | 'goes'> | string> {
  const goes = new Map<string, number>();
  const names: string[] = [];
  for (const { id } of targets) {
    const outcome = await host.run('entity.check', { id });
    if (!outcome.ok) return outcome.error.message;
    const checked = outcome.value as { name: string; goes: { kind: string; count: number }[] };
    names.push(checked.name);
    for (const { kind, count } of checked.goes) goes.set(kind, (goes.get(kind) ?? 0) + count);
  }
  return { name: names.filter(Boolean).join(', '), goes };
}

/** Takes the removed records out of the drawer and says so, with the way back. */
function leave(targets: readonly Target[], text: string): void {
  const gone = new Set(targets.map((target) => target.id));
  useView.setState(({ trail }) => ({ trail: trail.filter((shown) => shown.type !== 'record' || !gone.has(shown.id)) }));
  useView.getState().say(text, true);
}

export function RemovalDialog() {
  const t = useT();
  const format = useFormat();
  const host = useHost();
  const { asked, together, done } = useRemoval();
  const [question, setQuestion] = useState<Question | null>(null);
  const say = useView((view) => view.say);

  const remove = async ({ targets, name, together }: Question) => {
    setQuestion(null);
    if (together) {
      const outcome = await together.run(host);
      if (!outcome.ok) return say(outcome.error.message);
      leave(targets, together.removed);
      return together.onGone();
    }
    const group = crypto.randomUUID();
    for (const { kind, id } of targets) {
      const outcome = await host.run(`${kind}.remove`, { id }, targets.length > 1 ? { group } : undefined);
      if (!outcome.ok) return say(outcome.error.message);
    }
    const kind = (t.words.lists.entityKind as Record<string, string>)[targets[0]?.kind ?? ''] ?? '';
    leave(
      targets,
      t(($) => $.app.drawer.removed, { name: name === '' ? kind : name }),
    );
  };
  const begin = useEffectEvent(async (targets: readonly Target[]) => {
    const as = together;
    done();
    const found = await look(host, targets);
    if (typeof found === 'string') return say(found);
    const next = { targets, ...found, together: as };
    if (found.goes.size === 0 && targets.length === 1) await remove(next);
    else setQuestion(next);
  });
  useEffect(() => {
    if (asked.length > 0) void begin(asked);
  }, [asked]);

  const kinds = kindsCounted(
    t,
    format,
    [...(question?.goes ?? [])].map(([kind, count]) => ({ kind, count })),
  );
  return (
    <Modal
      opened={question !== null}
      onClose={() => setQuestion(null)}
      title={question?.together?.title ?? t(($) => $.app.drawer.removeTitle, { name: question?.name ?? '' })}
      padding="lg"
    >
      {question?.together && <p>{question.together.about}</p>}
      <p>{kinds.length > 0 ? t(($) => $.app.drawer.removeGoes, { what: format.list(kinds) }) : t(($) => $.app.drawer.removeMany)}</p>
      <Group justify="flex-end" mt="lg" gap="sm">
        <Button onClick={() => setQuestion(null)} data-autofocus>
          {t(($) => $.app.cancel)}
        </Button>
        <Button variant="filled" onClick={() => question && void remove(question)}>
          {t(($) => $.app.drawer.remove)}
        </Button>
      </Group>
    </Modal>
  );
}
