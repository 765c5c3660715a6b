/** Checks of the loopback host: what it serves, with which headers, and for how long it stays. */
import assert from 'node:assert/strict';
import { type Check, pause } from './check.ts';
import { check, refuses } from './loopback-check.ts';
import { type StartLoopback, secret } from './loopback-target.ts';

const files: readonly Check<StartLoopback>[] = [
  check('no way out of the folder of the page', async (target) => {
    const cookie = await target.cookie();
    const ways = [
      '/../secret.txt',
      '/..%2fsecret.txt',
      '/%2e%2e/secret.txt',
      '/assets/..%2f..%2fsecret.txt',
      '/..%5csecret.txt',
      '/%2e%2e%2fsecret.txt',
      '/assets/%00',
      '/%',
    ];
    for (const way of ways) {
      const answer = await target.send(way, { headers: { cookie } });
      assert.equal(answer.status, 404, way);
      assert.ok(!answer.body.includes(secret), way);
    }
  }),
  check('names of objects are no routes', async (target) => {
    const cookie = await target.cookie();
    for (const name of ['/__proto__', '/constructor', '/toString']) await refuses(target.send(name, { headers: { cookie } }), 404, name);
  }),
  check('every page has a nonce of its own', async (target) => {
    const cookie = await target.cookie();
    const seen = new Set<string>();
    for (let time = 0; time < 2; time += 1) {
      const answer = await target.send('/', { headers: { cookie } });
      const [, nonce = ''] = /nonce="([^"]*)"/.exec(answer.body) ?? [];
      assert.ok(String(answer.headers['content-security-policy']).includes(`style-src-elem 'self' 'nonce-${nonce}'`), nonce);
      seen.add(nonce);
    }
    assert.equal(seen.size, 2);
  }),
];

const wanted: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const headers: readonly Check<StartLoopback>[] = [
  ...Object.entries(wanted).map(([name, value]) =>
    check(`${name} on every answer`, async (target) => {
      const cookie = await target.cookie();
      for (const answer of [
        await target.send('/', { headers: { cookie } }),
        await target.send('/nothing', { headers: { cookie } }),
        await target.send('/'),
      ]) {
        assert.equal(answer.headers[name], value);
      }
    }),
  ),
  check('the content security policy lets nothing run that is not ours', async (target) => {
    const answer = await target.send('/', { headers: { cookie: await target.cookie() } });
    const rules = new Map(
      String(answer.headers['content-security-policy'])
        .split('; ')
        .map((rule) => [rule.split(' ')[0] ?? '', rule.split(' ').slice(1).join(' ')]),
    );
    assert.equal(rules.get('script-src'), "'self'");
    for (const name of ['default-src', 'object-src', 'base-uri', 'form-action', 'frame-ancestors']) assert.equal(rules.get(name), "'none'", name);
    for (const name of ['connect-src', 'font-src']) assert.equal(rules.get(name), "'self'", name);
    assert.equal(rules.get('img-src'), "'self' data: blob:");
    assert.ok(!String(rules.get('style-src-elem')).includes('unsafe'));
  }),
];

const short = { grace: 60, patience: 5_000 };
let idle = 0;
const onIdle = (): void => {
  idle += 1;
};

const time: readonly Check<StartLoopback>[] = [
  check(
    'headers that do not come are not waited for',
    async (target) => {
      const { closed } = await target.raw(`GET / HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\n`, 1_500);
      assert.ok(closed);
    },
    { timeouts: { headers: 100, request: 60_000 } },
  ),
  check(
    'a body that does not come is not waited for',
    async (target) => {
      const headers = Object.entries(await target.pageHeaders()).map(([name, value]) => `${name}: ${value}\r\n`);
      const { closed } = await target.raw(
        `POST /run HTTP/1.1\r\nHost: 127.0.0.1:${target.port}\r\n${headers.join('')}Content-Length: 100\r\n\r\n{`,
        1_500,
      );
      assert.ok(closed);
    },
    { timeouts: { headers: 100, request: 200 } },
  ),
  check(
    'ends when its last page has gone',
    async (target) => {
      idle = 0;
      const stream = await target.stream(await target.cookie());
      await pause(150);
      assert.equal(idle, 0, 'a page is open');
      stream.close();
      await pause(200);
      assert.equal(idle, 1);
    },
    { ...short, onIdle },
  ),
  check(
    'does not end while a job runs',
    async (target) => {
      idle = 0;
      const stream = await target.stream(await target.cookie());
      target.host.answers.set('slow', () => ({ ok: true, value: { job: 'j1' }, revision: 1, tables: [] }));
      await target.run({}, JSON.stringify({ name: 'slow' }));
      stream.close();
      await pause(150);
      assert.equal(idle, 0, 'the job runs');
      target.host.emit({ type: 'jobEnded', job: 'j1', outcome: { ok: true, value: 1, revision: 1, tables: [] } });
      await pause(150);
      assert.equal(idle, 1);
    },
    { ...short, onIdle },
  ),
  check(
    'ends when no page ever comes',
    async () => {
      idle = 0;
      await pause(200);
      assert.equal(idle, 1);
    },
    { grace: 5_000, patience: 60, onIdle },
  ),
  check('a page whose stream broke gets what it missed', async (target) => {
    const cookie = await target.cookie();
    const first = await target.stream(cookie);
    target.host.emit({ type: 'request', request: 'one' });
    await pause(30);
    first.close();
    target.host.emit({ type: 'request', request: 'two' });
    target.host.emit({ type: 'progress', job: 'j', done: 1, total: 2, step: '' });
    const second = await target.stream(cookie, { 'last-event-id': '1' });
    const third = await target.stream(cookie, { 'last-event-id': 'nonsense' });
    await pause(30);
    assert.match(first.text(), /id: 0\n\nid: 1\ndata: .*"one"/);
    assert.match(second.text(), /id: 2\ndata: .*"two"/);
    assert.ok(!second.text().includes('"one"') && !second.text().includes('progress'));
    assert.match(third.text(), /"portfolio"/);
    second.close();
    third.close();
  }),
];

export const loopbackPageChecks: readonly Check<StartLoopback>[] = [...files, ...headers, ...time];
