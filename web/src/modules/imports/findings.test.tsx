import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { setSession } from '~/base/store';
import { answering, onPhone, show } from '~/ui/test_kit';
import { Findings } from './findings';
import { FindingsPanel } from './findings_panel';
import type { Finding, Import } from './rows';

const finding = (row: number, field: string, more: Partial<Finding>): Finding => ({
  row,
  field,
  field_zh: { disbursed_fen: '放款金额', matures_on: '到期日期' }[field] ?? field,
  field_en: field,
  code: 'not_a_number',
  zh: '应为数字',
  en: 'Must be a number',
  gravity: 'error',
  other: false,
  ...more,
});

const amount = finding(31, 'disbursed_fen', { column: 'H', value: '1.2亿', suggestion: '12000' });
const day = finding(57, 'matures_on', { value: '2025-02-30', zh: '没有这一天' });
const total: Finding = finding(60, 'disbursed_fen', {
  code: 'total_differs',
  value: '13600',
  suggestion: '13500',
  gravity: 'warning',
});

function table(findings = [amount, day]) {
  const onCorrect = vi.fn();
  show(<Findings findings={findings} onCorrect={onCorrect} />);
  return onCorrect;
}

test('each finding names row, column, value, what is wrong and what would be right', () => {
  table();
  const row = screen.getByRole('row', { name: /放款金额/ });
  expect(within(row).getByText('31')).toBeDefined();
  expect(within(row).getByRole<HTMLInputElement>('textbox').value).toBe('1.2亿');
  for (const words of ['H', '应为数字', '12000']) expect(row.textContent).toContain(words);
});

test('a suggestion is taken with one click', async () => {
  const onCorrect = table();
  await userEvent.click(screen.getByRole('button', { name: '采纳第 31 行放款金额的建议：12000' }));
  expect(onCorrect).toHaveBeenCalledWith({ row: 31, field: 'disbursed_fen', value: '12000' });
});

test('typing and Enter mends, Escape takes it back, an emptied cell has no value', async () => {
  const onCorrect = table();
  const box = screen.getByRole<HTMLInputElement>('textbox', { name: '第 57 行到期日期' });
  await userEvent.type(box, '9{Escape}{Enter}');
  expect(box.value).toBe('2025-02-30');
  expect(onCorrect).not.toHaveBeenCalled();
  await userEvent.clear(box);
  await userEvent.type(box, '{Enter}');
  expect(onCorrect).toHaveBeenCalledExactlyOnceWith({ row: 57, field: 'matures_on' });
});

test('a totals row is looked at, never typed into', () => {
  table([total]);
  expect(screen.queryByRole('textbox')).toBeNull();
  expect(screen.queryByRole('button')).toBeNull();
});

test('on a phone each finding is a card', () => {
  onPhone();
  table();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(screen.getByText('第 31 行 · 放款金额')).toBeDefined();
});

beforeEach(() =>
  setSession({
    phase: 'in',
    session: {
      user: { id: 1, name: '示例', account: 'clerk' },
      organisation: { id: 2, name: '示例银行', kind: 'bank' },
      rights: ['imports.mend'],
      csrf: 'c',
      must_change_password: false,
      city: '示例市',
      business_date: '2026-09-30',
      demo: false,
    },
  }),
);

const opened = { id: 7, counts: { errors: 2, warnings: 1 } } as unknown as Import;

test('all suggestions are those of every page, and one command takes them', async () => {
  const later = finding(90, 'matures_on', { value: '26.3.1', suggestion: '2026-03-01' });
  const asked = answering(({ method, path }) => {
    if (method === 'POST') return { body: { id: 7, version: 9 } };
    return path.includes('cursor=')
      ? { body: { rows: [later] } }
      : { body: { rows: [amount, day], next: '2' } };
  });
  show(<FindingsPanel of={opened} />);
  await userEvent.click(await screen.findByRole('button', { name: /采纳全部建议/ }));
  await waitFor(() => expect(asked.some((one) => one.method === 'POST')).toBe(true));
  const sent = asked.find((one) => one.method === 'POST');
  expect(sent?.path).toBe('/api/v1/imports/7/mend');
  expect(sent?.body).toEqual({
    corrections: [
      { row: 31, field: 'disbursed_fen', value: '12000' },
      { row: 90, field: 'matures_on', value: '2026-03-01' },
    ],
  });
});

test('warnings are shown when asked for', async () => {
  const asked = answering(({ path }) => ({
    body: { rows: path.includes('gravity=warning') ? [total] : [amount] },
  }));
  show(<FindingsPanel of={opened} />);
  await screen.findByText('应为数字');
  await userEvent.click(screen.getByText('提醒 1'));
  expect(await screen.findByText('13600')).toBeDefined();
  expect(asked.at(-1)?.path).toContain('gravity=warning');
});
