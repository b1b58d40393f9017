import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import { setSession } from '~/base/store';
import { answering, onPhone, show } from '~/ui/test_kit';
import { Shell } from './shell';

beforeEach(() => {
  setSession({
    phase: 'in',
    session: {
      user: { id: 1, name: '管理员甲', account: 'a' },
      organisation: { id: 2, name: '某局', kind: 'city_bureau' },
      rights: ['journal.read'],
      csrf: 'c',
      city: '郑州市',
      business_date: '2026-09-30',
      demo: true,
      must_change_password: false,
    },
  });
  answering(() => ({ body: { rows: [{ id: 1 }] } }));
});

const shell = (
  <Routes>
    <Route element={<Shell />}>
      <Route path="*" element={<h1>页面</h1>} />
    </Route>
  </Routes>
);

test('the menu holds what the rights open, and the count is what waits for this person', async () => {
  show(shell, '/todo');
  const menu = screen.getByRole('navigation', { name: '主菜单' });
  await waitFor(() =>
    expect(within(menu).getByRole('link', { name: /待办与复核/ }).textContent).toContain(
      '待办 1 项',
    ),
  );
  expect(within(menu).getByRole('link', { name: '办理记录' })).toBeDefined();
  expect(within(menu).queryByRole('link', { name: '人员' })).toBeNull();
  expect(screen.getByText('业务日期 2026-09-30')).toBeDefined();
});

test('the first stop of the keyboard leads past menu and bar', async () => {
  show(shell);
  await userEvent.tab();
  expect(document.activeElement?.getAttribute('href')).toBe('#main');
});

test('Ctrl K finds a page and Enter opens it', async () => {
  show(shell);
  await userEvent.keyboard('{Control>}k{/Control}');
  const box = await screen.findByRole('combobox', { name: '搜索页面' });
  await userEvent.type(box, '记录');
  expect(screen.getAllByRole('option')).toHaveLength(1);
  await userEvent.keyboard('{Enter}');
  await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/journal'));
  expect(screen.queryByRole('combobox', { name: '搜索页面' })).toBeNull();
  await waitFor(() => expect(document.activeElement?.id).toBe('main'));
});

test('on a phone the menu is a drawer that another page closes', async () => {
  onPhone();
  show(shell);
  expect(screen.queryByRole('navigation', { name: '主菜单' })).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: '打开菜单' }));
  const dialog = await screen.findByRole('dialog');
  await userEvent.click(within(dialog).getByRole('link', { name: '办理记录' }));
  await waitFor(() => expect(screen.getByTestId('where').textContent).toBe('/journal'));
});
