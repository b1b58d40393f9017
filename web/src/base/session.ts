/** Signing in and out, and asking the server who we are. */
import { call } from './api';
import { type Session, sessionState, setSession } from './store';

/** Anybody is told the city, the business date and whether this is a demo; `user` only if signed in. */
type Answer = Partial<Session> & Pick<Session, 'city' | 'demo'>;

function isSession(answer: Answer): answer is Session {
  return answer.user !== undefined;
}

export async function loadSession(): Promise<void> {
  const { data } = await call<Answer>('/session');
  if (isSession(data)) setSession({ phase: 'in', session: data });
  else if (sessionState().phase !== 'locked') {
    setSession({ phase: 'out', city: data.city, demo: data.demo });
  }
}

export async function signIn(user: string, password: string): Promise<void> {
  await call('/session', { method: 'POST', body: { user, password } });
  await loadSession();
}

export async function signOut(): Promise<void> {
  await call('/session', { method: 'DELETE' });
  const state = sessionState();
  const about = state.phase === 'in' ? { city: state.session.city, demo: state.session.demo } : {};
  setSession({ phase: 'out', ...about });
}
