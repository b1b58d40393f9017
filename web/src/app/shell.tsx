/** The frame around every page: menu, top bar, the way for the keyboard past both. */
import { Drawer } from 'antd';
import { Suspense, useEffect, useRef, useState } from 'react';
import { Outlet, useLocation, useNavigation } from 'react-router';
import { useText } from '~/base/language';
import { useIsPhone } from '~/base/screen';
import { Loading } from '~/ui/state_views';
import { Brand, Menu, UserBlock } from './menu';
import { useOnline } from './online';
import { Palette } from './palette';
import styles from './shell.module.css';
import { TopBar } from './top_bar';

export function Shell() {
  const { t } = useText();
  const phone = useIsPhone();
  const online = useOnline();
  // Open on one path only, so that another page starts with the menu out of the way.
  const [drawerAt, setDrawerAt] = useState<string | null>(null);
  const [palette, setPalette] = useState(false);
  const { pathname } = useLocation();
  const busy = useNavigation().state === 'loading';

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setPalette(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);

  // Another page starts at its top, and the keyboard and the screen reader start with it.
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    window.scrollTo(0, 0);
    document.getElementById('main')?.focus({ preventScroll: true });
  }, [pathname]);

  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main">
        {t('shell.skip')}
      </a>
      {!phone && (
        <nav className={styles.side} aria-label={t('shell.menu')}>
          <Brand />
          <Menu />
          <UserBlock />
        </nav>
      )}
      <div className={styles.body}>
        <TopBar onMenu={() => setDrawerAt(pathname)} onSearch={() => setPalette(true)} />
        <div className={busy ? styles.busy : undefined} aria-hidden="true" />
        {!online && (
          <p role="alert" className={styles.offline}>
            {t('shell.offline')}
          </p>
        )}
        <main id="main" tabIndex={-1} className={styles.main}>
          <Suspense fallback={<Loading />}>
            <Outlet />
          </Suspense>
        </main>
      </div>
      {phone && (
        <Drawer
          open={drawerAt === pathname}
          placement="left"
          size={264}
          onClose={() => setDrawerAt(null)}
          title={<Brand />}
          closable={{ 'aria-label': t('shell.close'), placement: 'end' }}
          classNames={{ header: styles.drawerHead ?? '', body: styles.drawerBody ?? '' }}
          footer={<UserBlock />}
        >
          <nav aria-label={t('shell.menu')}>
            <Menu />
          </nav>
        </Drawer>
      )}
      {palette && <Palette onClose={() => setPalette(false)} />}
    </div>
  );
}
