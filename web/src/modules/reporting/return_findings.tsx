/** What the form's rules say of a return: what is broken with its strength, and the reasons given. */
import { Input } from 'antd';
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import { Panel } from '~/ui/page';
import { Pill, type Tone } from '~/ui/status_tag';
import styles from './returns.module.css';
import type { Finding } from './rows';

const tones: Record<Finding['severity'], Tone> = {
  error: 'bad',
  justify: 'warn',
  warning: 'warn',
  late_flag: 'warn',
  reconcile: 'active',
};
export const toneOfSeverity = (severity: Finding['severity']): Tone => tones[severity];

/** Signed only with a reason. */
const needsReason = (finding: Finding) =>
  finding.severity === 'justify' || finding.severity === 'warning';

const longest = 500;

interface FindingsProps {
  findings: readonly Finding[];
  reasons: Record<string, string | null>;
  /** While the return is filled in. */
  give?: (rule: string, reason: string | null) => void;
}

export function Findings({ findings, reasons, give }: FindingsProps) {
  const { t, language } = useText();
  const of = (verdict: Finding['verdict']) => findings.filter((one) => one.verdict === verdict);
  const broken = of('broken');
  if (findings.length === 0) return null;
  const others = [...of('holds'), ...of('not_applicable')];
  return (
    <Panel
      title={t('returns.checks')}
      note={t('returns.checksNote', {
        broken: broken.length,
        holds: of('holds').length,
        skipped: of('not_applicable').length,
      })}
    >
      {broken.length === 0 && <p>{t('returns.allHold')}</p>}
      <ul className={styles.findings}>
        {broken.map((one) => (
          <Broken key={one.rule} finding={one} reason={reasons[one.rule] ?? ''} give={give} />
        ))}
      </ul>
      {others.length > 0 && (
        <details className={styles.others}>
          <summary>{t('returns.otherRules')}</summary>
          <ul>
            {others.map((one) => (
              <li key={one.rule}>
                {one.rule} {one[`title_${language}`]}
                {one.verdict === 'not_applicable' && ` · ${t('returns.skipped')}`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Panel>
  );
}

interface BrokenProps {
  finding: Finding;
  reason: string;
  give: FindingsProps['give'];
}

function Broken({ finding, reason, give }: BrokenProps) {
  const { t, language } = useText();
  const [severity] = useFields('FormFinding', ['severity']);
  const { rule } = finding;
  const id = `reason-${rule}`;
  return (
    <li id={`rule-${rule}`} className={styles.finding}>
      <p className={styles.rule}>
        <Pill tone={toneOfSeverity(finding.severity)}>
          {severity && optionText(severity, finding.severity, language)}
        </Pill>{' '}
        {rule} {finding[`title_${language}`]}
      </p>
      <p>{finding[language]}</p>
      {needsReason(finding) &&
        (give ? (
          <>
            <label htmlFor={id}>{t('returns.reason')}</label>
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={longest}
              value={reason}
              onChange={(event) => give(rule, event.target.value || null)}
            />
          </>
        ) : (
          reason && <p className={styles.given}>{t('returns.given', { reason })}</p>
        ))}
    </li>
  );
}
