import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { Problem } from '~/base/problem';
import { setSession } from '~/base/store';
import { ConfirmMoney } from './confirm_money';
import { PasswordConfirm } from './password_confirm';
import { show } from './test_kit';

test('ConfirmMoney: repeats the amount in figures and words and names the effect', async () => {
  const pay = vi.fn().mockResolvedValue(undefined);
  show(
    <ConfirmMoney
      title="先行拨付"
      fen={120_000_000}
      words="壹佰贰拾万元整"
      effect="拨付后不能撤回"
      confirm="确认拨付"
      onConfirm={pay}
      onCancel={() => undefined}
    />,
  );
  const dialog = screen.getByRole('dialog', { name: '先行拨付' });
  expect(dialog.textContent).toContain('1,200,000.00 元');
  expect(dialog.textContent).toContain('壹佰贰拾万元整');
  expect(dialog.textContent).toContain('拨付后不能撤回');
  await userEvent.click(screen.getByRole('button', { name: '确认拨付' }));
  expect(pay).toHaveBeenCalledOnce();
});

test('ConfirmMoney: above the limit only the very amount opens the button', async () => {
  show(
    <ConfirmMoney
      title="先行拨付"
      fen={120_000_000}
      effect=""
      confirm="确认拨付"
      typeAbove={100_000_000}
      onConfirm={() => Promise.resolve()}
      onCancel={() => undefined}
    />,
  );
  const button = () => screen.getByRole<HTMLButtonElement>('button', { name: '确认拨付' });
  await userEvent.type(screen.getByLabelText('请输入金额以确认'), '1,200,000');
  expect(button().disabled).toBe(false);
  await userEvent.type(screen.getByLabelText('请输入金额以确认'), '0');
  expect(button().disabled).toBe(true);
});

function approval(onConfirm: (password: string) => Promise<void>) {
  setSession({
    phase: 'in',
    session: {
      user: { id: 1, name: '乙', account: 'b' },
      organisation: { id: 2, name: '局', kind: 'city_bureau' },
      rights: [],
      csrf: 'c',
      city: '郑州市',
      business_date: '2026-09-30',
      demo: false,
      must_change_password: false,
    },
  });
  show(
    <PasswordConfirm
      title="复核：提交季报"
      effect="2026 年第三季度"
      confirm="复核"
      onConfirm={onConfirm}
      onCancel={() => undefined}
    />,
  );
}

test('PasswordConfirm: the button signs with what was typed', async () => {
  const sign = vi.fn().mockResolvedValue(undefined);
  approval(sign);
  await userEvent.type(screen.getByLabelText('您的登录密码'), 'correct horse');
  await userEvent.click(screen.getByRole('button', { name: '复核' }));
  await waitFor(() => expect(sign).toHaveBeenCalledWith('correct horse'));
});

test('PasswordConfirm: a wrong password is said at the input, which is empty again', async () => {
  const wrong = { pointer: '/password', code: 'wrong_password', message: '密码不正确' };
  approval(() => Promise.reject(new Problem(422, { title: '密码不正确', errors: [wrong] })));
  await userEvent.type(screen.getByLabelText('您的登录密码'), 'nope');
  await userEvent.click(screen.getByRole('button', { name: '复核' }));
  expect(await screen.findByText('密码不正确')).toBeDefined();
  expect(screen.getByLabelText<HTMLInputElement>('您的登录密码').value).toBe('');
});

test('PasswordConfirm: without a password nothing is signed', async () => {
  const sign = vi.fn();
  approval(sign);
  await userEvent.click(screen.getByRole('button', { name: '复核' }));
  expect(await screen.findByText('请输入密码')).toBeDefined();
  expect(sign).not.toHaveBeenCalled();
});
