/** The four functions over HTTP, for the page in a browser tab. Files go up and down as tickets, outside JSON. */
import { contract, isOperation } from '../../shared/contract/index.ts';
import type { HostApi, HostEvent, HostInfo, Outcome } from '../../shared/contract/result.ts';
import { downloadTicket, pickFile } from './browser-files.ts';
import { hostEvents } from './host-events.ts';

/** Without this header the host refuses: another site cannot send it. */
const pageHeader = { 'x-schakel': '1' };

type Options = Parameters<HostApi['run']>[2];

export function httpClient(): HostApi {
  const events = hostEvents();
  /** Tickets that this tab asked for: with several tabs open only one of them may fetch the file. */
  const saving = new Set<string>();
  events.listen((event) => {
    if (event.type === 'file' && saving.delete(event.ticket)) downloadTicket(event.ticket, event.name);
  });
  keepAwake();
  let last: Promise<unknown> = Promise.resolve();
  /** A browser sends requests side by side, and a busy machine lets one overtake another: of two changes the first must come first. */
  const inTurn = (ask: () => Promise<Outcome>): Promise<Outcome> => {
    const next = last.then(ask);
    last = next;
    return next;
  };
  return {
    async run(name, input, options) {
      const ask = () => call(name, input, options);
      const outcome = await (opensFile(name, input) ? openTicket(input, options) : isQuery(name) ? ask() : inTurn(ask));
      const ticket = name === 'ticket.create' ? ticketOf(outcome) : null;
      if (ticket && !opensFile(name, input)) saving.add(ticket);
      return outcome;
    },
    async cancel(job) {
      await post('/cancel', 'application/json', JSON.stringify({ job }));
    },
    on: (listener: (event: HostEvent) => void) => events.listen(listener),
    async info() {
      const answer = await fetch('/info');
      if (!answer.ok) throw new Error(`info: ${answer.status}`);
      return (await answer.json()) as HostInfo;
    },
  };
}

const isQuery = (name: string): boolean => isOperation(name) && contract[name].kind === 'query';

function post(path: string, mediaType: string, body: BodyInit): Promise<Response> {
  return fetch(path, { method: 'POST', headers: { ...pageHeader, 'content-type': mediaType }, body });
}

const call = (name: string, input: unknown, options: Options): Promise<Outcome> =>
  outcomeOf(post('/run', 'application/json', JSON.stringify({ name, input, options })));

/** A host that has gone is an expected failure, and expected failures are values. */
async function outcomeOf(sent: Promise<Response>): Promise<Outcome> {
  try {
    const answer = await sent;
    if (answer.ok) return (await answer.json()) as Outcome;
    if (answer.status === 413) return failure('invalid_input', 'Dit is te groot om in één keer te versturen.', 'too_large');
    return failure(answer.status === 401 ? 'host_closed' : 'internal', `Schakel gaf antwoord ${answer.status}.`, 'http');
  } catch {
    return failure('host_closed', 'Schakel is afgesloten. Start het programma opnieuw; wat is opgeslagen, is er nog.', 'unreachable');
  }
}

function failure(code: 'invalid_input' | 'internal' | 'host_closed', message: string, reason: string): Outcome {
  return { ok: false, error: { code, message, details: { reason }, correlationId: crypto.randomUUID() } };
}

interface OpenInput {
  readonly purpose: 'open';
  readonly kind?: string;
}

function opensFile(name: string, input: unknown): input is OpenInput {
  return name === 'ticket.create' && typeof input === 'object' && input !== null && 'purpose' in input && input.purpose === 'open';
}

function ticketOf(outcome: Outcome): string | null {
  const value = outcome.ok ? outcome.value : null;
  return typeof value === 'object' && value !== null && 'ticket' in value && typeof value.ticket === 'string' ? value.ticket : null;
}

/** Asks for the file first: a browser shows its file window only right after a click. The ticket comes back with the bytes behind it. */
async function openTicket(input: OpenInput, options: Options): Promise<Outcome> {
  const file = await pickFile(input.kind);
  // As a dismissed dialog in Electron: an answer without a ticket. Nothing was read, so nothing can be stale.
  if (!file) return { ok: true, value: { ticket: null }, revision: 0, tables: [] };
  const created = await call('ticket.create', { ...input, name: file.name.slice(-200) }, options);
  const ticket = ticketOf(created);
  if (!ticket) return created;
  const received = await outcomeOf(post(`/ticket/${encodeURIComponent(ticket)}`, 'application/octet-stream', file));
  return received.ok ? created : received;
}

/** A tab that holds a lock is not put to sleep by the browser, and a sleeping tab would look like one that was closed. */
function keepAwake(): void {
  void navigator.locks?.request('schakel-page', { mode: 'shared' }, () => new Promise(() => {}));
}
