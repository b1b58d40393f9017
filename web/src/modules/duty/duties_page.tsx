/** Every duty of the reader's scope: who owes what by when; urged, assigned, and how it came about. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { dateText } from '~/base/format';
import { useText } from '~/base/language';
import { usePeriodText } from '~/base/period';
import { useRight } from '~/base/store';
import type { Struct } from '~/base/types';
import { CommandDrawer } from '~/ui/command_drawer';
import { DataPage } from '~/ui/data_page';
import { RecordChoice } from '~/ui/record_choice';
import { Pill } from '~/ui/status_tag';
import { DaysLeft } from './days_left';
import { DutyHistory } from './duty_history';
import type { DutyRow } from './rows';
import styles from './todo_page.module.css';

type Dialog = { kind: 'urge' | 'assign' | 'history'; duty: DutyRow };

export function Component() {
  const { t } = useText();
  const [open, setOpen] = useState<Dialog | null>(null);
  return (
    <>
      <DataPage<DutyRow>
        title={t('page.duties')}
        subtitle={t('duty.subtitle')}
        of="DutyRow"
        path="/duties"
        filters={['state', 'period']}
        defaults={{ state: 'open' }}
        show={[
          { name: 'title', render: (row) => <Title row={row} /> },
          { name: 'period', render: (row) => <Period row={row} /> },
          'organisation_name',
          'about_name',
          { name: 'due', render: (row) => <Due row={row} /> },
          {
            name: 'days_left',
            render: (row) => (row.state === 'closed' ? null : <DaysLeft days={row.days_left} />),
          },
          'state',
          'assignee_name',
          'urged',
          'last_urged',
        ]}
        deeds={(row) => <Deeds row={row} onOpen={setOpen} />}
        empty={{ title: t('duty.none'), words: t('duty.noneWords') }}
      />
      {open && <DutyDialog dialog={open} onClose={() => setOpen(null)} />}
    </>
  );
}

/** A page that the reader may not open is no link. */
function Title({ row }: { row: DutyRow }) {
  const noun = row.path.split('/')[1];
  const mayRead = useRight(`${noun}.read`);
  return row.mine || mayRead ? <Link to={row.path}>{row.title}</Link> : row.title;
}

function Period({ row }: { row: DutyRow }) {
  return usePeriodText()(row.period);
}

function Due({ row }: { row: DutyRow }) {
  const { t, language } = useText();
  return (
    <>
      {dateText(row.due, language)}{' '}
      {row.provisional && <Pill tone="warn">{t('duty.provisional')}</Pill>}
    </>
  );
}

function Deeds({ row, onOpen }: { row: DutyRow; onOpen: (dialog: Dialog) => void }) {
  const { t } = useText();
  const mayUrge = useRight('duties.urge');
  const mayAssign = useRight('duties.assign');
  const offered: Dialog['kind'][] = [
    ...(mayUrge && row.state !== 'closed' ? (['urge'] as const) : []),
    ...(mayAssign && row.state !== 'closed' ? (['assign'] as const) : []),
    'history',
  ];
  return (
    <div className={styles.deeds}>
      {offered.map((kind) => (
        <Button
          key={kind}
          size="small"
          aria-haspopup="dialog"
          aria-label={t('duty.deedOn', {
            deed: t(`duty.${kind}`),
            duty: row.title,
            name: row.organisation_name,
          })}
          onClick={() => onOpen({ kind, duty: row })}
        >
          {t(`duty.${kind}`)}
        </Button>
      ))}
    </div>
  );
}

function DutyDialog({ dialog: { kind, duty }, onClose }: { dialog: Dialog; onClose: () => void }) {
  const { t } = useText();
  const title = `${duty.title} · ${duty.organisation_name}`;
  switch (kind) {
    case 'urge':
      return (
        <CommandDrawer
          title={title}
          words={t('duty.urgeWords')}
          command="duties.urge"
          show={['remark']}
          id={duty.id}
          submit={t('duty.urge')}
          onClose={onClose}
        />
      );
    case 'assign':
      return (
        <CommandDrawer
          title={title}
          words={t('duty.assignWords')}
          command="duties.assign"
          show={['person']}
          id={duty.id}
          version={`"${duty.version}"`}
          widgets={{ person: <PersonChoice /> }}
          submit={t('duty.assign')}
          onClose={onClose}
        />
      );
    case 'history':
      return <DutyHistory title={title} duty={duty} onClose={onClose} />;
  }
}

type Person = Struct<'PersonRow'>;

/** Passed its value by the form. */
function PersonChoice(props: object) {
  return (
    <RecordChoice<Person>
      {...props}
      path="/people"
      option={(row) => ({ value: row.person, label: `${row.name} ${row.login}` })}
    />
  );
}
