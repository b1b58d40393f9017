/** Where a way ends: no such page, or a page that broke. */
import { Button } from 'antd';
import { Link } from 'react-router';
import { useText } from '~/base/language';
import { Page, Panel } from '~/ui/page';
import { Empty } from '~/ui/state_views';

export function NotFound() {
  const { t } = useText();
  return (
    <Page title={t('shell.notFound')}>
      <Panel>
        <Empty
          title={t('shell.notFound')}
          words={t('shell.notFoundWords')}
          action={<Link to="/">{t('shell.home')}</Link>}
        />
      </Panel>
    </Page>
  );
}

export function Broken() {
  const { t } = useText();
  return (
    <Page title={t('shell.broken')}>
      <Panel>
        <Empty
          title={t('shell.broken')}
          words={t('shell.brokenWords')}
          action={<Button onClick={() => location.reload()}>{t('shell.reload')}</Button>}
        />
      </Panel>
    </Page>
  );
}
