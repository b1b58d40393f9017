/** The left side: who runs this, where one may go, who one is. */
import { KeyOutlined, LogoutOutlined, SafetyOutlined } from '@ant-design/icons';
import { Dropdown } from 'antd';
import { Link, NavLink, useNavigate } from 'react-router';
import { useText } from '~/base/language';
import { signOut } from '~/base/session';
import { useSession } from '~/base/store';
import { Mark } from '~/ui/mark';
import styles from './menu.module.css';
import { allowed, groups, type PageEntry, pages } from './pages';
import { useTodoCount } from './todo_count';

export function Brand() {
  const { t } = useText();
  const { city } = useSession();
  return (
    <Link to="/" className={styles.brand}>
      <Mark size={26} />
      <span>
        <span className={styles.name}>{t('app.name')}</span>
        <span className={styles.platform}>{t('app.cityPlatform', { city })}</span>
      </span>
    </Link>
  );
}

export function Menu() {
  const { t } = useText();
  const { rights } = useSession();
  const open = allowed(pages, rights);
  return (
    <div className={styles.menu}>
      {groups.map((group) => {
        const entries = open.filter((page) => page.group === group);
        if (entries.length === 0) return null;
        return (
          <section key={group} aria-label={t(`group.${group}`)}>
            <p className={styles.group} aria-hidden="true">
              {t(`group.${group}`)}
            </p>
            <ul>
              {entries.map((page) => (
                <Entry key={page.path} page={page} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Entry({ page }: { page: PageEntry }) {
  const { t } = useText();
  const count = useTodoCount(page.path === '/todo');
  return (
    <li>
      <NavLink
        to={page.path}
        className={({ isActive }) => `${styles.entry} ${isActive ? styles.here : ''}`}
      >
        <span className={styles.icon} aria-hidden="true">
          {page.icon}
        </span>
        <span className={styles.label}>{t(`page.${page.label}`)}</span>
        {count > 0 && (
          <span className={styles.count}>
            <span aria-hidden="true">{count}</span>
            <span className="unseen">{t('shell.todo', { count })}</span>
          </span>
        )}
      </NavLink>
    </li>
  );
}

export function UserBlock() {
  const { t } = useText();
  const navigate = useNavigate();
  const { user, organisation } = useSession();
  return (
    <Dropdown
      trigger={['click']}
      placement="topLeft"
      menu={{
        items: [
          { key: '/sessions', icon: <SafetyOutlined />, label: t('page.sessions') },
          { key: '/password', icon: <KeyOutlined />, label: t('page.password') },
          { type: 'divider' },
          { key: 'out', icon: <LogoutOutlined />, label: t('shell.signOut') },
        ],
        onClick: ({ key }) => {
          if (key === 'out') void signOut();
          else void navigate(key);
        },
      }}
    >
      <button type="button" className={styles.user}>
        <span className={styles.face} aria-hidden="true">
          {user.name.slice(0, 1)}
        </span>
        <span className={styles.who}>
          <span>{user.name}</span>
          <span className={styles.platform}>{organisation.name}</span>
        </span>
        <span className="unseen">{t('shell.account')}</span>
      </button>
    </Dropdown>
  );
}
