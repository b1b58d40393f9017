import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { show } from './test_kit';
import { VersionHistory } from './version_history';

const versions = [
  { effective: '2024-06-01', sequence: 840, name: '甲支行', kind: 'bank', withdrawn: true },
  { effective: '2022-01-01', sequence: 12, name: '甲分行', kind: 'bank' },
];

test('newest first whatever order they come in, only what changed, with the value before', () => {
  show(
    <VersionHistory
      of="Sample"
      versions={versions}
      show={['name', 'kind']}
      record={(sequence) => `/journal?sequence=${sequence}`}
    />,
  );
  const [newest, first] = screen.getAllByRole('listitem');
  expect(newest?.textContent).toContain('变更');
  expect(newest?.textContent).toContain('已撤回');
  expect(newest?.querySelector('del')?.textContent).toBe('甲分行');
  expect(newest?.textContent).not.toContain('银行');
  expect(first?.textContent).toContain('银行');
  expect(screen.getByRole('link', { name: '记录 840' }).getAttribute('href')).toBe(
    '/journal?sequence=840',
  );
});
