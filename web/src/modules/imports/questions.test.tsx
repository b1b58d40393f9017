import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { setSession } from '~/base/store';
import { answering, show } from '~/ui/test_kit';
import { sentBasis } from './basis_choice';
import { Questions } from './questions';
import type { Finding, Import } from './rows';

const asks = (key: string, more: Partial<Finding>): Finding => ({
  row: 0,
  code: key,
  zh: `问${key}`,
  en: key,
  gravity: 'question',
  key,
  choices: [],
  other: false,
  ...more,
});

const day = asks('data_date', { suggestion: '2026-09-30' });
const gone = asks('missing:3', {
  value: '示借3',
  choices: [
    { code: 'settled', zh: '已结清', en: 'Settled' },
    { code: 'open', zh: '仍未结清', en: 'Still open' },
  ],
  other: true,
});
const differs = asks('conflict:1', {
  row: 4,
  gravity: 'conflict',
  choices: [
    { code: 'keep', zh: '保留', en: 'Keep' },
    { code: 'take', zh: '采用', en: 'Take' },
  ],
});

function ask(rights: string[], questions: Finding[]) {
  setSession({
    phase: 'in',
    session: {
      user: { id: 1, name: '示例', account: 'clerk' },
      organisation: { id: 2, name: '示例银行', kind: 'bank' },
      rights,
      csrf: 'c',
      must_change_password: false,
      city: '示例市',
      business_date: '2026-09-30',
      demo: false,
    },
  });
  const asked = answering(({ path }) => ({
    body: {
      rows: questions.filter(({ gravity }) => path.includes(`gravity=${gravity}`)),
      id: 7,
      version: 2,
    },
  }));
  show(<Questions of={{ id: 7 } as Import} />);
  return () => asked.find((one) => one.method === 'POST')?.body;
}

test('what the server proposes is confirmed together with what was chosen', async () => {
  const sent = ask(['imports.answer'], [day, gone]);
  await userEvent.click(await screen.findByRole('radio', { name: '已结清' }));
  await userEvent.click(screen.getByRole('button', { name: '提交答复' }));
  await waitFor(() =>
    expect(sent()).toEqual({
      answers: [
        { key: 'missing:3', answer: 'settled' },
        { key: 'data_date', answer: '2026-09-30' },
      ],
    }),
  );
});

test('a missing note may have a reason of its own', async () => {
  const sent = ask(['imports.answer'], [gone]);
  await userEvent.type(await screen.findByRole('textbox'), '已移交分行');
  await userEvent.click(screen.getByRole('button', { name: '提交答复' }));
  await waitFor(() =>
    expect(sent()).toEqual({ answers: [{ key: 'missing:3', answer: '已移交分行' }] }),
  );
});

test('a conflict is decided by one of its choices', async () => {
  const sent = ask(['imports.answer'], [differs]);
  await userEvent.click(await screen.findByRole('radio', { name: '保留' }));
  await userEvent.click(screen.getByRole('button', { name: '提交答复' }));
  await waitFor(() => expect(sent()).toEqual({ answers: [{ key: 'conflict:1', answer: 'keep' }] }));
});

test('whoever may not answer reads', async () => {
  ask([], [gone]);
  expect(await screen.findByText('尚未答复')).toBeDefined();
  expect(screen.queryByRole('button', { name: '提交答复' })).toBeNull();
});

test('no basis is said by leaving it out', () => {
  expect(sentBasis({ basis: 'none', digest: 'd' })).toEqual({ basis: undefined, digest: 'd' });
  expect(sentBasis({ basis: 'fund_filing' })).toEqual({ basis: 'fund_filing' });
});
