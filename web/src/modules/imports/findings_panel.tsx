/** What is wrong in a file, cell by cell, a page at a time; errors first, warnings when asked for. */
import { CheckOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useCommand } from '~/base/action';
import { call } from '~/base/api';
import { integerText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useList, useListPlace } from '~/base/list';
import { asProblem, type Problem } from '~/base/problem';
import { useRight } from '~/base/store';
import { Panel } from '~/ui/page';
import { Pager } from '~/ui/pager';
import { ProblemNote } from '~/ui/problem_note';
import { Empty, Loaded } from '~/ui/state_views';
import { Findings } from './findings';
import styles from './imports.module.css';
import { type CellCorrection, type Finding, type Import, mendable, pathOf } from './rows';

type Shown = 'error' | 'warning';

/** As many corrections as one command takes. */
const mostAtOnce = 300;
const perPage = 200;

export function FindingsPanel({ of }: { of: Import }) {
  const { t } = useText();
  const { errors = 0, warnings = 0 } = of.counts ?? {};
  const [asked, setAsked] = useState<Shown | null>(null);
  const gravity = asked ?? (errors > 0 ? 'error' : 'warning');
  const place = useListPlace();
  const path = `${pathOf(of.id)}/findings`;
  const list = useList<Finding>(path, { gravity, cursor: place.cursor });
  const mayMend = useRight('imports.mend');
  // One after the other: each is judged against what the one before has left.
  const mend = useCommand(undefined, `mend ${of.id}`);
  const send = (corrections: CellCorrection[]) =>
    mend.mutate({ path: `${pathOf(of.id)}/mend`, body: { corrections } });
  return (
    <Panel
      title={t('imports.findings')}
      note={
        <Segmented<Shown>
          value={gravity}
          onChange={(chosen) => {
            setAsked(chosen);
            place.begin();
          }}
          options={[
            { value: 'error', label: t('imports.errors', { count: integerText(errors) }) },
            { value: 'warning', label: t('imports.warnings', { count: integerText(warnings) }) },
          ]}
        />
      }
    >
      {mend.error && <ProblemNote problem={mend.error} />}
      <Loaded query={list}>
        {(page: ListPage<Finding>) =>
          page.rows.length === 0 ? (
            <Empty title={t('imports.noFindings')} />
          ) : (
            <>
              {mayMend && (
                <TakeAll
                  path={path}
                  gravity={gravity}
                  offered={page.rows.some(suggested)}
                  onTake={send}
                />
              )}
              <Findings findings={page.rows} onCorrect={mayMend ? (one) => send([one]) : null} />
              <Pager list={page} place={place} />
            </>
          )
        }
      </Loaded>
    </Panel>
  );
}

const suggested = (finding: Finding) => mendable(finding) && finding.suggestion !== undefined;

interface TakeAllProps {
  path: string;
  gravity: Shown;
  offered: boolean;
  onTake: (corrections: CellCorrection[]) => void;
}

/** Suggestions of every page of the list, not only of the one shown. */
function TakeAll({ path, gravity, offered, onTake }: TakeAllProps) {
  const { t } = useText();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  if (!offered) return null;
  const take = async () => {
    setBusy(true);
    setProblem(null);
    try {
      onTake(await everySuggestion(path, gravity));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className={styles.takeAll}>
      {problem && <ProblemNote problem={problem} />}
      <Button size="small" icon={<CheckOutlined />} loading={busy} onClick={() => void take()}>
        {t('imports.takeAll')}
      </Button>
    </div>
  );
}

async function everySuggestion(path: string, gravity: Shown): Promise<CellCorrection[]> {
  const cells = new Map<string, CellCorrection>();
  let cursor: string | undefined;
  do {
    const query = { gravity, limit: perPage, ...(cursor ? { cursor } : {}) };
    const { data } = await call<ListPage<Finding>>(path, { query });
    for (const { row, field = '', suggestion = '' } of data.rows.filter(suggested)) {
      cells.set(`${row} ${field}`, { row, field, value: suggestion });
    }
    cursor = data.next ?? undefined;
  } while (cursor && cells.size < mostAtOnce);
  return [...cells.values()].slice(0, mostAtOnce);
}
