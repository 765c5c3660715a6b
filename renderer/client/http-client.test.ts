import { afterEach, expect, test, vi } from 'vitest';
import { httpClient } from './http-client.ts';

afterEach(() => vi.unstubAllGlobals());

// catches: of two changes in one field the older one that is kept, because its request was overtaken
test('changes are sent one after another, and a question waits for none', async () => {
  const sent: string[] = [];
  const answers = new Map<string, () => void>();
  vi.stubGlobal(
    'EventSource',
    class {
      addEventListener(): void {}
    },
  );
  vi.stubGlobal('fetch', (_path: string, { body }: { body: string }) => {
    const { name, input } = JSON.parse(body) as { name: string; input: { name?: string } };
    const call = [name, input.name].filter(Boolean).join(' ');
    sent.push(call);
    return new Promise((resolve) => answers.set(call, () => resolve(Response.json({ ok: true, value: {}, revision: 0, tables: [] }))));
  });
  const client = httpClient();
  const first = client.run('person.update', { id: 'x', name: 'een' });
  const second = client.run('person.update', { id: 'x', name: 'twee' });
  const question = client.run('person.list', {});
  await vi.waitFor(() => expect(sent).toEqual(expect.arrayContaining(['person.update een', 'person.list'])));
  expect(sent).not.toContain('person.update twee');
  answers.get('person.list')?.();
  await question;
  expect(sent).not.toContain('person.update twee');
  answers.get('person.update een')?.();
  await first;
  await vi.waitFor(() => expect(sent).toContain('person.update twee'));
  answers.get('person.update twee')?.();
  expect((await second).ok).toBe(true);
});
