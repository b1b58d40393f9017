/** The first page of a session is the first of its menu. */
import { Navigate } from 'react-router';
import { useText } from '~/base/language';
import { useSession } from '~/base/store';
import { Page } from '~/ui/page';
import { Empty } from '~/ui/state_views';
import { allowed, groups, pages } from './pages';

export function Landing() {
  const { t } = useText();
  const { rights } = useSession();
  const open = allowed(pages, rights);
  const first = groups.flatMap((group) => open.filter((page) => page.group === group))[0];
  if (first) return <Navigate to={first.path} replace />;
  return (
    <Page title={t('app.name')}>
      <Empty title={t('shell.noPages')} words={t('shell.noPagesWords')} />
    </Page>
  );
}
