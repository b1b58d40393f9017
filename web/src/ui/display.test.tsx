import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { structFields } from '~/base/schema';
import { Board } from './board';
import { BulletKpi } from './bullet_kpi';
import { FactStrip } from './fact_strip';
import { Fields } from './fields';
import { MoneyText } from './money_text';
import { StatusTag, toneOf } from './status_tag';
import { document as described, onPhone, show } from './test_kit';
import { Value } from './value';

test('MoneyText: a rounded amount tells every fen when pointed at, a whole one does not', () => {
  show(
    <>
      <MoneyText fen={500_000_050} />
      <MoneyText fen={1_200_000_000} />
    </>,
  );
  expect(screen.getByTitle('5,000,000.50 元').textContent).toBe('500.00 万元');
  expect(screen.getByText('1,200.00').getAttribute('title')).toBeNull();
});

test('MoneyText: what is not known is no zero', () => {
  show(<MoneyText fen={null} />);
  expect(screen.getByText('暂无数据')).toBeDefined();
  expect(screen.queryByText(/0/)).toBeNull();
});

test('Value: each kind is written in its own way', () => {
  const fields = structFields(described, 'Sample');
  const value = (name: string, held: unknown) => {
    const field = fields.find((one) => one.name === name);
    return field && <p key={name}>{<Value field={field} value={held} />}</p>;
  };
  const { container } = show(
    <>
      {value('amount_fen', 1_200_000_000)}
      {value('rate_ppm', 33_500)}
      {value('opened', '2026-09-30')}
      {value('kind', 'bank')}
      {value('standing', 'closed')}
    </>,
  );
  const texts = [...container.querySelectorAll('p')].map((p) => p.textContent);
  expect(texts).toEqual(['1,200.00 万元', '3.35 %', '2026-09-30', '银行', '已停用']);
});

test('StatusTag: the word always stands beside the dot, unknown states are neutral', () => {
  show(<StatusTag tone={toneOf('overdue')}>逾期</StatusTag>);
  expect(screen.getByText('逾期')).toBeDefined();
  expect(toneOf('never_heard_of')).toBe('neutral');
});

test('Fields: labels and formats come from the struct, a page may render one itself', () => {
  show(
    <Fields
      of="Sample"
      value={{ name: '甲', amount_fen: 100_000_000 }}
      show={['name', 'amount_fen', 'rate_ppm']}
      render={{ name: <b>乙</b> }}
    />,
  );
  expect(screen.getAllByRole('term').map((term) => term.textContent)).toEqual([
    '名称',
    '金额',
    '利率',
  ]);
  const shown = screen.getAllByRole('definition').map((one) => one.textContent);
  expect(shown).toEqual(['乙', '100.00 万元', '—暂无数据']);
});

test('FactStrip: never more than six facts', () => {
  show(
    <FactStrip facts={Array.from({ length: 8 }, (_, n) => ({ label: `事实${n}`, value: n }))} />,
  );
  expect(screen.getAllByRole('term')).toHaveLength(6);
});

test('BulletKpi: verdict and change are words, the bar stays inside its track', () => {
  const { container } = show(
    <BulletKpi
      label="质押融资金额"
      value="38.62"
      unit="亿元"
      verdict={{ tone: 'ok', words: '已达标' }}
      change={{ tone: 'ok', words: '+34.1 % 同比' }}
      reached={1200}
      target={970}
      from="去年同期 28.80"
      to="目标 37.44"
    />,
  );
  expect(screen.getByRole('region', { name: '质押融资金额' }).textContent).toContain('已达标');
  const widths = [...container.querySelectorAll<HTMLElement>('[style]')].map(
    (one) => one.style.width || one.style.left,
  );
  expect(widths).toEqual(['100%', '97%']);
});

const columns = [
  { key: '2026Q1', label: '一季度' },
  { key: '2026Q2', label: '二季度' },
];
const rows = [
  {
    id: 1,
    name: '某银行',
    cells: {
      '2026Q1': { tone: 'ok' as const, words: '按时', note: '2026-04-08', to: '/returns/7' },
    },
  },
];

test('Board: every cell belongs to a party and a period, an empty one says so', () => {
  show(<Board caption="报送情况" corner="银行" columns={columns} rows={rows} />);
  expect(screen.getByRole('rowheader', { name: '某银行' })).toBeDefined();
  expect(screen.getByRole('link', { name: '按时' }).getAttribute('href')).toBe('/returns/7');
  expect(screen.getByTitle('无')).toBeDefined();
});

test('Board: on a phone each party is a card and there is no sideways table', () => {
  onPhone();
  show(<Board caption="报送情况" corner="银行" columns={columns} rows={rows} />);
  expect(screen.queryByRole('table')).toBeNull();
  expect(screen.getByRole('list', { name: '报送情况' }).textContent).toContain('一季度');
});
