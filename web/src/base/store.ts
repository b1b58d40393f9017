/**
 * Who is signed in, as the server said it. Held in memory only: the cookie is HttpOnly and the
 * CSRF word is asked for again after a reload.
 */
import { useSyncExternalStore } from 'react';

export type Id = number | string;

export interface Session {
  user: { id: Id; name: string; account: string };
  organisation: { id: Id; name: string; kind: string };
  rights: string[];
  csrf: string;
  must_change_password: boolean;
  city: string;
  business_date: string;
  demo: boolean;
}

export type SessionState =
  | { phase: 'unknown' }
  | { phase: 'out'; city?: string; demo?: boolean }
  | { phase: 'in'; session: Session }
  /** The server ended the session while pages were open; what was typed in them is kept. */
  | { phase: 'locked'; session: Session };

let state: SessionState = { phase: 'unknown' };
const listeners = new Set<() => void>();

export function sessionState(): SessionState {
  return state;
}

export function setSession(next: SessionState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Any call answered 401 while somebody was signed in: the server has ended the session. */
export function sessionEnded(): void {
  if (state.phase === 'in') setSession({ phase: 'locked', session: state.session });
}

export function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(subscribe, sessionState);
}

/** The session inside the shell, where somebody is always signed in. */
export function useSession(): Session {
  const current = useSessionState();
  if (current.phase === 'in' || current.phase === 'locked') return current.session;
  throw new Error('useSession outside the signed-in pages');
}

export function useRight(right: string): boolean {
  const current = useSessionState();
  return current.phase === 'in' && current.session.rights.includes(right);
}
