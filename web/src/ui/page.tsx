/** The frame of every page: where it stands, its one h1, what can be done, and its panels. */
import { type ReactNode, useEffect, useId } from 'react';
import { Link } from 'react-router';
import { useText } from '~/base/language';
import styles from './page.module.css';

interface PageProps {
  title: string;
  /** One quiet line under the title: as of when, from where, how many. */
  subtitle?: ReactNode;
  crumbs?: { label: string; to: string }[];
  actions?: ReactNode;
  children: ReactNode;
}

export function Page({ title, subtitle, crumbs = [], actions, children }: PageProps) {
  const { t } = useText();
  useEffect(() => {
    document.title = `${title} \u00b7 ${t('app.name')}`;
  }, [title, t]);
  return (
    <div className={styles.page}>
      {crumbs.length > 0 && (
        <nav className={styles.crumbs} aria-label={t('shell.crumbs')}>
          <ol>
            {crumbs.map((crumb) => (
              <li key={crumb.to}>
                <Link to={crumb.to}>{crumb.label}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <header className={styles.head}>
        <div>
          <h1 className={styles.title}>{title}</h1>
          {subtitle && <div className={styles.below}>{subtitle}</div>}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {children}
    </div>
  );
}

interface PanelProps {
  title?: string;
  note?: ReactNode;
  children: ReactNode;
}

export function Panel({ title, note, children }: PanelProps) {
  const heading = useId();
  const head = (title || note) && (
    <div className={styles.panelHead}>
      {title && (
        <h2 className={styles.panelTitle} id={heading}>
          {title}
        </h2>
      )}
      {note && <div className={styles.panelNote}>{note}</div>}
    </div>
  );
  if (!title) {
    return (
      <div className={styles.panel}>
        {head}
        {children}
      </div>
    );
  }
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      {head}
      {children}
    </section>
  );
}

/** Main matter on the left, what belongs to it on the right; one column on narrow screens. */
export function Columns({ main, side }: { main: ReactNode; side: ReactNode }) {
  return (
    <div className={styles.columns}>
      <div>{main}</div>
      <div>{side}</div>
    </div>
  );
}
