import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { Columns, Page, Panel } from './page';
import { show } from './test_kit';

test('a page has one h1, its title in the tab, and a way back', () => {
  show(
    <Page title="某银行" crumbs={[{ label: '机构', to: '/organisations' }]} subtitle="银行">
      <Columns main={<Panel title="基本信息">内容</Panel>} side={<Panel>无题</Panel>} />
    </Page>,
  );
  expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1);
  expect(document.title).toBe('某银行 · 知融');
  expect(screen.getByRole('link', { name: '机构' }).getAttribute('href')).toBe('/organisations');
  expect(screen.getByRole('region', { name: '基本信息' }).textContent).toContain('内容');
});
