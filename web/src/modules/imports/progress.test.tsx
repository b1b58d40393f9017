import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { show } from '~/ui/test_kit';
import { ImportProgress } from './progress';

let tell: (data: object) => void = () => {};
class Stream {
  addEventListener(_: string, hear: (event: MessageEvent<string>) => void) {
    tell = (data) => act(() => hear(new MessageEvent('progress', { data: JSON.stringify(data) })));
  }
  close() {}
}

test('an import that is applied says which step it is at, and hears nothing of another', () => {
  vi.stubGlobal('EventSource', Stream);
  show(<ImportProgress of={17} />);
  screen.getByText('已提交，正在等待处理');
  tell({ subject: 18, step: 'storing', done: 0, total: 9 });
  screen.getByText('已提交，正在等待处理');
  tell({ subject: 17, step: 'reading', done: 1500, total: 3000 });
  screen.getByText('正在读取文件：第 1,500 行，共 3,000 行');
  expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('17');
  tell({ subject: 17, step: 'storing', done: 0, total: 2990 });
  screen.getByText('正在入库 2,990 行');
});
