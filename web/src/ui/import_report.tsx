/**
 * What a dry run found in a file, fault by fault: row, column, value, what is wrong, what would be
 * right. Mending is typing into the value or taking the suggestion; the file itself stays as it is.
 */
import { CheckOutlined } from '@ant-design/icons';
import { Button, Input, Select, Table, type TableColumnsType } from 'antd';
import { useMemo, useState } from 'react';
import { integerText } from '~/base/format';
import { useText } from '~/base/language';
import { useIsPhone } from '~/base/screen';
import styles from './import_report.module.css';
import { Missing } from './missing';
import { Pill, StatusTag } from './status_tag';

export interface ImportFault {
  row: number;
  column: string;
  /** The column as the file's header names it. */
  header: string;
  value: string;
  code: string;
  message: string;
  suggestion?: string;
  /** A warning never keeps a row out. */
  warning?: boolean;
}

export interface Correction {
  row: number;
  column: string;
  value: string;
}

interface ImportReportProps {
  rows: number;
  good: number;
  faults: readonly ImportFault[];
  onCorrect: (correction: Correction) => void;
  /** Good rows only, or everything once nothing is wrong. */
  onAccept: (which: 'all' | 'good') => void;
  busy?: boolean;
}

const perPage = 50;
const keyOf = (fault: ImportFault) => `${fault.row} ${fault.column} ${fault.code}`;

export function ImportReport(props: ImportReportProps) {
  const { rows, good, faults, onCorrect, onAccept, busy } = props;
  const { t } = useText();
  const phone = useIsPhone();
  const [column, setColumn] = useState<string | null>(null);
  const [errorsOnly, setErrorsOnly] = useState<'errors' | 'all'>('errors');
  const bad = rows - good;
  const headers = useMemo(
    () => [...new Map(faults.map((fault) => [fault.column, fault.header]))],
    [faults],
  );
  const shown = faults.filter(
    (fault) =>
      (column === null || fault.column === column) && (errorsOnly === 'all' || !fault.warning),
  );
  return (
    <div>
      <div className={styles.summary} role="status">
        <Pill>{t('import.rows', { rows: integerText(rows) })}</Pill>
        <Pill tone="ok">{t('import.good', { good: integerText(good) })}</Pill>
        {bad > 0 && <Pill tone="bad">{t('import.bad', { bad: integerText(bad) })}</Pill>}
      </div>
      <div className={styles.bar}>
        <Select
          aria-label={t('import.which')}
          value={errorsOnly}
          onChange={setErrorsOnly}
          options={[
            { value: 'errors', label: t('import.errorsOnly') },
            { value: 'all', label: t('import.withWarnings') },
          ]}
        />
        <Select
          allowClear
          className={styles.column ?? ''}
          aria-label={t('import.column')}
          placeholder={t('import.column')}
          value={column}
          onChange={(chosen) => setColumn(chosen ?? null)}
          options={headers.map(([value, label]) => ({ value, label }))}
        />
        <span className={styles.gap} />
        <Button
          disabled={good === 0 || bad === 0}
          loading={busy ?? false}
          onClick={() => onAccept('good')}
        >
          {t('import.acceptGood', { good: integerText(good) })}
        </Button>
        <Button
          type="primary"
          disabled={bad > 0}
          loading={busy ?? false}
          onClick={() => onAccept('all')}
        >
          {t('import.acceptAll')}
        </Button>
      </div>
      {phone ? (
        <ul className={styles.cards}>
          {shown.slice(0, perPage).map((fault) => (
            <li key={keyOf(fault)} className={styles.card}>
              <p className={styles.where}>
                {t('import.place', { row: fault.row, column: fault.header })}
              </p>
              <Mend fault={fault} onCorrect={onCorrect} />
              <Message fault={fault} />
              <Suggestion fault={fault} onCorrect={onCorrect} />
            </li>
          ))}
        </ul>
      ) : (
        <Grid faults={shown} onCorrect={onCorrect} />
      )}
      {phone && shown.length > perPage && (
        <p className={styles.rest}>
          {t('import.rest', { rest: integerText(shown.length - perPage) })}
        </p>
      )}
    </div>
  );
}

interface PartProps {
  fault: ImportFault;
  onCorrect: (correction: Correction) => void;
}

function Grid({ faults, onCorrect }: { faults: ImportFault[]; onCorrect: PartProps['onCorrect'] }) {
  const { t } = useText();
  const columns: TableColumnsType<ImportFault> = [
    { title: t('import.row'), dataIndex: 'row', align: 'right', width: 64 },
    { title: t('import.column'), dataIndex: 'header', width: 150 },
    {
      title: t('import.value'),
      width: 220,
      render: (_, fault) => <Mend fault={fault} onCorrect={onCorrect} />,
    },
    { title: t('import.message'), render: (_, fault) => <Message fault={fault} /> },
    {
      title: t('import.suggestion'),
      width: 230,
      render: (_, fault) => <Suggestion fault={fault} onCorrect={onCorrect} />,
    },
  ];
  return (
    <Table<ImportFault>
      size="small"
      rowKey={keyOf}
      columns={columns}
      dataSource={faults}
      pagination={{ pageSize: perPage, hideOnSinglePage: true, showSizeChanger: false }}
    />
  );
}

/** Enter or leaving the input keeps what was typed; Escape takes it back. */
function Mend({ fault, onCorrect }: PartProps) {
  const { t } = useText();
  const [text, setText] = useState(fault.value);
  const keep = () => {
    if (text !== fault.value) onCorrect({ row: fault.row, column: fault.column, value: text });
  };
  return (
    <Input
      size="small"
      className={styles.value ?? ''}
      status={fault.warning ? 'warning' : 'error'}
      aria-label={t('import.mend', { row: fault.row, column: fault.header })}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(fault.value);
      }}
    />
  );
}

function Message({ fault }: { fault: ImportFault }) {
  return <StatusTag tone={fault.warning ? 'warn' : 'bad'}>{fault.message}</StatusTag>;
}

function Suggestion({ fault, onCorrect }: PartProps) {
  const { t } = useText();
  const { suggestion, row, column } = fault;
  if (suggestion === undefined) return <Missing reason={t('import.noSuggestion')} />;
  return (
    <span className={styles.suggestion}>
      <span>{suggestion}</span>
      <Button
        size="small"
        icon={<CheckOutlined />}
        aria-label={t('import.takeFor', { row, column: fault.header, value: suggestion })}
        onClick={() => onCorrect({ row, column, value: suggestion })}
      >
        {t('import.take')}
      </Button>
    </span>
  );
}
