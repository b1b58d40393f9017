import { act, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { JobProgress } from './job_progress';
import { answering, show } from './test_kit';

class Stream {
  static last: Stream | null = null;
  readyState = 1;
  heard = new Map<string, (event: MessageEvent<string>) => void>();
  constructor() {
    Stream.last = this;
  }
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void) {
    this.heard.set(name, listener);
  }
  close() {
    this.readyState = 2;
  }
  tell(name: string, data: object) {
    act(() => this.heard.get(name)?.(new MessageEvent(name, { data: JSON.stringify(data) })));
  }
}

beforeEach(() => vi.stubGlobal('EventSource', Stream));
afterEach(() => vi.useRealTimers());

const job = (done: number, state = 'running') => ({ id: 9, state, done, total: 20_000 });

test('the stream moves the bar and tells the end once', async () => {
  answering(() => ({ body: job(0) }));
  const onDone = vi.fn();
  show(<JobProgress job={9} label="导入" onDone={onDone} />);
  Stream.last?.tell('job', job(12_000));
  expect(await screen.findByText('12,000 / 20,000')).toBeDefined();
  Stream.last?.tell('job', { ...job(20_000), id: 8, state: 'done' });
  expect(onDone).not.toHaveBeenCalled();
  Stream.last?.tell('job', job(20_000, 'done'));
  Stream.last?.tell('job', job(20_000, 'done'));
  await waitFor(() => expect(onDone).toHaveBeenCalledOnce());
});

test('a late answer never moves the bar back', async () => {
  let answer: (reply: { body: object }) => void = () => undefined;
  answering(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  show(<JobProgress job={9} label="导入" onDone={() => undefined} />);
  Stream.last?.tell('job', job(15_000));
  await act(async () => {
    answer({ body: job(3_000) });
    await Promise.resolve();
  });
  expect(screen.getByText('15,000 / 20,000')).toBeDefined();
});

test('without a stream the server is asked every five seconds', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  let done = 1000;
  const asked = answering(() => ({ body: job(done) }));
  show(<JobProgress job={9} label="导入" onDone={() => undefined} />);
  if (Stream.last) Stream.last.readyState = 0;
  await screen.findByText('1,000 / 20,000');
  done = 7000;
  await act(() => vi.advanceTimersByTimeAsync(5100));
  expect(await screen.findByText('7,000 / 20,000')).toBeDefined();
  expect(asked.length).toBeGreaterThanOrEqual(2);
});
