/** What a second person sent back to its maker: the remark, the content, and the way to begin again. */
import { Link } from 'react-router';
import { instantText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { Panel } from '~/ui/page';
import { CommandBody } from './command_body';
import { againPath } from './object_path';
import type { Waiting } from './rows';
import styles from './todo_page.module.css';
import { Subject, useTitle } from './waiting_title';

export function Returned() {
  const { t } = useText();
  const returned = useRecord<ListPage<Waiting>>('/commands', { query: { state: 'returned' } });
  const rows = returned.data?.data.rows ?? [];
  if (rows.length === 0) return null;
  return (
    <Panel title={t('todo.returned')}>
      <ul className={styles.list}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Panel>
  );
}

function Row({ row }: { row: Waiting }) {
  const { t, language } = useText();
  const title = useTitle(row.command);
  const again = againPath(row);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.title}>{title}</p>
        <Subject of={row} />
        <p className={styles.by}>
          {t('todo.returnedBy', {
            name: row.checker_name ?? '',
            at: row.decided_at ? instantText(row.decided_at, language) : '',
            remark: row.remark ?? '',
          })}
        </p>
        <CommandBody command={row.command} body={row.body} most={4} linked={again !== null} />
        {again && <Link to={again}>{t('todo.again')}</Link>}
      </div>
    </li>
  );
}
