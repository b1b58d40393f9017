/** Personal data are shown for a reason that is kept with who looked and when. */
import { Button, Input, Space } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { call } from '~/base/api';
import { useText } from '~/base/language';
import { asProblem, type Problem } from '~/base/problem';
import type { Struct } from '~/base/types';
import { ProblemNote } from '~/ui/problem_note';
import styles from './ledger.module.css';

interface RevealProps {
  path: string;
  onShown: (columns: Record<string, unknown>) => void;
}

export function Reveal({ path, onShown }: RevealProps) {
  const { t } = useText();
  const [words] = useSearchParams();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const show = async () => {
    setBusy(true);
    setProblem(null);
    const moment = { as_of: words.get('as_of'), known_at: words.get('known_at') };
    try {
      const { data } = await call<Struct<'PersonalColumns'>>(`${path}/personal`, {
        query: { reason: reason.trim(), ...moment },
      });
      onShown(data.columns as Record<string, unknown>);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.reveal}>
      {problem && <ProblemNote problem={problem} />}
      <p className={styles.quiet}>{t('loans.revealWords')}</p>
      <Space.Compact block>
        <Input
          aria-label={t('loans.revealReason')}
          placeholder={t('loans.revealReason')}
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
          onPressEnter={() => void show()}
        />
        <Button loading={busy} disabled={reason.trim().length < 2} onClick={() => void show()}>
          {t('loans.reveal')}
        </Button>
      </Space.Compact>
    </div>
  );
}
