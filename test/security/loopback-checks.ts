/** One check for each measure of the loopback host: who may come in, and what a call must carry. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync } from 'node:fs';
import type { OutgoingHttpHeaders } from 'node:http';
import net from 'node:net';
import path from 'node:path';
import { type Check, pause } from './check.ts';
import { type Body, check, refuses } from './loopback-check.ts';
import { loopbackPageChecks } from './loopback-page-checks.ts';
import type { StartLoopback } from './loopback-target.ts';

const reach = (address: string, port: number): Promise<string> =>
  new Promise((resolve) => {
    const socket = net.connect({ host: address, port, timeout: 1_000 }, () => settle('connected'));
    const settle = (how: string): void => {
      socket.destroy();
      resolve(how);
    };
    socket.on('error', (error: NodeJS.ErrnoException) => settle(error.code ?? 'error'));
    socket.on('timeout', () => settle('timeout'));
  });

const network: readonly Check<StartLoopback>[] = [
  check('listens on 127.0.0.1 only', async (target) => {
    // Another address of this machine, also where it has no network card.
    assert.equal(await reach('127.0.0.2', target.port), 'ECONNREFUSED');
  }),
  check('Host must be ours', async (target) => {
    const cookie = await target.cookie();
    const wrong = ['evil.example', `evil.example:${target.port}`, `localhost:${target.port}`, '127.0.0.1', `127.0.0.1.evil.example:${target.port}`];
    for (const host of wrong) await refuses(target.send('/', { headers: { host, cookie } }), 421, host);
    assert.match((await target.raw('GET / HTTP/1.0\r\n\r\n')).text, /^HTTP\/1\.1 421/);
  }),
  check('Origin must be ours', async (target) => {
    const { port } = target;
    const wrong = ['http://evil.example', 'null', `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`, `http://localhost:${port}`];
    for (const origin of wrong) {
      await refuses(target.run({ origin }), 403, `run from ${origin}`);
      await refuses(target.send('/', { headers: { cookie: await target.cookie(), origin } }), 403, `page from ${origin}`);
    }
  }),
  check('a call without Origin is refused', async (target) => refuses(target.run({ origin: undefined }), 403, 'no origin')),
  check('other sites may not even navigate to the page', async (target) => {
    const cookie = await target.cookie();
    const navigation = { cookie, 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    for (const site of ['cross-site', 'same-site']) {
      await refuses(target.send('/', { headers: { ...navigation, 'sec-fetch-site': site } }), 403, site);
      await refuses(target.run({ 'sec-fetch-site': site }), 403, `run ${site}`);
    }
    await refuses(target.send('/info', { headers: { ...navigation, 'sec-fetch-site': 'none' } }), 403, 'data typed as an address');
    await refuses(target.send('/', { headers: { ...navigation, 'sec-fetch-site': 'none' } }), 200, 'a person types the address');
  }),
  check('the launch address only works as a navigation', async (target) => {
    const image = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' };
    await refuses(target.send(await target.launchPath(), { headers: image }), 403, 'as an image');
  }),
  check('only GET and POST', async (target) => {
    const cookie = await target.cookie();
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      for (const place of ['/', '/run', '/info', '/ticket/t1', await target.launchPath()]) {
        const answer = await target.send(place, { method, headers: { cookie } });
        assert.equal(answer.status, 405, `${method} ${place}`);
        assert.equal(answer.headers['access-control-allow-origin'], undefined);
      }
    }
  }),
];

const access: readonly Check<StartLoopback>[] = [
  check('no cookie, no bytes', async (target) => {
    for (const place of ['/', '/index.html', '/assets/app.js', '/info', '/events', '/ticket/t1', '/nothing'])
      await refuses(target.send(place), 401, place);
    await refuses(target.run({ cookie: undefined }), 401, '/run');
    await refuses(target.run({ cookie: `schakel_${target.port}=wrong` }), 401, 'wrong cookie');
    assert.equal(target.host.calls.length, 0);
  }),
  check('a token opens once', async (target) => {
    const launch = await target.launchPath();
    await refuses(target.send(launch), 200, 'first');
    await refuses(target.send(launch), 403, 'second');
  }),
  check(
    'a token is good for a short time',
    async (target) => {
      const launch = await target.launchPath();
      await pause(60);
      await refuses(target.send(launch), 403, 'too late');
    },
    { tokenLife: 30 },
  ),
  check('a token must be whole', async (target) => {
    const launch = await target.launchPath();
    assert.ok(launch.length >= '/launch?t='.length + 43, '256 bits');
    for (const wrong of ['/launch', '/launch?t=', launch.slice(0, -1), `${launch}x`]) await refuses(target.send(wrong), 403, wrong);
    await refuses(target.send(launch), 200, 'whole');
  }),
  check('guessing ends', async (target) => {
    const launch = await target.launchPath();
    for (let guess = 0; guess < 20; guess += 1) await refuses(target.send(`/launch?t=${guess}`), 403, 'guess');
    await refuses(target.send(launch), 403, 'the token is dropped');
    await refuses(target.send(await target.launchPath()), 200, 'a new start makes a new one');
  }),
  check('the launch is answered with a page, not a redirect', async (target) => {
    const answer = await target.send(await target.launchPath());
    assert.equal(answer.status, 200);
    assert.match(answer.body, /http-equiv="refresh"/);
  }),
  check('the cookie is HttpOnly', cookieHas(/; HttpOnly(;|$)/)),
  check('the cookie is Strict', cookieHas(/; SameSite=Strict(;|$)/)),
  check('the cookie name has the port', async (target) => assert.ok((await target.cookie()).startsWith(`schakel_${target.port}=`))),
  check('the launcher file is for its owner alone', async (target) => {
    const file = await target.writeLauncher();
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.ok(!path.basename(file).startsWith('.'));
  }),
  check('the launcher file goes when it was used', async (target) => {
    const file = await target.writeLauncher();
    const [, launch = ''] = /url=http:\/\/[^/]+(\/[^"]*)"/.exec(readFileSync(file, 'utf8')) ?? [];
    await target.send(launch);
    assert.ok(!existsSync(file));
  }),
  check(
    'the launcher file goes when its token has expired',
    async (target) => {
      const file = await target.writeLauncher();
      await pause(100);
      assert.ok(!existsSync(file));
    },
    { tokenLife: 30 },
  ),
];

function cookieHas(pattern: RegExp): Body {
  return async (target) => {
    const { headers } = await target.send(await target.launchPath());
    assert.match(headers['set-cookie']?.[0] ?? '', pattern);
  };
}

const calls: readonly Check<StartLoopback>[] = [
  check('an honest call is answered', async (target) => {
    const answer = await target.run();
    assert.equal(answer.status, 200, answer.body);
    assert.deepEqual(JSON.parse(answer.body), { ok: true, value: 1, revision: 1, tables: [] });
  }),
  check('a call needs our own header', async (target) => refuses(target.run({ 'x-schakel': undefined }), 403, 'no header')),
  check('a call needs JSON', async (target) => {
    for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data', undefined]) {
      await refuses(target.run({ 'content-type': type }), 415, String(type));
    }
  }),
  check('a call is a POST', async (target) => {
    const headers = await target.pageHeaders();
    for (const place of ['/run', '/cancel']) await refuses(target.send(place, { headers }), 405, place);
  }),
  check(
    'a call has a limit',
    async (target) => {
      await refuses(target.run({}, JSON.stringify({ name: 'echo', input: 'x'.repeat(2_000) })), 413, 'too large');
      assert.equal(target.host.calls.length, 0);
    },
    { maxBody: 1_000 },
  ),
  check('nonsense is refused', async (target) => {
    for (const body of ['', '{', '[]', '1', 'null', '{"name":1}', '{}']) await refuses(target.run({}, body), 400, body);
  }),
  check('a fault of the host is not told to the page', async (target) => {
    target.host.answers.set('break', () => {
      throw new Error('at /elders/someone.ts');
    });
    const write = process.stderr.write;
    process.stderr.write = () => true;
    const answer = await target.run({}, JSON.stringify({ name: 'break' })).finally(() => {
      process.stderr.write = write;
    });
    assert.equal(answer.status, 500);
    assert.ok(!answer.body.includes('someone'));
  }),
  check('an upload needs our own header too', async (target) => {
    const headers: OutgoingHttpHeaders = { ...(await target.pageHeaders()), 'content-type': 'application/octet-stream' };
    const { 'x-schakel': _, ...bare } = headers;
    await refuses(target.send('/ticket/t1', { method: 'POST', headers: bare, body: 'x' }), 403, 'no header');
    await refuses(target.send('/ticket/t1', { method: 'POST', headers: { ...headers, 'content-type': 'text/plain' }, body: 'x' }), 415, 'form');
    await refuses(target.send('/ticket/t1', { method: 'POST', headers, body: 'bytes' }), 200, 'honest');
    assert.equal(target.host.received.get('t1')?.toString(), 'bytes');
  }),
  check('a file that is too large is refused with the reason', async (target) => {
    const headers = { ...(await target.pageHeaders()), 'content-type': 'application/octet-stream' };
    const answer = await target.send('/ticket/t1', { method: 'POST', headers, body: Buffer.alloc(8_000_000) });
    assert.equal(JSON.parse(answer.body).error.code, 'invalid_input');
    await refuses(target.run({}, JSON.stringify({ name: 'echo', input: 'x'.repeat(8_000_000) })), 413, 'a large call');
  }),
  check('a file name cannot add a header', async (target) => {
    target.host.ready.set('t2', { name: 'a"b\r\nset-cookie: x=1;é.svg', mediaType: 'image/svg+xml', bytes: Buffer.from('<svg/>') });
    const answer = await target.send('/ticket/t2', { headers: { cookie: await target.cookie() } });
    assert.equal(answer.headers['set-cookie'], undefined);
    assert.match(answer.headers['content-disposition'] ?? '', /^attachment; filename="a_b__set-cookie_ x_1__\.svg"; filename\*=UTF-8''a%22b%0D%0A/);
    await refuses(target.send('/ticket/t2', { headers: { cookie: await target.cookie() } }), 404, 'used up');
  }),
];

export const loopbackChecks: readonly Check<StartLoopback>[] = [...network, ...access, ...calls, ...loopbackPageChecks];
