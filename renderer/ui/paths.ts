/** Where screens are, and which network the address names. */
import { useLocation } from 'react-router';

export const networkPath = (networkId: string, room: string): string => `/n/${networkId}/${room}`;

const inNetwork = /^\/n\/([0-9a-f-]{36})\/([a-z]+)/;

export interface Place {
  readonly networkId: string | null;
  readonly room: string;
}

/** @example placeOf('/n/0190…/teams') // { networkId: '0190…', room: 'teams' } */
export function placeOf(path: string): Place {
  const match = inNetwork.exec(path);
  if (match) return { networkId: match[1] as string, room: match[2] as string };
  return { networkId: null, room: path.split('/')[1] || 'portfolio' };
}

export const usePlace = (): Place => placeOf(useLocation().pathname);

/** The network of the address. @throws Error outside a network */
export function useNetworkId(): string {
  const { networkId } = usePlace();
  if (networkId === null) throw new Error('no network in the address');
  return networkId;
}
