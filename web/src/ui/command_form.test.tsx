import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { CommandDrawer } from './command_drawer';
import { CommandForm } from './command_form';
import { answering, show } from './test_kit';

const fields = ['name', 'kind', 'amount_fen', 'rate_ppm'];
const box = (name: RegExp) => screen.getByRole('textbox', { name });
const submit = () => userEvent.click(screen.getByRole('button', { name: '提交' }));

test('typed 万元 and percent reach the server as whole fen and ppm, empty inputs not at all', async () => {
  const asked = answering(() => ({
    status: 202,
    body: { command: 5, state: 'awaiting_approval' },
  }));
  const onDone = vi.fn();
  show(<CommandForm command="samples.create" show={fields} fixed={{ park: 3 }} onDone={onDone} />);
  await userEvent.type(box(/名称/), ' 甲公司 ');
  await userEvent.type(box(/金额/), '1,200.5');
  await userEvent.type(box(/利率/), '3.35');
  await submit();
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(asked.at(-1)).toMatchObject({
    method: 'POST',
    path: '/api/v1/samples',
    body: { park: 3, name: '甲公司', amount_fen: 1_200_500_000, rate_ppm: 33_500 },
  });
  expect(onDone.mock.calls[0]?.[0]).toMatchObject({ awaiting: true });
});

test('says beforehand that a second person is needed', () => {
  show(<CommandForm command="samples.create" show={['name']} onDone={() => undefined} />);
  expect(screen.getByText('另有人持有复核权时，经其复核后生效。')).toBeDefined();
});

test('what the description forbids is never sent', async () => {
  const asked = answering(() => ({}));
  show(<CommandForm command="samples.create" show={fields} onDone={() => undefined} />);
  await userEvent.type(box(/金额/), '1.2亿');
  await userEvent.type(box(/名称/), '一二三四五六七八九十一');
  await submit();
  expect(await screen.findByText('请填写数字，例如 1200.5')).toBeDefined();
  expect(await screen.findByText('不超过 10 个字')).toBeDefined();
  await userEvent.clear(box(/金额/));
  await userEvent.type(box(/金额/), '0');
  await submit();
  expect(await screen.findByText('小于允许的最小值')).toBeDefined();
  expect(asked).toHaveLength(0);
});

test('a refusal stands at the input it names, tied to it for a screen reader', async () => {
  answering(() => ({
    status: 422,
    body: {
      code: 'name_known',
      title: '名称已登记',
      errors: [{ pointer: '/name', code: 'name_known', message: '名称已登记' }],
    },
  }));
  show(<CommandForm command="samples.create" show={fields} onDone={() => undefined} />);
  await userEvent.type(box(/名称/), '甲');
  await userEvent.type(box(/金额/), '1');
  await submit();
  await waitFor(() => expect(box(/名称/).getAttribute('aria-invalid')).toBe('true'));
  const described = box(/名称/).getAttribute('aria-describedby')?.split(' ') ?? [];
  const words = described.map((id) => document.getElementById(id)?.textContent).join('');
  expect(words).toContain('名称已登记');
  expect(document.activeElement).toBe(box(/名称/));
});

test('after a lost answer the button asks about the same action', async () => {
  let lost = true;
  const asked = answering(() => {
    if (lost) throw new TypeError('network');
    return { body: {} };
  });
  const onDone = vi.fn();
  show(
    <CommandForm command="samples.rename" id={7} version={'"3"'} show={['name']} onDone={onDone} />,
  );
  await userEvent.type(box(/名称/), '甲');
  await submit();
  await screen.findByText('尚不确定是否已办理。再次提交不会重复办理。');
  lost = false;
  await userEvent.click(screen.getByRole('button', { name: '再次提交' }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  const posts = asked.filter((one) => one.method === 'POST');
  expect(posts.map((one) => one.path)).toEqual([
    '/api/v1/samples/7/rename',
    '/api/v1/samples/7/rename',
  ]);
  expect(posts[1]?.headers.get('Idempotency-Key')).toBe(posts[0]?.headers.get('Idempotency-Key'));
  expect(posts[0]?.headers.get('If-Match')).toBe('"3"');
});

test('the same digits mean another amount in another unit', async () => {
  const asked = answering(() => ({ body: {} }));
  show(
    <CommandForm command="samples.create" show={['name', 'amount_fen']} onDone={() => undefined} />,
  );
  await userEvent.type(box(/名称/), '甲');
  await userEvent.type(box(/金额/), '35');
  await userEvent.click(screen.getByRole('combobox', { name: '金额单位' }));
  await userEvent.click(await screen.findByTitle('元'));
  await submit();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.body).toMatchObject({ amount_fen: 3500 });
});

test('a drawer with something typed asks before it closes', async () => {
  const onClose = vi.fn();
  show(<CommandDrawer title="登记" command="samples.create" show={['name']} onClose={onClose} />);
  await userEvent.type(box(/名称/), '甲');
  await userEvent.click(screen.getByRole('button', { name: '取消' }));
  expect(onClose).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole('button', { name: '放弃' }));
  await waitFor(() => expect(onClose).toHaveBeenCalledOnce());
});
