import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { setSession } from '~/base/store';
import { endedBy } from '~/ui/quarter_choice';
import { type Asked, answering, show } from '~/ui/test_kit';
import { Component as ReturnPage } from './return_page';

const signedIn = (organisation: number, rights: string[]) =>
  setSession({
    phase: 'in',
    session: {
      user: { id: 1, name: '示例人员', account: 'a' },
      organisation: { id: organisation, name: '示例机构', kind: 'bank' },
      rights,
      csrf: 'c',
      city: '示例市',
      business_date: '2026-10-01',
      demo: true,
      must_change_password: false,
    },
  });

const cell = (name: string, more: object) => ({
  cell: name,
  title_zh: name,
  title_en: name,
  unit: 'fen',
  kind: 'amount',
  origin: 'figure',
  enterable: true,
  ...more,
});

const returned = {
  id: 7,
  organisation: 2,
  organisation_name: '示例银行甲',
  period: '2026Q3',
  due: '2026-10-10',
  state: 'filling',
  version: 40,
  draft: {
    source: 'form',
    edition: 'final',
    responsible: '示例负责人',
    reasons: {},
    saved: '2026-10-01T01:00:00Z',
  },
  cells: [
    cell('期末余额', { value: 80_000_000 }),
    cell('期初余额', {}),
    cell('不良率', { enterable: false }),
  ],
  findings: [
    {
      rule: 'V12',
      severity: 'warning',
      verdict: 'broken',
      cells: ['期末余额'],
      title_zh: '不良率偏高',
      title_en: 'High',
      zh: '请说明',
      en: 'Say why',
    },
  ],
  actions: ['fill', 'prepare'],
};

/** The server with this return; what is sent is kept. */
function served(page: object, refusal?: object): Asked[] {
  return answering(({ method, path }) => {
    if (method === 'POST')
      return refusal ? { status: 422, body: refusal } : { body: { id: 7, version: 41 } };
    return { body: /\/returns\/7$/.test(path) ? page : { rows: [] } };
  });
}

const opened = () =>
  show(
    <Routes>
      <Route path="/returns/:id" element={<ReturnPage />} />
    </Routes>,
    '/returns/7',
  );

beforeEach(() => signedIn(2, ['returns.read', 'returns.fill', 'returns.prepare']));

test('quarters that have ended, the latest first, also over New Year', () => {
  expect(endedBy('2026-09-30').slice(0, 2)).toEqual(['2026Q2', '2026Q1']);
  expect(endedBy('2026-10-01')[0]).toBe('2026Q3');
  expect(endedBy('2027-01-01').slice(0, 2)).toEqual(['2026Q4', '2026Q3']);
});

test('saving sends the cover, only what was typed, and null for what was emptied', async () => {
  const asked = served(returned);
  opened();
  await userEvent.type(await screen.findByLabelText('期初余额'), '0');
  await userEvent.clear(screen.getByLabelText('期末余额'));
  await userEvent.type(screen.getByLabelText('情况说明'), '个别大额');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(asked.some((one) => one.method === 'POST')).toBe(true));
  const sent = asked.find((one) => one.method === 'POST');
  expect(sent?.path).toContain('/returns/7/fill');
  expect(sent?.body).toEqual({
    source: 'form',
    edition: 'final',
    responsible: '示例负责人',
    cells: { 期初余额: 0, 期末余额: null },
    reasons: { V12: '个别大额' },
  });
});

test('a broken rule stands at its cell, and what the server refuses stands at the cell it names', async () => {
  served(returned, {
    title: '有误',
    errors: [{ pointer: '/cells/期初余额', code: 'x', message: '不得小于 0' }],
  });
  opened();
  const mark = await screen.findByRole('link', { name: /V12/ });
  expect(mark.getAttribute('href')).toBe('#rule-V12');
  await userEvent.type(screen.getByLabelText('期初余额'), '-1');
  await userEvent.click(screen.getByRole('button', { name: '保存' }));
  await waitFor(() => expect(screen.getAllByText('不得小于 0').length).toBeGreaterThan(0));
});

test('a nil return is filled in and frozen by one click', async () => {
  const begun = { ...returned, draft: undefined };
  const asked = served({ ...begun, state: 'open', findings: [], actions: ['fill'] });
  opened();
  await userEvent.click(await screen.findByRole('button', { name: /零报告/ }));
  await waitFor(() => expect(asked.filter((one) => one.method === 'POST')).toHaveLength(2));
  expect(
    asked
      .filter((one) => one.method === 'POST')
      .map((one) => [one.path.split('/').at(-1), one.body]),
  ).toEqual([
    ['fill', { source: 'nil', edition: 'final' }],
    ['prepare', {}],
  ]);
});

test('on behalf of a bank there is no ledger to choose, and nothing is frozen unseen', async () => {
  signedIn(9, ['returns.read', 'returns.fill', 'returns.prepare']);
  const begun = { ...returned, draft: undefined };
  const asked = served({ ...begun, state: 'open', findings: [], actions: ['fill'] });
  opened();
  await userEvent.click(await screen.findByRole('button', { name: /零报告/ }));
  expect(screen.queryByRole('button', { name: /由台账取数/ })).toBeNull();
  await waitFor(() => expect(asked.some((one) => one.path.endsWith('/fill'))).toBe(true));
  expect(asked.some((one) => one.path.endsWith('/prepare'))).toBe(false);
});
