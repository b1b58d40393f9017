import { act, render } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { useNews } from './events';

class Stream {
  static last: Stream | null = null;
  heard = new Map<string, (event: MessageEvent<string>) => void>();
  closed = false;
  constructor() {
    Stream.last = this;
  }
  addEventListener(name: string, listener: (event: MessageEvent<string>) => void) {
    this.heard.set(name, listener);
  }
  close() {
    this.closed = true;
  }
  tell(data: object) {
    act(() =>
      this.heard.get('record')?.(new MessageEvent('record', { data: JSON.stringify(data) })),
    );
  }
}

function Page({ act: told }: { act: () => void }) {
  useNews('17', told);
  return null;
}

test('a page acts on records that concern its subject, and closes the stream when it leaves', () => {
  vi.stubGlobal('EventSource', Stream);
  const told = vi.fn();
  const page = render(<Page act={told} />);
  Stream.last?.tell({ kind: 'imports.applied', subjects: [18] });
  expect(told).not.toHaveBeenCalled();
  Stream.last?.tell({ kind: 'imports.applied', subjects: [17] });
  expect(told).toHaveBeenCalledOnce();
  page.unmount();
  expect(Stream.last?.closed).toBe(true);
});
