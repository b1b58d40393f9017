/**
 * The server's event stream, opened once for all who listen. What a page shows is asked for by the
 * page, news only say when to ask again. EventSource reconnects by itself after a break, but gives
 * up at an answer that is no stream; then it is opened anew here: after growing pauses, or once
 * somebody has signed in again.
 */
import { useEffect } from 'react';
import { call, root } from './api';
import { type Id, sessionEnded, sessionState, subscribe } from './store';

interface Listener {
  hear: (data: unknown) => void;
  /** The stream was away: what it would have said meanwhile is not known. */
  missed?: (() => void) | undefined;
}

const firstPauseMs = 1_000;
const longestPauseMs = 60_000;
/** Then it waits for a person: a page nobody uses must not keep its session from idling out. */
const mostAttempts = 8;
const signsOfLife = ['focus', 'pointerdown', 'keydown'];

let stream: Stream | null = null;
const listeners = new Map<string, Set<Listener>>();

/** Half of the pause is chance, lest all pages come back to a restarted server at once. */
export function pauseBefore(attempt: number, chance = Math.random()): number {
  const most = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(attempt, 10));
  return most / 2 + (most / 2) * chance;
}

function deliver(name: string, event: MessageEvent<string>): void {
  let data: unknown;
  try {
    data = JSON.parse(event.data);
  } catch {
    return;
  }
  for (const { hear } of listeners.get(name) ?? []) hear(data);
}

class Stream {
  #source: EventSource | null = null;
  #attempt = 0;
  #stopWaiting: () => void = () => undefined;
  #closed = false;

  constructor() {
    this.#open();
  }

  add(name: string): void {
    this.#source?.addEventListener(name, (event) => deliver(name, event as MessageEvent<string>));
  }

  close(): void {
    this.#closed = true;
    this.#stopWaiting();
    this.#source?.close();
  }

  #open(): void {
    const source = new EventSource(`${root}/events`, { withCredentials: true });
    this.#source = source;
    for (const name of listeners.keys()) this.add(name);
    source.addEventListener('open', () => this.#opened());
    source.addEventListener('error', () => {
      if (source.readyState === EventSource.CLOSED) this.#refused();
    });
  }

  #opened(): void {
    const wasAway = this.#attempt > 0;
    this.#attempt = 0;
    if (!wasAway) return;
    for (const group of listeners.values()) for (const { missed } of group) missed?.();
  }

  /** EventSource tells no status: whether anybody is signed in is asked after the pause. */
  #refused(): void {
    this.#source = null;
    if (this.#attempt >= mostAttempts) {
      this.#awaitPerson();
      return;
    }
    const timer = setTimeout(() => void this.#comeBack(), pauseBefore(this.#attempt));
    this.#attempt += 1;
    this.#stopWaiting = () => clearTimeout(timer);
  }

  async #comeBack(): Promise<void> {
    if (sessionState().phase === 'in') {
      try {
        const { data } = await call<{ user?: unknown }>('/session');
        if (!data?.user) sessionEnded();
      } catch {
        if (!this.#closed) this.#refused();
        return;
      }
    }
    if (this.#closed) return;
    if (sessionState().phase === 'in') this.#open();
    else this.#awaitSignIn();
  }

  #awaitPerson(): void {
    const waiting = new AbortController();
    this.#stopWaiting = () => waiting.abort();
    const back = () => {
      waiting.abort();
      void this.#comeBack();
    };
    for (const sign of signsOfLife) window.addEventListener(sign, back, { signal: waiting.signal });
  }

  #awaitSignIn(): void {
    this.#stopWaiting = subscribe(() => {
      if (sessionState().phase !== 'in') return;
      this.#stopWaiting();
      this.#open();
    });
  }
}

/** Hears events of that name until the answered function is called. */
export function listen(name: string, hear: Listener['hear'], missed?: () => void): () => void {
  const listener: Listener = { hear, missed };
  stream ??= new Stream();
  let group = listeners.get(name);
  if (!group) {
    group = new Set();
    listeners.set(name, group);
    stream.add(name);
  }
  group.add(listener);
  return () => {
    group.delete(listener);
    if ([...listeners.values()].every((one) => one.size === 0)) {
      stream?.close();
      stream = null;
      listeners.clear();
    }
  };
}

/**
 * Acts when a record that somebody of the own organisation has made concerns this subject, and when
 * such a record may have been missed.
 */
export function useNews(subject: Id, act: () => void): void {
  useEffect(
    () =>
      listen(
        'record',
        (data) => {
          const { subjects } = data as { subjects?: Id[] };
          if (subjects?.some((one) => String(one) === String(subject))) act();
        },
        act,
      ),
    [subject, act],
  );
}
