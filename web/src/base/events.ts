/**
 * The server's event stream, opened once for all who listen. EventSource reconnects and resumes by
 * itself; what a page shows is asked for by the page, news only say when to ask again.
 */
import { useEffect } from 'react';
import { root } from './api';
import type { Id } from './store';

type Listener = (data: unknown) => void;

let source: EventSource | null = null;
const listeners = new Map<string, Set<Listener>>();

function deliver(name: string, event: MessageEvent<string>): void {
  let data: unknown;
  try {
    data = JSON.parse(event.data);
  } catch {
    return;
  }
  for (const listener of listeners.get(name) ?? []) listener(data);
}

/** Hears events of that name until the answered function is called. */
export function listen(name: string, listener: Listener): () => void {
  source ??= new EventSource(`${root}/events`, { withCredentials: true });
  let group = listeners.get(name);
  if (!group) {
    group = new Set();
    listeners.set(name, group);
    source.addEventListener(name, (event) => deliver(name, event as MessageEvent<string>));
  }
  group.add(listener);
  return () => {
    group.delete(listener);
    if ([...listeners.values()].every((one) => one.size === 0)) {
      source?.close();
      source = null;
      listeners.clear();
    }
  };
}

/** Acts when a record that somebody of the own organisation has made concerns this subject. */
export function useNews(subject: Id, act: () => void): void {
  useEffect(
    () =>
      listen('record', (data) => {
        const { subjects } = data as { subjects?: Id[] };
        if (subjects?.some((one) => String(one) === String(subject))) act();
      }),
    [subject, act],
  );
}
