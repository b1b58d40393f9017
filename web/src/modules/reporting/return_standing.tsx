/** One line over a return: where it stands, who is to act, by when; the receipt once it is in. */
import { Alert } from 'antd';
import { Link } from 'react-router';
import { dateText, instantText } from '~/base/format';
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import type { Fact } from '~/ui/fact_strip';
import { FactStrip } from '~/ui/fact_strip';
import { Missing } from '~/ui/missing';
import { StatusTag, toneOf } from '~/ui/status_tag';
import styles from './returns.module.css';
import { type ReturnPage, returnPath, type Waiting } from './rows';

interface StandingProps {
  page: ReturnPage;
  /** The command that waits for the second person. */
  waiting: Waiting | undefined;
  older: boolean;
}

export function Standing({ page, waiting, older }: StandingProps) {
  return (
    <>
      {page.frozen && <Receipt page={page} />}
      <Line page={page} waiting={waiting} older={older} />
    </>
  );
}

function Receipt({ page }: { page: ReturnPage }) {
  const { t, language } = useText();
  const [timeliness, channel] = useFields('VersionRow', ['timeliness', 'channel']);
  const { frozen } = page;
  const facts: Fact[] = [
    { label: t('returns.due'), value: dateText(frozen?.due ?? page.due, language) },
    {
      label: t('returns.version'),
      value: frozen ? (
        t('returns.number', { number: frozen.number })
      ) : (
        <Missing reason={t('returns.noVersion')} />
      ),
    },
    {
      label: t('returns.received'),
      value: frozen?.received ? (
        instantText(frozen.received, language)
      ) : (
        <Missing reason={t('returns.notReceived')} />
      ),
    },
    {
      label: t('returns.timeliness'),
      value:
        frozen?.timeliness && timeliness ? (
          <StatusTag tone={toneOf(frozen.timeliness)}>
            {optionText(timeliness, frozen.timeliness, language)}
          </StatusTag>
        ) : (
          <Missing reason={t('returns.notReceived')} />
        ),
    },
    {
      label: t('returns.channel'),
      value:
        frozen?.channel && channel ? (
          optionText(channel, frozen.channel, language)
        ) : (
          <Missing reason={t('returns.notReceived')} />
        ),
    },
    {
      label: t('returns.checkedBy'),
      value: frozen?.checked_by ?? <Missing reason={t('returns.notReceived')} />,
    },
  ];
  return <FactStrip facts={facts} />;
}

function Line({ page, waiting, older }: StandingProps) {
  const { t, language } = useText();
  const { frozen } = page;
  const line = (type: 'info' | 'success' | 'warning', title: string, words?: React.ReactNode) => (
    <Alert className={styles.line ?? ''} type={type} showIcon title={title} description={words} />
  );
  if (older) {
    return line(
      'info',
      t('returns.older', { number: frozen?.number }),
      <Link to={returnPath(page.id)}>{t('returns.toCurrent')}</Link>,
    );
  }
  if (waiting) {
    return line(
      'warning',
      t('returns.awaiting'),
      <>
        {t('todo.by', { name: waiting.maker_name, at: instantText(waiting.made_at, language) })}{' '}
        <Link to={`/todo?command=${waiting.id}`}>{t('page.todo')}</Link>
      </>,
    );
  }
  switch (page.state) {
    case 'open':
      return line('info', t('returns.isOpen', { due: dateText(page.due, language) }));
    case 'filling':
      return line(
        'info',
        t('returns.isFilling'),
        page.draft &&
          t('returns.saved', {
            name: page.draft.saved_by,
            at: instantText(page.draft.saved, language),
          }),
      );
    case 'prepared':
      return line(
        'info',
        t('returns.isPrepared', { number: frozen?.number }),
        t(frozen?.entered_by_name ? 'returns.isPreparedBehalf' : 'returns.isPreparedWords'),
      );
    case 'submitted':
      return line('success', t('returns.isSubmitted'), frozen?.receipt);
    case 'returned':
      return line(
        'warning',
        t('returns.isReturned', { due: dateText(page.due, language) }),
        frozen?.remark,
      );
    case 'accepted':
      return line('success', t('returns.isAccepted'), frozen?.remark);
  }
}
