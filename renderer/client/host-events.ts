/** Server-sent events from the loopback host. The browser reconnects by itself and says which event it saw last. */
import type { HostEvent } from '../../shared/contract/result.ts';

export interface HostEvents {
  listen(listener: (event: HostEvent) => void): () => void;
}

/** Opens the stream at once: it also tells the host that there is a page, and when there is none any more. */
export function hostEvents(source: EventSource = new EventSource('/events')): HostEvents {
  const listeners = new Set<(event: HostEvent) => void>();
  source.onmessage = ({ data }: MessageEvent<string>) => {
    const event = JSON.parse(data) as HostEvent;
    for (const listener of listeners) listener(event);
  };
  return {
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
