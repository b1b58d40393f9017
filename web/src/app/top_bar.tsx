/** Search, the business date, the other language, what waits. */
import { BellOutlined, GlobalOutlined, MenuOutlined, SearchOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { askAgain } from '~/base/action';
import { dateText } from '~/base/format';
import { speak, useText } from '~/base/language';
import { useIsPhone } from '~/base/screen';
import { useSession } from '~/base/store';
import { Pill } from '~/ui/status_tag';
import { useTodoCount } from './todo_count';
import styles from './top_bar.module.css';

interface TopBarProps {
  onMenu: () => void;
  onSearch: () => void;
}

export function TopBar({ onMenu, onSearch }: TopBarProps) {
  const { t, language } = useText();
  const phone = useIsPhone();
  const { business_date: day, demo } = useSession();
  const count = useTodoCount();
  return (
    <header className={styles.bar}>
      {phone ? (
        <>
          <button
            type="button"
            className={styles.icon}
            onClick={onMenu}
            aria-label={t('shell.openMenu')}
          >
            <MenuOutlined />
          </button>
          <Link to="/" className={styles.name}>
            {t('app.name')}
          </Link>
        </>
      ) : (
        <button type="button" className={styles.search} onClick={onSearch}>
          <SearchOutlined />
          <span className={styles.hint}>{t('shell.search')}</span>
          <kbd>Ctrl K</kbd>
        </button>
      )}
      <span className={styles.gap} />
      {demo && (
        <span title={t('app.demoWords')}>
          <Pill tone="warn">{t('app.demo')}</Pill>
        </span>
      )}
      {!phone && (
        <span className={styles.day}>
          {t('shell.businessDate', { date: dateText(day, language) })}
        </span>
      )}
      <LanguageSwitch />
      <Link to="/todo" className={styles.icon} aria-label={t('shell.todo', { count })}>
        <BellOutlined />
        {count > 0 && (
          <span className={styles.badge} aria-hidden="true">
            {count > 99 ? '99+' : count}
          </span>
        )}
      </Link>
      {phone && (
        <button
          type="button"
          className={styles.icon}
          onClick={onSearch}
          aria-label={t('shell.search')}
        >
          <SearchOutlined />
        </button>
      )}
    </header>
  );
}

/** The server words refusals and names too, so everything shown is asked for again. */
function LanguageSwitch() {
  const { t, language } = useText();
  const queries = useQueryClient();
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      className={styles.language}
      lang={other === 'zh' ? 'zh-CN' : 'en'}
      onClick={() => void speak(other).then(() => askAgain(queries))}
    >
      <GlobalOutlined /> {t('app.otherLanguage')}
    </button>
  );
}
