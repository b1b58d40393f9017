/**
 * Findings as a table: row, column, value, what is wrong, what would be right. Mending is typing
 * into the value or taking the suggestion; the file itself stays as it is.
 */
import { CheckOutlined } from '@ant-design/icons';
import { Button, Input, Table, type TableColumnsType } from 'antd';
import { useState } from 'react';
import { integerText } from '~/base/format';
import { useText } from '~/base/language';
import { useIsPhone } from '~/base/screen';
import { Missing } from '~/ui/missing';
import { StatusTag } from '~/ui/status_tag';
import styles from './findings.module.css';
import { type CellCorrection, type Finding, fieldName, mendable } from './rows';

interface FindingsProps {
  findings: Finding[];
  /** Null for a reader who may not mend. */
  onCorrect: ((correction: CellCorrection) => void) | null;
}

interface PartProps {
  finding: Finding;
  onCorrect: FindingsProps['onCorrect'];
}

const keyOf = ({ row, field, code }: Finding) => `${row} ${field} ${code}`;

export function Findings({ findings, onCorrect }: FindingsProps) {
  const { t } = useText();
  const place = usePlace();
  if (useIsPhone()) {
    return (
      <ul className={styles.cards}>
        {findings.map((finding) => (
          <li key={keyOf(finding)} className={styles.card}>
            <p className={styles.where}>{place(finding)}</p>
            <Cell finding={finding} onCorrect={onCorrect} />
            <Message finding={finding} />
            {finding.suggestion !== undefined && (
              <Suggestion finding={finding} onCorrect={onCorrect} />
            )}
          </li>
        ))}
      </ul>
    );
  }
  return <Grid findings={findings} onCorrect={onCorrect} caption={t('imports.findings')} />;
}

function usePlace() {
  const { t, language } = useText();
  return (finding: Finding) => {
    const column = fieldName(finding, language);
    if (finding.row === 0) return column || t('imports.wholeFile');
    return t('imports.place', { row: integerText(finding.row), column });
  };
}

function Grid({ findings, onCorrect, caption }: FindingsProps & { caption: string }) {
  const { t, language } = useText();
  const columns: TableColumnsType<Finding> = [
    {
      title: t('imports.row'),
      align: 'right',
      width: 56,
      render: (_, { row }) => (row > 0 ? integerText(row) : t('imports.wholeFile')),
    },
    {
      title: t('imports.column'),
      width: 116,
      render: (_, finding) => (
        <>
          {fieldName(finding, language)}{' '}
          {finding.column && <span className={styles.letter}>{finding.column}</span>}
        </>
      ),
    },
    {
      title: t('imports.value'),
      width: 180,
      render: (_, finding) => <Cell finding={finding} onCorrect={onCorrect} />,
    },
    { title: t('imports.message'), render: (_, finding) => <Message finding={finding} /> },
    {
      title: t('imports.suggestion'),
      // Where there is none, its room is the message's.
      width: findings.some((one) => one.suggestion !== undefined) ? 180 : 64,
      render: (_, finding) => <Suggestion finding={finding} onCorrect={onCorrect} />,
    },
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable region needs the focus
    <section className={styles.box} aria-label={t('list.table', { caption })} tabIndex={0}>
      <Table<Finding>
        size="small"
        rowKey={keyOf}
        columns={columns}
        dataSource={findings}
        pagination={false}
      />
    </section>
  );
}

function Cell({ finding, onCorrect }: PartProps) {
  const value = finding.value ?? '';
  if (onCorrect && mendable(finding)) {
    // Another value from the server begins the typing anew.
    return <Typed key={value} finding={finding} value={value} onCorrect={onCorrect} />;
  }
  return value ? <span className={styles.value}>{value}</span> : <Missing />;
}

interface TypedProps {
  finding: Finding;
  value: string;
  onCorrect: (correction: CellCorrection) => void;
}

/** Enter or leaving the input keeps what was typed; Escape takes it back. */
function Typed({ finding, value, onCorrect }: TypedProps) {
  const { t, language } = useText();
  const [text, setText] = useState(value);
  const { row, field = '' } = finding;
  const keep = () => {
    const typed = text.trim();
    if (typed === value.trim()) return;
    onCorrect({ row, field, ...(typed ? { value: typed } : {}) });
  };
  return (
    <Input
      size="small"
      className={styles.typed ?? ''}
      status={finding.gravity === 'error' ? 'error' : 'warning'}
      aria-label={t('imports.mend', { row, column: fieldName(finding, language) })}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onBlur={keep}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) event.currentTarget.blur();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') setText(value);
      }}
    />
  );
}

function Message({ finding }: { finding: Finding }) {
  const { language } = useText();
  return (
    <StatusTag tone={finding.gravity === 'error' ? 'bad' : 'warn'}>
      <span className={styles.message}>{finding[language]}</span>
    </StatusTag>
  );
}

function Suggestion({ finding, onCorrect }: PartProps) {
  const { t, language } = useText();
  const { suggestion, row, field = '' } = finding;
  if (suggestion === undefined) return <Missing reason={t('imports.noSuggestion')} />;
  return (
    <span className={styles.suggestion}>
      <span>{suggestion}</span>
      {onCorrect && mendable(finding) && (
        <Button
          size="small"
          icon={<CheckOutlined />}
          aria-label={t('imports.takeFor', {
            row,
            column: fieldName(finding, language),
            value: suggestion,
          })}
          onClick={() => onCorrect({ row, field, value: suggestion })}
        >
          {t('imports.take')}
        </Button>
      )}
    </span>
  );
}
