/** One row of a table in a draft, a field a column. */
import { Button, Checkbox, Drawer, Form, Input } from 'antd';
import { useId } from 'react';
import { useText, useWordFor } from '~/base/language';
import { DateField } from '~/ui/field_input';
import { cellText, readCell, type TableColumn } from './columns';
import type { TableRow } from './rows';
import styles from './rules.module.css';

interface RowDrawerProps {
  columns: readonly TableColumn[];
  row: TableRow;
  onDone: (row: TableRow) => void;
  onClose: () => void;
}

type Typed = Record<string, string | boolean | null | undefined>;

export function RowDrawer({ columns, row, onDone, onClose }: RowDrawerProps) {
  const { t } = useText();
  const word = useWordFor();
  const name = useId();
  const initial: Typed = Object.fromEntries(
    columns.map((column) => [
      column.name,
      column.kind === 'boolean' ? row[column.name] === true : cellText(row[column.name]),
    ]),
  );
  const take = (typed: Typed) => {
    const next: TableRow = {};
    for (const column of columns) {
      const value = typedValue(column, typed[column.name]);
      if (value !== undefined) next[column.name] = value;
    }
    onDone(next);
    onClose();
  };
  return (
    <Drawer
      open
      size={480}
      title={t('rules.rowTitle')}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <Form name={name} layout="vertical" initialValues={initial} onFinish={take}>
        {columns.map((column) => (
          <Form.Item
            key={column.name}
            name={column.name}
            {...(column.kind === 'boolean'
              ? { valuePropName: 'checked' }
              : { label: word('ruleColumn', column.name) })}
            rules={[
              {
                validator: (_, text: unknown) => {
                  const reading = readCell(column.kind, typeof text === 'string' ? text : '');
                  return 'fault' in reading && column.kind !== 'boolean'
                    ? Promise.reject(new Error(t(`rules.fault.${reading.fault}`)))
                    : Promise.resolve();
                },
              },
            ]}
          >
            <CellInput
              column={column}
              list={`${name}${column.name}`}
              label={word('ruleColumn', column.name)}
            />
          </Form.Item>
        ))}
        {columns.map((column) => (
          <datalist key={column.name} id={`${name}${column.name}`}>
            {column.values.map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        ))}
        <div className={styles.row}>
          <Button type="primary" htmlType="submit">
            {t('rules.take')}
          </Button>
          <Button onClick={onClose}>{t('form.cancel')}</Button>
        </div>
      </Form>
    </Drawer>
  );
}

function typedValue(column: TableColumn, typed: Typed[string]): unknown {
  if (typeof typed === 'boolean') return typed;
  const reading = readCell(column.kind, typed ?? '');
  return 'value' in reading ? reading.value : undefined;
}

interface CellInputProps {
  column: TableColumn;
  list: string;
  label: string;
}

/** antd hands value, onChange and id to whatever element this is. */
function CellInput({ column, list, label, ...given }: CellInputProps) {
  switch (column.kind) {
    case 'boolean':
      return <Checkbox {...given}>{label}</Checkbox>;
    case 'date':
      return <DateField {...given} picker="date" />;
    case 'json':
      return <Input.TextArea {...given} rows={4} />;
    case 'integer':
      return <Input {...given} inputMode="numeric" autoComplete="off" />;
    case 'text':
      return <Input {...given} list={list} autoComplete="off" />;
  }
}
