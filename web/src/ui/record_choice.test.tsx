import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test, vi } from 'vitest';
import { RecordChoice } from './record_choice';
import { answering, show } from './test_kit';

interface Row {
  id: number;
  name: string;
}

test('reads every page of the list and hands over the id', async () => {
  const asked = answering(({ path }) =>
    path.includes('cursor=two')
      ? { body: { rows: [{ id: 2, name: '乙银行' }] } }
      : { body: { rows: [{ id: 1, name: '甲银行' }], next: 'two' } },
  );
  const onChange = vi.fn();
  show(
    <RecordChoice<Row>
      path="/organisations"
      option={(row) => ({ value: row.id, label: row.name })}
      onChange={onChange}
    />,
  );
  await waitFor(() => expect(asked).toHaveLength(2));
  await userEvent.click(screen.getByRole('combobox'));
  await userEvent.click(await screen.findByTitle('乙银行'));
  expect(onChange.mock.calls[0]?.[0]).toBe(2);
});
