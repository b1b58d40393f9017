/**
 * What only the clerk knows: as of which day the data are, what holds where file and ledger differ,
 * what became of a note that is not in the file. Answers are chosen one by one and given together.
 */
import { Button } from 'antd';
import { useState } from 'react';
import { useCommand } from '~/base/action';
import { useText } from '~/base/language';
import { type ListPage, useList, useListPlace } from '~/base/list';
import { useRight } from '~/base/store';
import { Panel } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { ProblemNote } from '~/ui/problem_note';
import { Loaded } from '~/ui/state_views';
import { AnswerInput, asksFate, stillOpen } from './answer_input';
import styles from './imports.module.css';
import { type Finding, fieldName, type Import, pathOf } from './rows';

export function Questions({ of }: { of: Import }) {
  return (
    <>
      <Asked of={of} gravity="question" />
      <Asked of={of} gravity="conflict" />
    </>
  );
}

function Asked({ of, gravity }: { of: Import; gravity: 'question' | 'conflict' }) {
  const { t } = useText();
  const mayAnswer = useRight('imports.answer');
  const place = useListPlace();
  const list = useList<Finding>(`${pathOf(of.id)}/findings`, { gravity, cursor: place.cursor });
  const [given, setGiven] = useState<Record<string, string>>({});
  const answer = useCommand(() => setGiven({}));
  if (list.data && list.data.rows.length === 0 && !place.cursor) return null;
  const answers = Object.entries(given)
    .filter(([, text]) => text.trim() !== '')
    .map(([key, text]) => ({ key, answer: text.trim() }));
  /** Notes missing from the file about which nothing is said yet. */
  const rest = (rows: readonly Finding[]) =>
    rows.filter((one) => asksFate(one) && !one.answer && !given[one.key ?? '']);
  return (
    <Panel title={t(`imports.${gravity}s`)} note={t(`imports.${gravity}Note`)}>
      {answer.error && <ProblemNote problem={answer.error} />}
      <Loaded query={list} lines={3}>
        {(page: ListPage<Finding>) => (
          <>
            <ul className={styles.questions}>
              {page.rows.map((finding) => (
                <Question
                  key={finding.key}
                  finding={finding}
                  given={given[finding.key ?? ''] ?? finding.answer ?? initial(finding)}
                  onGive={(text) => setGiven({ ...given, [finding.key ?? '']: text })}
                  mayAnswer={mayAnswer}
                />
              ))}
            </ul>
            <Pager list={page} place={place} />
            {mayAnswer && (
              <div className={styles.apply}>
                {rest(page.rows).length > 1 && (
                  <Button
                    onClick={() =>
                      setGiven({
                        ...given,
                        ...Object.fromEntries(
                          rest(page.rows).map(({ key }) => [key ?? '', stillOpen]),
                        ),
                      })
                    }
                  >
                    {t('imports.restOpen', { count: rest(page.rows).length })}
                  </Button>
                )}
                <Button
                  type="primary"
                  loading={answer.isPending}
                  onClick={() => {
                    const proposed = page.rows.filter(isProposed(given)).map(proposal);
                    answer.mutate({
                      path: `${pathOf(of.id)}/answer`,
                      body: { answers: [...answers, ...proposed] },
                    });
                  }}
                  disabled={answers.length === 0 && !page.rows.some(isProposed(given))}
                >
                  {t('imports.answer')}
                </Button>
              </div>
            )}
          </>
        )}
      </Loaded>
    </Panel>
  );
}

/** What the server proposes stands ready to be confirmed. */
const initial = (finding: Finding): string => finding.suggestion ?? '';
const isProposed = (given: Record<string, string>) => (finding: Finding) =>
  finding.answer === undefined &&
  finding.suggestion !== undefined &&
  given[finding.key ?? ''] === undefined;
const proposal = (finding: Finding) => ({
  key: finding.key ?? '',
  answer: finding.suggestion ?? '',
});

interface QuestionProps {
  finding: Finding;
  given: string;
  onGive: (text: string) => void;
  mayAnswer: boolean;
}

function Question({ finding, given, onGive, mayAnswer }: QuestionProps) {
  const { t, language } = useText();
  const subject = [
    finding.row > 0 &&
      t('imports.place', { row: finding.row, column: fieldName(finding, language) }),
    finding.value,
  ].filter(Boolean);
  const said = finding.choices?.find((choice) => choice.code === finding.answer);
  return (
    <li className={styles.question}>
      <div>
        {subject.length > 0 && <p className={styles.subject}>{subject.join(' \u00b7 ')}</p>}
        <p>{finding[language]}</p>
      </div>
      {mayAnswer ? (
        <AnswerInput finding={finding} value={given} onChange={onGive} />
      ) : (
        <p className={styles.quiet}>
          {said?.[language] ?? finding.answer ?? t('imports.unanswered')}
        </p>
      )}
    </li>
  );
}
