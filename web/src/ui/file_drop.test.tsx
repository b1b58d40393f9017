import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { FileDrop } from './file_drop';
import { answering, show } from './test_kit';

const input = () => document.querySelector('input[type=file]') as HTMLInputElement;
const ledger = new File(['a,b'], '台账.csv', { type: 'text/csv' });

test('a file is kept at once and its digest answered', async () => {
  const asked = answering(() => ({ body: { digest: 'd1', name: '台账.csv' } }));
  const onChange = vi.fn();
  show(<FileDrop accept=".csv" hint="CSV" value="d1" onChange={onChange} />);
  await userEvent.upload(input(), ledger);
  await waitFor(() => expect(onChange).toHaveBeenCalledWith('d1'));
  expect(asked[0]?.path).toBe(`/api/v1/files?name=${encodeURIComponent('台账.csv')}`);
  expect(asked[0]?.headers.get('Content-Type')).toBe('application/octet-stream');
  expect(await screen.findByText('台账.csv')).toBeDefined();
});

test('a file that is refused says why and leaves nothing chosen', async () => {
  answering(() => ({ status: 400, body: { code: 'empty_file', title: '文件是空的' } }));
  const onChange = vi.fn();
  show(<FileDrop accept=".csv" hint="CSV" onChange={onChange} />);
  await userEvent.upload(input(), ledger);
  expect(await screen.findByText('文件是空的')).toBeDefined();
  expect(onChange).toHaveBeenCalledWith(undefined);
});
