/** One line over a return: where it stands, who is to act, by when; the receipt once it is in. */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dateText, instantText } from '~/base/format';
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import { type Awaiting, AwaitingLine } from '~/ui/awaiting_line';
import type { Fact } from '~/ui/fact_strip';
import { FactStrip } from '~/ui/fact_strip';
import { Missing } from '~/ui/missing';
import { StandingLine } from '~/ui/standing_line';
import { StatusTag, toneOf } from '~/ui/status_tag';
import { type ReturnPage, returnPath } from './rows';

interface StandingProps {
  page: ReturnPage;
  /** The command that waits for the second person. */
  waiting: Awaiting | undefined;
  older: boolean;
  /** Whether it is this reader who decides about what was filed. */
  judges: boolean;
  /** What can be done now. */
  deeds?: ReactNode;
}

export function Standing(props: StandingProps) {
  return (
    <>
      {props.page.frozen && <Receipt page={props.page} />}
      <Line {...props} />
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

function Line({ page, waiting, older, judges, deeds }: StandingProps) {
  const { t, language } = useText();
  const { frozen } = page;
  const line = (type: 'info' | 'success' | 'warning', title: string, words?: ReactNode) => (
    <StandingLine type={type} title={title} words={words} action={deeds} />
  );
  if (older) {
    return line(
      'info',
      t('returns.older', { number: frozen?.number }),
      <Link to={returnPath(page.id)}>{t('returns.toCurrent')}</Link>,
    );
  }
  if (waiting) return <AwaitingLine of={waiting} title={t('returns.awaiting')} />;
  // A new version of what was filed is being written: the filed one counts until it is replaced.
  if (page.draft && !page.frozen && (page.state === 'submitted' || page.state === 'accepted')) {
    return line('info', t('returns.isCorrecting'), t('returns.isCorrectingWords'));
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
      return judges
        ? line('info', t('returns.isToJudge'), t('returns.isToJudgeWords'))
        : line('success', t('returns.isSubmitted'), frozen?.receipt);
    case 'returned':
      return line(
        'warning',
        t(page.actions?.includes('fill') ? 'returns.isReturned' : 'returns.isSentBack', {
          due: dateText(page.due, language),
        }),
        frozen?.remark,
      );
    case 'accepted':
      return line('success', t('returns.isAccepted'), frozen?.remark);
  }
}
