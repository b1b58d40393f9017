import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useNews } from './events';
import { type Session, sessionState, setSession } from './store';

class Stream {
  static opened: Stream[] = [];
  static readonly CLOSED = 2;
  heard = new Map<string, (event: Event) => void>();
  readyState = 0;
  constructor() {
    Stream.opened.push(this);
  }
  addEventListener(name: string, listener: (event: Event) => void) {
    this.heard.set(name, listener);
  }
  close() {
    this.readyState = Stream.CLOSED;
  }
  tell(data: object) {
    act(() =>
      this.heard.get('record')?.(new MessageEvent('record', { data: JSON.stringify(data) })),
    );
  }
  opens() {
    act(() => this.heard.get('open')?.(new Event('open')));
  }
  /** The server answered something that is no stream, which EventSource does not repeat. */
  refused() {
    this.close();
    act(() => this.heard.get('error')?.(new Event('error')));
  }
}

const opened = () => Stream.opened.length;
const last = () => Stream.opened.at(-1) as Stream;
const wait = (milliseconds: number) => act(() => vi.advanceTimersByTimeAsync(milliseconds));
const session = { user: { id: 1, name: '示例人员', account: 'clerk' } } as Session;

/** What the server answers to the question who is signed in. */
let answer: () => Response;

function Page({ act: told }: { act: () => void }) {
  useNews('17', told);
  return null;
}

beforeEach(() => {
  vi.useFakeTimers();
  Stream.opened = [];
  vi.stubGlobal('EventSource', Stream);
  answer = () => Response.json(session);
  vi.stubGlobal('fetch', () => Promise.resolve(answer()));
  setSession({ phase: 'in', session });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a page acts on records that concern its subject, and closes the stream when it leaves', () => {
  const told = vi.fn();
  const page = render(<Page act={told} />);
  last().opens();
  last().tell({ kind: 'imports.applied', subjects: [18] });
  expect(told).not.toHaveBeenCalled();
  last().tell({ kind: 'imports.applied', subjects: [17] });
  expect(told).toHaveBeenCalledOnce();
  page.unmount();
  expect(last().readyState).toBe(Stream.CLOSED);
});

test('after a 502 the stream comes back, and the page acts on what it may have missed', async () => {
  const told = vi.fn();
  const page = render(<Page act={told} />);
  last().opens();
  last().refused();
  await wait(1_000);
  expect(opened()).toBe(2);
  expect(told).not.toHaveBeenCalled();
  last().opens();
  expect(told).toHaveBeenCalledOnce();
  last().tell({ subjects: [17] });
  expect(told).toHaveBeenCalledTimes(2);
  page.unmount();
});

test('while the server is away the pauses grow, by chance within a half, up to a minute; then it waits for a person', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0);
  const page = render(<Page act={vi.fn()} />);
  answer = () => new Response('', { status: 502 });
  const asked = vi.spyOn(globalThis, 'fetch');
  last().refused();
  for (const [pause, times] of [
    500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000,
  ].entries()) {
    await wait(times - 1);
    expect(asked).toHaveBeenCalledTimes(pause);
    await wait(1);
    expect(asked).toHaveBeenCalledTimes(pause + 1);
  }
  expect(opened()).toBe(1);
  answer = () => Response.json(session);
  await wait(600_000);
  expect(asked).toHaveBeenCalledTimes(8);
  window.dispatchEvent(new Event('focus'));
  await wait(0);
  expect(opened()).toBe(2);
  page.unmount();
  vi.restoreAllMocks();
});

test('after a 401 the page is locked, and the stream comes back only when somebody signs in', async () => {
  const page = render(<Page act={vi.fn()} />);
  last().opens();
  answer = () => Response.json({ city: '示例市', demo: false });
  last().refused();
  await wait(600_000);
  expect(sessionState().phase).toBe('locked');
  expect(opened()).toBe(1);
  act(() => setSession({ phase: 'in', session }));
  expect(opened()).toBe(2);
  page.unmount();
});

test('a page that has left asks for no stream any more', async () => {
  const page = render(<Page act={vi.fn()} />);
  last().refused();
  page.unmount();
  await wait(600_000);
  expect(opened()).toBe(1);
});
