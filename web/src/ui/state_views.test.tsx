import { act, fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { Problem } from '~/base/problem';
import { Copyable } from './copyable';
import { ProblemNote } from './problem_note';
import { Empty, Failure, FilteredEmpty, Loading } from './state_views';
import { show } from './test_kit';

test('Loading: nothing moves before 150 ms', () => {
  vi.useFakeTimers();
  const { container } = show(<Loading lines={4} />);
  const bars = () => container.querySelectorAll('[role=status] > div').length;
  act(() => void vi.advanceTimersByTime(140));
  expect(bars()).toBe(0);
  act(() => void vi.advanceTimersByTime(20));
  expect(bars()).toBe(4);
  vi.useRealTimers();
});

test('Empty says why and offers one thing; nothing found offers to clear the filters', () => {
  const clear = vi.fn();
  show(
    <>
      <Empty title="还没有记录" words="先登记" action={<a href="/x">登记</a>} />
      <FilteredEmpty onClear={clear} />
    </>,
  );
  expect(screen.getByRole('link', { name: '登记' })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
  expect(clear).toHaveBeenCalledOnce();
});

test('Failure: what broke has a number to tell the administrator and can be tried again', () => {
  const again = vi.fn();
  show(
    <Failure
      problem={new Problem(500, { title: '内部错误', request_id: 'r-17' })}
      onRetry={again}
    />,
  );
  expect(screen.getByRole('alert').textContent).toContain('r-17');
  fireEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(again).toHaveBeenCalledOnce();
});

test('Failure: 403 is no permission, 404 cannot be tried again, silence says so', () => {
  show(
    <>
      <Failure problem={new Problem(403, { title: '没有权限办理' })} />
      <Failure problem={new Problem(404, {})} onRetry={() => undefined} />
      <Failure problem={new Problem(0, {})} />
    </>,
  );
  expect(screen.getByText('没有权限办理')).toBeDefined();
  expect(screen.queryByRole('button', { name: '重试' })).toBeNull();
  expect(screen.getByText('没有连上服务器')).toBeDefined();
});

test('ProblemNote: a fault shown at its input is not told twice, an unknown outcome is no failure', () => {
  const refusal = new Problem(400, {
    title: '填写有误',
    errors: [
      { pointer: '/name', code: 'too_long', message: '名称过长' },
      { pointer: '/park', code: 'unknown', message: '园区不存在' },
    ],
  });
  show(
    <>
      <ProblemNote problem={refusal} known={['name']} />
      <ProblemNote problem={new Problem(0, {})} />
    </>,
  );
  expect(screen.queryByText('名称过长')).toBeNull();
  expect(screen.getByText('园区不存在')).toBeDefined();
  expect(screen.getByText('尚不确定是否已办理。再次提交不会重复办理。')).toBeDefined();
});

test('Copyable: copies the text without the blanks it is shown with', async () => {
  const writeText = vi.fn().mockResolvedValue(undefined);
  vi.stubGlobal('navigator', { ...navigator, language: 'zh', clipboard: { writeText } });
  show(<Copyable text="ZL202110864217.3" shown="ZL 2021 1 0864217.3" />);
  fireEvent.click(screen.getByRole('button', { name: '复制 ZL202110864217.3' }));
  expect(writeText).toHaveBeenCalledWith('ZL202110864217.3');
  expect(await screen.findByText('已复制')).toBeDefined();
});
