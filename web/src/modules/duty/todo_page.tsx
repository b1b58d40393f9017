/** What waits for this person: commands of others to approve or send back, and duties with their day. */
import { useQueryClient } from '@tanstack/react-query';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { ActionKey, askAgain, submit } from '~/base/action';
import { instantText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { useRight } from '~/base/store';
import { CommandDrawer } from '~/ui/command_drawer';
import { Page, Panel } from '~/ui/page';
import { PasswordConfirm } from '~/ui/password_confirm';
import { Loaded } from '~/ui/state_views';
import { Pill } from '~/ui/status_tag';
import { CommandBody } from './command_body';
import { DutyList } from './duty_list';
import { objectPath } from './object_path';
import { OpenImports } from './open_imports';
import { Returned } from './returned';
import type { TodoRow, Waiting } from './rows';
import styles from './todo_page.module.css';
import { Subject, useTitle } from './waiting_title';

export function Component() {
  const { t } = useText();
  const waiting = useRecord<ListPage<Waiting>>('/commands');
  const todo = useRecord<ListPage<TodoRow>>('/todo');
  const mayRead = useRight('duties.read');
  const [approving, setApproving] = useState<Waiting | null>(null);
  const [returning, setReturning] = useState<Waiting | null>(null);
  return (
    <Page title={t('page.todo')} subtitle={t('todo.subtitle')}>
      <Panel title={t('todo.waiting')}>
        <Loaded query={waiting}>
          {({ data }) =>
            data.rows.length === 0 ? (
              <p className={styles.none}>{t('todo.waitingNone')}</p>
            ) : (
              <ul className={styles.list}>
                {data.rows.map((row) => (
                  <Row key={row.id} row={row} onApprove={setApproving} onReturn={setReturning} />
                ))}
              </ul>
            )
          }
        </Loaded>
      </Panel>
      <Returned />
      <Panel
        title={t('todo.duties')}
        note={mayRead && <Link to="/duties">{t('todo.allDuties')}</Link>}
      >
        <Loaded query={todo} lines={3}>
          {({ data }) => <DutyList rows={data.rows.filter((row) => row.source === 'duty')} />}
        </Loaded>
      </Panel>
      <OpenImports />
      {approving && <Approval row={approving} onClose={() => setApproving(null)} />}
      {returning && <Return row={returning} onClose={() => setReturning(null)} />}
    </Page>
  );
}

interface RowProps {
  row: Waiting;
  onApprove: (row: Waiting) => void;
  onReturn: (row: Waiting) => void;
}

function Row({ row, onApprove, onReturn }: RowProps) {
  const { t, language } = useText();
  const title = useTitle(row.command);
  const to = objectPath(row);
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.title}>{title}</p>
        <Subject of={row} />
        <p className={styles.by}>
          {t('todo.by', { name: row.maker_name, at: instantText(row.made_at, language) })}
        </p>
        <CommandBody command={row.command} body={row.body} most={4} linked={to !== null} />
        {to && <Link to={to}>{t('todo.look')}</Link>}
      </div>
      {row.mine ? (
        <Pill tone="active">{t('todo.mine')}</Pill>
      ) : (
        <div className={styles.deeds}>
          <Button
            aria-haspopup="dialog"
            onClick={() => onReturn(row)}
            aria-label={`${t('todo.return')} ${title}`}
          >
            {t('todo.return')}
          </Button>
          <Button
            type="primary"
            aria-haspopup="dialog"
            onClick={() => onApprove(row)}
            aria-label={`${t('todo.approve')} ${title}`}
          >
            {t('todo.approve')}
          </Button>
        </div>
      )}
    </li>
  );
}

interface DecisionProps {
  row: Waiting;
  onClose: () => void;
}

function Approval({ row, onClose }: DecisionProps) {
  const { t, language } = useText();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const title = useTitle(row.command);
  const held = useRef<ActionKey>(null);
  const sign = async (password: string) => {
    held.current ??= new ActionKey();
    await submit(held.current, {
      path: `/commands/${row.id}/approve`,
      body: { password },
      version: `"${row.version}"`,
    });
    void message.success(t('todo.approved'));
    onClose();
    await askAgain(queries);
  };
  return (
    <PasswordConfirm
      title={t('todo.approveTitle', { title })}
      confirm={t('todo.approve')}
      note={t('todo.approveNote')}
      onConfirm={sign}
      onCancel={onClose}
      effect={
        <>
          <Subject of={row} />
          <p className={styles.by}>
            {t('todo.by', { name: row.maker_name, at: instantText(row.made_at, language) })}
          </p>
          <CommandBody command={row.command} body={row.body} linked={objectPath(row) !== null} />
        </>
      }
    />
  );
}

function Return({ row, onClose }: DecisionProps) {
  const { t } = useText();
  const title = useTitle(row.command);
  return (
    <CommandDrawer
      title={t('todo.returnTitle', { title })}
      command="commands.return"
      show={['remark']}
      id={row.id}
      version={`"${row.version}"`}
      submit={t('todo.return')}
      onClose={onClose}
    />
  );
}
