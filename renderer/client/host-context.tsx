/** Hands the host to every component, and what it tells to whoever listens. */
import { createContext, type ReactNode, use, useEffect, useEffectEvent } from 'react';
import type { HostApi, HostEvent } from '../../shared/contract/result.ts';

const HostContext = createContext<HostApi | null>(null);

export function HostProvider({ host, children }: { readonly host: HostApi; readonly children: ReactNode }) {
  return <HostContext value={host}>{children}</HostContext>;
}

/** @throws Error outside a HostProvider */
export function useHost(): HostApi {
  const host = use(HostContext);
  if (!host) throw new Error('no host');
  return host;
}

/** Calls the listener for every event of the host while the component is there. */
export function useHostEvent(listener: (event: HostEvent) => void): void {
  const host = useHost();
  const heard = useEffectEvent(listener);
  useEffect(() => host.on((event) => heard(event)), [host]);
}
