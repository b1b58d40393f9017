/** A bank's own table, uploaded: what is read of it goes into the cells below, to be looked at and saved. */
import { Radio } from 'antd';
import { useState } from 'react';
import { call } from '~/base/api';
import { useText } from '~/base/language';
import { asProblem, type Problem } from '~/base/problem';
import { labelOf, useFields } from '~/base/schema';
import type { Struct } from '~/base/types';
import { FileDrop } from '~/ui/file_drop';
import { Panel } from '~/ui/page';
import { ProblemNote } from '~/ui/problem_note';
import styles from './returns.module.css';
import { type Cells, returnPath } from './rows';

type Table = Struct<'OwnTable'>;
type Unit = NonNullable<Table['unit']>;

interface OwnTableProps {
  id: number;
  take: (cells: Cells) => void;
}

export function OwnTable({ id, take }: OwnTableProps) {
  const { t, language } = useText();
  const [digest, setDigest] = useState<string>();
  const [asked, setAsked] = useState(false);
  const [unit, setUnit] = useState<Unit>();
  const [table, setTable] = useState<Table | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [units] = useFields('OwnTable', ['unit']);
  const read = async (file: string, counted?: Unit) => {
    setProblem(null);
    try {
      const query = { digest: file, ...(counted ? { unit: counted } : {}) };
      const { data } = await call<Table>(`${returnPath(id)}/own-table`, { query });
      setTable(data);
      setAsked(!data.unit || counted !== undefined);
      take(
        Object.fromEntries(
          (data.lines ?? []).flatMap(({ cell, value }) =>
            value === undefined ? [] : [[cell, value]],
          ),
        ),
      );
    } catch (error) {
      setTable(null);
      setProblem(asProblem(error));
    }
  };
  const lines = table?.lines ?? [];
  const faults = lines.filter((line) => line.fault);
  const good = lines.length - faults.length;
  return (
    <Panel title={t('returns.ownTable')} note={t('returns.ownTableNote')}>
      <FileDrop
        accept=".xlsx,.csv"
        hint={t('returns.ownTableHint')}
        {...(digest ? { value: digest } : {})}
        onChange={(kept) => {
          setDigest(kept);
          setUnit(undefined);
          setTable(null);
          if (kept) void read(kept);
        }}
      />
      {problem && <ProblemNote problem={problem} />}
      {asked && digest && units && (
        <div className={styles.below}>
          <Radio.Group
            aria-label={labelOf(units, language)}
            value={unit}
            options={units.options.map((one) => ({ value: one.name, label: one[language] }))}
            onChange={(event) => {
              const chosen = event.target.value as Unit;
              setUnit(chosen);
              void read(digest, chosen);
            }}
          />
        </div>
      )}
      {table && (
        <p role="status" className={styles.below}>
          {t('returns.ownTableRead', { good, count: faults.length })}
        </p>
      )}
      {faults.length > 0 && (
        <ul className={styles.below}>
          {faults.map((line) => (
            <li key={line.row}>
              {t('returns.ownTableFault', {
                row: line.row,
                title: language === 'zh' ? line.title_zh : line.title_en,
                text: line.text,
                fault: language === 'zh' ? line.fault_zh : line.fault_en,
              })}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
