/** Why something was not done, above a form: the server's words, what no input shows, the trace. */
import { Alert } from 'antd';
import { useText } from '~/base/language';
import { fieldOf, type Problem } from '~/base/problem';
import styles from './command_form.module.css';
import { Copyable } from './copyable';

interface ProblemNoteProps {
  problem: Problem;
  /** Fields whose faults are already shown where they are typed. */
  known?: readonly string[];
}

export function ProblemNote({ problem, known = [] }: ProblemNoteProps) {
  const { t } = useText();
  const lost = problem.status === 0;
  const title = lost ? t('state.noAnswer') : problem.title || problem.detail || t('state.failed');
  const faults = problem.errors.filter(
    (fault) => !known.includes(fieldOf(fault)) && fault.message !== title,
  );
  // Said where it is typed, it need not be said twice.
  const isSaid = problem.errors.some(
    (fault) => known.includes(fieldOf(fault)) && fault.message === title,
  );
  // A refusal explains itself; only what broke is worth a number for the administrator.
  const trace = problem.outcomeUnknown ? problem.requestId : '';
  const words = lost ? t('form.unknownOutcome') : problem.title ? problem.detail : '';
  return (
    <Alert
      className={styles.note ?? ''}
      type={problem.outcomeUnknown ? 'warning' : 'error'}
      showIcon
      role="alert"
      title={isSaid ? t('state.failed') : title}
      description={
        words || faults.length > 0 || trace ? (
          <>
            {words && words !== title && <p>{words}</p>}
            {problem.outcomeUnknown && !lost && <p>{t('form.unknownOutcome')}</p>}
            {faults.length > 0 && (
              <ul className={styles.list}>
                {faults.map((fault) => (
                  <li key={`${fault.pointer} ${fault.code}`}>{fault.message}</li>
                ))}
              </ul>
            )}
            {trace && (
              <p>
                {t('state.request')} <Copyable text={trace} />
              </p>
            )}
          </>
        ) : null
      }
    />
  );
}
