/** More rows for a table: one typed, or many lines pasted from a spreadsheet. */
import { Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useText, useWordFor } from '~/base/language';
import { readLines, type TableColumn } from './columns';
import type { TableRow } from './rows';
import styles from './rules.module.css';

interface PasteRowsProps {
  columns: readonly TableColumn[];
  onAdd: () => void;
  onRows: (rows: TableRow[]) => void;
}

export function PasteRows({ columns, onAdd, onRows }: PasteRowsProps) {
  const { t } = useText();
  const word = useWordFor();
  const id = useId();
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const codeOf = ({ values }: TableColumn, typed: string) =>
    values.find((code) => word('ruleValue', code) === typed) ?? typed;
  const { rows, fault } = readLines(columns, text, codeOf);
  const take = () => {
    onRows(rows);
    setText('');
    setOpen(false);
  };
  return (
    <div className={styles.paste}>
      <div className={styles.row}>
        <Button size="small" aria-haspopup="dialog" onClick={onAdd}>
          {t('rules.add')}
        </Button>
        <Button size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('rules.paste')}
        </Button>
      </div>
      {open && (
        <>
          <label htmlFor={id}>
            {t('rules.pasteHint', {
              columns: columns
                .map((column) => word('ruleColumn', column.name))
                .join(t('format.comma')),
            })}
          </label>
          <Input.TextArea
            id={id}
            rows={6}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {fault && (
            <p role="alert" className={styles.fault}>
              {t('rules.pasteFault', {
                line: fault.line,
                column: word('ruleColumn', fault.column),
              })}
            </p>
          )}
          <Button
            size="small"
            type="primary"
            disabled={rows.length === 0 || !!fault}
            onClick={take}
          >
            {t('rules.takeRows', { count: rows.length })}
          </Button>
        </>
      )}
    </div>
  );
}
