/** The record: who did what, and the proof that nothing in it was changed. */
import { DownloadOutlined, SafetyCertificateOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { address, call } from '~/base/api';
import { hashText, integerText } from '~/base/format';
import { useText } from '~/base/language';
import type { Problem } from '~/base/problem';
import type { Struct } from '~/base/types';
import { Copyable } from '~/ui/copyable';
import { DataPage } from '~/ui/data_page';
import { ProblemNote } from '~/ui/problem_note';
import { useActionName, useActions } from './actions';
import styles from './journal.module.css';

type Entry = Struct<'Record'>;
type Verdict = Struct<'ProofAnswer'>;

export function Component() {
  const { t } = useText();
  const actionName = useActionName();
  const verify = useMutation<Verdict, Problem>({
    mutationFn: async () => (await call<Verdict>('/journal/verify')).data,
  });
  return (
    <DataPage<Entry>
      title={t('page.journal')}
      subtitle={`${t('journal.subtitle')}${t('journal.exportWords')}`}
      actions={
        <>
          <Button icon={<DownloadOutlined />} href={address('/journal/export')} download>
            {t('journal.export')}
          </Button>
          <Button
            type="primary"
            icon={<SafetyCertificateOutlined />}
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t(verify.isPending ? 'journal.verifying' : 'journal.verify')}
          </Button>
        </>
      }
      above={<Result verdict={verify.data} problem={verify.error} />}
      of="Record"
      path="/journal"
      keyOf={(row) => row.sequence}
      show={[
        { name: 'sequence', render: (row) => row.sequence },
        'received',
        {
          name: 'action',
          render: ({ action }) => <span title={action}>{actionName(action)}</span>,
        },
        'organisation_name',
        { name: 'person_name', render: (row) => row.person_name || t('journal.machine') },
        'checker_name',
        'outcome',
        { name: 'hash', render: (row) => <Copyable text={row.hash} shown={hashText(row.hash)} /> },
      ]}
      filters={['action', 'outcome', 'from', 'to', 'subject', 'person', 'organisation']}
      choices={{ action: useActions() }}
      open={(row) => `/journal/${row.sequence}`}
      empty={{ title: t('journal.none') }}
    />
  );
}

interface ResultProps {
  verdict: Verdict | undefined;
  problem: Problem | null;
}

function Result({ verdict, problem }: ResultProps) {
  const { t, language } = useText();
  if (problem) return <ProblemNote problem={problem} />;
  if (!verdict) return null;
  const { findings = [] } = verdict;
  return (
    <Alert
      className={styles.verdict ?? ''}
      type={verdict.ok ? 'success' : 'error'}
      showIcon
      role="status"
      title={t(verdict.ok ? 'journal.ok' : 'journal.broken')}
      description={
        <>
          <p>
            {verdict.ok
              ? t('journal.okWords', { records: integerText(verdict.records) })
              : t('journal.brokenWords', { found: integerText(verdict.found) })}
          </p>
          {findings.length > 0 && (
            <ul className={styles.findings}>
              {findings.map((finding) => (
                <li key={finding.text_zh}>
                  {language === 'zh' ? finding.text_zh : finding.text_en}
                </li>
              ))}
            </ul>
          )}
          {verdict.anchored < verdict.records && (
            <p>{t('journal.unanchored', { anchored: integerText(verdict.anchored) })}</p>
          )}
          <p className={styles.head}>
            {t('journal.head')} <Copyable text={verdict.head} />
          </p>
        </>
      }
    />
  );
}
