/** What is wrong with single cells: a cell is chosen, and its remark typed. */
import { Button, Input, Select } from 'antd';
import { useText } from '~/base/language';
import styles from './returns.module.css';
import type { PageCell, Texts } from './rows';

const longest = 200;

interface CellRemarksProps {
  cells: readonly PageCell[];
  /** Given by the form. */
  id?: string;
  value?: Texts | null;
  onChange?: (value: Texts | null) => void;
}

export function CellRemarks({ cells, id, value, onChange }: CellRemarksProps) {
  const { t, language } = useText();
  const remarks = value ?? {};
  const title = (name: string) =>
    cells.find(({ cell }) => cell === name)?.[`title_${language}`] ?? name;
  const change = (next: Texts) => onChange?.(Object.keys(next).length > 0 ? next : null);
  const without = (name: string) =>
    Object.fromEntries(Object.entries(remarks).filter(([cell]) => cell !== name));
  return (
    <div className={styles.remarks}>
      <Select
        {...(id ? { id } : {})}
        value={null}
        placeholder={t('returns.addRemark')}
        showSearch={{ optionFilterProp: 'label' }}
        options={cells
          .filter(({ cell }) => !(cell in remarks))
          .map(({ cell }) => ({ value: cell, label: title(cell) }))}
        onChange={(cell: string | null) => cell && change({ ...remarks, [cell]: '' })}
      />
      {Object.entries(remarks).map(([cell, remark]) => (
        <div key={cell} className={styles.remark}>
          <label htmlFor={`remark-${cell}`}>{title(cell)}</label>
          <Input
            id={`remark-${cell}`}
            maxLength={longest}
            value={remark}
            onChange={(event) => change({ ...remarks, [cell]: event.target.value })}
          />
          <Button type="text" onClick={() => change(without(cell))}>
            {t('returns.dropRemark', { cell: title(cell) })}
          </Button>
        </div>
      ))}
    </div>
  );
}
