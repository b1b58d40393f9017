import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { sessionState, setSession } from '~/base/store';
import { answering, show } from '~/ui/test_kit';
import { ChangePassword } from './change_password';
import { drawPassword } from './initial_password';
import { SignIn } from './sign_in';

const session = {
  user: { id: 1, name: '甲', account: 'admin.a' },
  organisation: { id: 2, name: '局', kind: 'city_bureau' },
  rights: [],
  csrf: 'c',
  city: '郑州市',
  business_date: '2026-09-30',
  demo: false,
  must_change_password: false,
};

beforeEach(() => setSession({ phase: 'out', city: '郑州市' }));

async function enter(password: string) {
  await userEvent.type(screen.getByLabelText('账号'), ' admin.a ');
  await userEvent.type(screen.getByLabelText('密码'), `${password}{Enter}`);
}

test('signing in asks who we are and opens the pages', async () => {
  const asked = answering(({ method }) => ({ body: method === 'GET' ? session : { csrf: 'c' } }));
  show(<SignIn city="郑州市" />);
  expect(screen.getAllByText('郑州市知识产权质押融资平台').length).toBeGreaterThan(0);
  await enter('correct horse');
  await waitFor(() => expect(sessionState().phase).toBe('in'));
  expect(asked[0]?.body).toEqual({ user: 'admin.a', password: 'correct horse' });
});

test('wrong, unknown and locked are told in one sentence, the server says which', async () => {
  answering(() => ({
    status: 401,
    body: { code: 'not_signed_in', title: '登录名或密码不正确，或账号已锁定' },
  }));
  show(<SignIn />);
  await enter('wrong');
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('登录名或密码不正确，或账号已锁定');
  await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('密码').value).toBe(''));
  expect(sessionState().phase).toBe('out');
});

test('too many attempts say when to try again', async () => {
  answering(() => ({ status: 429, headers: { 'Retry-After': '600' } }));
  show(<SignIn />);
  await enter('wrong');
  expect((await screen.findByRole('alert')).textContent).toContain('约 10 分钟后可再试');
});

test('the first password is replaced, and the ended session begun anew with the new one', async () => {
  setSession({ phase: 'in', session: { ...session, must_change_password: true } });
  const asked = answering(({ method }) => ({ body: method === 'GET' ? session : {} }));
  show(<ChangePassword />);
  await userEvent.type(screen.getByLabelText('管理员交给您的初始密码'), 'first');
  await userEvent.type(screen.getByLabelText('新密码'), 'short');
  await userEvent.type(screen.getByLabelText('再次输入新密码'), 'other');
  await userEvent.click(screen.getByRole('button', { name: '设置密码' }));
  expect(await screen.findByText('至少 12 个字符')).toBeDefined();
  expect(await screen.findByText('两次输入不一致')).toBeDefined();
  expect(asked).toHaveLength(0);
  await userEvent.type(screen.getByLabelText('新密码'), ' but long enough');
  await userEvent.clear(screen.getByLabelText('再次输入新密码'));
  await userEvent.type(screen.getByLabelText('再次输入新密码'), 'short but long enough');
  await userEvent.click(screen.getByRole('button', { name: '设置密码' }));
  await waitFor(() => expect(asked.map((one) => one.path)).toContain('/api/v1/session'));
  expect(asked[0]).toMatchObject({
    path: '/api/v1/accounts/change-password',
    body: { old_password: 'first', new_password: 'short but long enough' },
  });
  expect(asked[1]?.body).toEqual({ user: 'admin.a', password: 'short but long enough' });
  await waitFor(() =>
    expect(sessionState()).toMatchObject({ session: { must_change_password: false } }),
  );
});

test('a drawn password is long enough and never the same', () => {
  const drawn = Array.from({ length: 100 }, drawPassword);
  expect(new Set(drawn).size).toBe(100);
  for (const one of drawn) expect(one).toMatch(/^([a-km-np-z2-9]{4}-){3}[a-km-np-z2-9]{4}$/);
});
