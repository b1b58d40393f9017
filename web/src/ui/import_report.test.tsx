import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { type ImportFault, ImportReport } from './import_report';
import { show } from './test_kit';

const faults: ImportFault[] = [
  {
    row: 31,
    column: 'amount',
    header: '放款金额',
    value: '1.2亿',
    code: 'nan',
    message: '不是数字',
    suggestion: '12000',
  },
  {
    row: 57,
    column: 'due',
    header: '到期日',
    value: '2025-02-30',
    code: 'day',
    message: '没有这一天',
  },
  {
    row: 58,
    column: 'class',
    header: '分类',
    value: '正常类',
    code: 'near',
    message: '按正常读入',
    warning: true,
  },
];

function report(extra: Partial<Parameters<typeof ImportReport>[0]> = {}) {
  const onCorrect = vi.fn();
  const onAccept = vi.fn();
  show(
    <ImportReport
      rows={600}
      good={598}
      faults={faults}
      onCorrect={onCorrect}
      onAccept={onAccept}
      {...extra}
    />,
  );
  return { onCorrect, onAccept };
}

test('each fault names row, column, value, what is wrong and what would be right', () => {
  report();
  const row = screen.getByRole('row', { name: /放款金额/ });
  expect(within(row).getByText('31')).toBeDefined();
  expect(within(row).getByRole<HTMLInputElement>('textbox').value).toBe('1.2亿');
  expect(row.textContent).toContain('不是数字');
  expect(row.textContent).toContain('12000');
});

test('a suggestion is taken with one click', async () => {
  const { onCorrect } = report();
  await userEvent.click(screen.getByRole('button', { name: '采纳第 31 行放款金额的建议：12000' }));
  expect(onCorrect).toHaveBeenCalledWith({ row: 31, column: 'amount', value: '12000' });
});

test('typing and Enter mends, Escape takes it back, an unchanged value is no correction', async () => {
  const { onCorrect } = report();
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: '第 57 行到期日' });
  await userEvent.clear(box);
  await userEvent.type(box, '2025-02-28{Enter}');
  expect(onCorrect).toHaveBeenCalledExactlyOnceWith({
    row: 57,
    column: 'due',
    value: '2025-02-28',
  });
  const other = screen.getByRole<HTMLInputElement>('textbox', { name: '第 31 行放款金额' });
  await userEvent.type(other, '9{Escape}{Enter}');
  expect(other.value).toBe('1.2亿');
  expect(onCorrect).toHaveBeenCalledOnce();
});

test('warnings are hidden until asked for', async () => {
  report();
  expect(screen.queryByText('按正常读入')).toBeNull();
  await userEvent.click(screen.getByRole('combobox', { name: '显示范围' }));
  await userEvent.click(await screen.findByTitle('错误和提醒'));
  expect(await screen.findByText('按正常读入')).toBeDefined();
});

test('good rows can go first; all only when nothing is wrong', async () => {
  const { onAccept } = report();
  expect(screen.getByRole<HTMLButtonElement>('button', { name: '全部导入' }).disabled).toBe(true);
  await userEvent.click(screen.getByRole('button', { name: '先导入无误的 598 行' }));
  expect(onAccept).toHaveBeenCalledWith('good');
});

test('a file without faults is imported whole', async () => {
  const { onAccept } = report({ good: 600, faults: [] });
  await userEvent.click(screen.getByRole('button', { name: '全部导入' }));
  expect(onAccept).toHaveBeenCalledWith('all');
});
