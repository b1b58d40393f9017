/** The filters of a list; their widgets follow the fields. At most four are shown at once. */
import { SearchOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useText } from '~/base/language';
import { type FieldInfo, labelOf } from '~/base/schema';
import { DateField } from './field_input';
import styles from './filter_bar.module.css';
import { isTyping } from './keys';

const visible = 4;

interface FilterBarProps {
  fields: readonly FieldInfo[];
  /** The query word of free search; absent when the list has none. */
  search?: { name: string; hint: string } | undefined;
  values: Record<string, string>;
  set: (changes: Record<string, string | undefined>) => void;
  /** Null while nothing was chosen. */
  clear: (() => void) | null;
}

export function FilterBar({ fields, search, values, set, clear }: FilterBarProps) {
  const { t } = useText();
  const [all, setAll] = useState(false);
  const room = search ? visible - 1 : visible;
  const hidden = fields.slice(room);
  const open = all || hidden.some((field) => values[field.name]);
  return (
    <search className={styles.bar}>
      {search && (
        <SearchBox
          hint={search.hint}
          value={values[search.name] ?? ''}
          set={(value) => set({ [search.name]: value })}
        />
      )}
      {(open ? fields : fields.slice(0, room)).map((field) => (
        <Filter
          key={field.name}
          field={field}
          value={values[field.name]}
          set={(value) => set({ [field.name]: value })}
        />
      ))}
      {hidden.length > 0 && !open && <Button onClick={() => setAll(true)}>{t('list.more')}</Button>}
      {clear && (
        <Button type="link" onClick={clear}>
          {t('list.clear')}
        </Button>
      )}
    </search>
  );
}

interface BoxProps {
  hint: string;
  value: string;
  set: (value: string | undefined) => void;
}

/** Asks after a pause in typing, and never in the middle of composing a Chinese word. */
function SearchBox({ hint, value, set }: BoxProps) {
  const { t } = useText();
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  const composing = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);
  const box = useRef<HTMLDivElement>(null);
  if (shown !== value) {
    setShown(value);
    setText(value);
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || isTyping(event)) return;
      event.preventDefault();
      box.current?.querySelector('input')?.focus();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  const later = (typed: string) => {
    clearTimeout(pause.current);
    pause.current = setTimeout(() => set(typed.trim() || undefined), 300);
  };
  return (
    <div ref={box} className={styles.search}>
      <Input
        allowClear
        prefix={<SearchOutlined />}
        placeholder={hint}
        aria-label={t('list.search')}
        value={text}
        onCompositionStart={() => {
          composing.current = true;
        }}
        onCompositionEnd={(event) => {
          composing.current = false;
          later(event.currentTarget.value);
        }}
        onChange={(event) => {
          setText(event.target.value);
          if (!composing.current) later(event.target.value);
        }}
        onPressEnter={() => set(text.trim() || undefined)}
      />
    </div>
  );
}

interface FilterProps {
  field: FieldInfo;
  value: string | undefined;
  set: (value: string | undefined) => void;
}

function Filter({ field, value, set }: FilterProps) {
  const { t, language } = useText();
  const label = labelOf(field, language);
  const options =
    field.kind === 'boolean'
      ? [
          { value: 'true', label: t('format.yes') },
          { value: 'false', label: t('format.no') },
        ]
      : field.options.map((option) => ({ value: option.name, label: option[language] }));
  if (options.length > 0) {
    return (
      <Select
        allowClear
        className={styles.filter ?? ''}
        placeholder={label}
        aria-label={label}
        value={value ?? null}
        options={options}
        onChange={(chosen) => set(chosen ?? undefined)}
        showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
        popupMatchSelectWidth={false}
      />
    );
  }
  if (field.kind === 'date' || field.kind === 'quarter') {
    return (
      <DateField
        picker={field.kind}
        label={label}
        value={value ?? null}
        onChange={(chosen) => set(chosen ?? undefined)}
      />
    );
  }
  return (
    <Input
      allowClear
      className={styles.filter ?? ''}
      placeholder={label}
      aria-label={label}
      defaultValue={value}
      onPressEnter={(event) => set(event.currentTarget.value.trim() || undefined)}
      onBlur={(event) => set(event.currentTarget.value.trim() || undefined)}
      onClear={() => set(undefined)}
    />
  );
}
