import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { DataPage } from './data_page';
import { answering, onPhone, show } from './test_kit';

interface Sample {
  id: number;
  name: string;
  kind?: string;
  amount_fen?: number;
}

const rows: Sample[] = [
  { id: 1, name: '甲', kind: 'bank', amount_fen: 1_200_000_000 },
  { id: 2, name: '乙' },
];

function page(extra = {}) {
  return (
    <DataPage<Sample>
      title="示例"
      of="Sample"
      path="/samples"
      show={['name', 'kind', 'amount_fen']}
      filters={['kind', 'not_declared']}
      search={{ name: 'q', hint: '名称' }}
      open={(row) => `/samples/${row.id}`}
      empty={{ title: '还没有示例' }}
      {...extra}
    />
  );
}

const where = () => screen.getByTestId('where').textContent;

test('labels come from the description, amounts name their unit once in the header', async () => {
  answering(() => ({ body: { rows, total: 2 } }));
  show(page());
  expect(await screen.findByRole('columnheader', { name: '金额（万元）' })).toBeDefined();
  const first = screen.getByRole('row', { name: /甲/ });
  expect(within(first).getByText('1,200.00')).toBeDefined();
  expect(within(first).getByText('银行')).toBeDefined();
  expect(within(first).getByRole('link', { name: '甲' }).getAttribute('href')).toBe('/samples/1');
  expect(screen.getByText('共 2 条')).toBeDefined();
});

test('the address bar holds the filter, and a filter that the read lacks is not offered', async () => {
  const asked = answering(() => ({ body: { rows } }));
  show(page(), '/?kind=bank&cursor=abc');
  await screen.findByText('甲');
  expect(asked.at(-1)?.path).toBe('/api/v1/samples?limit=50&kind=bank&cursor=abc');
  expect(screen.queryByText('not_declared')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: '清除筛选' }));
  await waitFor(() => expect(where()).toBe('/'));
});

test('typing searches after a pause and starts at the first page', async () => {
  const asked = answering(() => ({ body: { rows } }));
  show(page(), '/?cursor=abc');
  await screen.findByText('甲');
  await userEvent.type(screen.getByRole('textbox', { name: '搜索' }), '科技');
  await waitFor(() => expect(asked.at(-1)?.path).toContain('q=%E7%A7%91%E6%8A%80'));
  expect(asked.at(-1)?.path).not.toContain('cursor');
});

test('pages go forward by the cursor and back to where they came from', async () => {
  answering(({ path }) =>
    path.includes('cursor=two')
      ? { body: { rows: [{ id: 3, name: '丙' }] } }
      : { body: { rows, next: 'two' } },
  );
  show(page());
  await userEvent.click(await screen.findByRole('button', { name: /下一页/ }));
  expect(await screen.findByText('丙')).toBeDefined();
  expect(screen.getByText(/第 2 页/)).toBeDefined();
  await userEvent.click(screen.getByRole('button', { name: /上一页/ }));
  expect(await screen.findByText('甲')).toBeDefined();
  expect(where()).toBe('/');
});

test('a click on the row opens it, Ctrl with a click opens it beside', async () => {
  answering(() => ({ body: { rows } }));
  const open = vi.spyOn(window, 'open').mockReturnValue(null);
  show(page());
  const cell = (await screen.findByRole('row', { name: /甲/ })).querySelectorAll('td')[1];
  fireEvent.click(cell as Element, { ctrlKey: true });
  expect(open).toHaveBeenCalledWith('/samples/1', '_blank', 'noopener');
  fireEvent.click(cell as Element);
  await waitFor(() => expect(where()).toBe('/samples/1'));
});

test('nothing yet and nothing found are told apart', async () => {
  answering(() => ({ body: { rows: [] } }));
  const { unmount } = show(page());
  expect(await screen.findByText('还没有示例')).toBeDefined();
  unmount();
  show(page(), '/?kind=bank');
  expect(await screen.findByText('没有符合条件的记录')).toBeDefined();
});

test('on a phone every record is a card that leaves out what is not known', async () => {
  onPhone();
  answering(() => ({ body: { rows } }));
  show(page());
  const list = await screen.findByRole('list', { name: '示例' });
  expect(screen.queryByRole('table')).toBeNull();
  const [first, second] = within(list).getAllByRole('listitem');
  expect(first?.textContent).toContain('1,200.00 万元');
  expect(second?.textContent).toBe('乙');
});

test('a failure of the server can be tried again', async () => {
  let broken = true;
  answering(() => (broken ? { status: 500, body: { title: '内部错误' } } : { body: { rows } }));
  show(page());
  await screen.findByText('内部错误');
  broken = false;
  await userEvent.click(screen.getByRole('button', { name: '重试' }));
  expect(await screen.findByText('甲')).toBeDefined();
});
