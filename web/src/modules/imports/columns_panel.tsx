/**
 * How the columns of a file were understood. A choice of another field takes effect at once, and is
 * remembered for the next file with the same header once the rows are imported.
 */
import { Button, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '~/base/action';
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import { useRight } from '~/base/store';
import { CommandDrawer } from '~/ui/command_drawer';
import { DataRows } from '~/ui/data_rows';
import { Missing } from '~/ui/missing';
import { Panel } from '~/ui/page';
import { ProblemNote } from '~/ui/problem_note';
import { Empty } from '~/ui/state_views';
import { Pill } from '~/ui/status_tag';
import styles from './imports.module.css';
import { fieldName, type Import, type ImportColumn, isOpen, pathOf, useKind } from './rows';

/** `asked`: the server could not make out the file by itself. */
export function ColumnsPanel({ of, asked }: { of: Import; asked: boolean }) {
  const { t } = useText();
  const mayMap = useRight('imports.map') && isOpen(of);
  const [changing, setChanging] = useState(false);
  const [opened, setOpened] = useState(!isOpen(of));
  const columns = of.columns ?? [];
  const read = columns.filter((column) => column.field).length;
  const open = asked || opened;
  return (
    <Panel
      title={t('imports.columns')}
      note={
        <span className={styles.note}>
          {of.header_row > 0 &&
            t('imports.understood', { row: of.header_row, read, kept: columns.length - read })}
          {!asked && (
            <Button size="small" aria-expanded={opened} onClick={() => setOpened(!opened)}>
              {t(opened ? 'imports.fold' : 'imports.unfold')}
            </Button>
          )}
          {mayMap && (
            <Button
              size="small"
              type={asked ? 'primary' : 'default'}
              aria-haspopup="dialog"
              onClick={() => setChanging(true)}
            >
              {t('imports.header')}
            </Button>
          )}
        </span>
      }
    >
      {columns.length === 0 && (
        <Empty title={t('imports.noHeader')} words={t('imports.noHeaderWords')} />
      )}
      {open && columns.length > 0 && <Mapping of={of} columns={columns} mayMap={mayMap} />}
      {changing && (
        <CommandDrawer
          title={t('imports.header')}
          words={t('imports.headerWords')}
          command="imports.map"
          show={[...((of.sheets ?? []).length > 1 ? ['sheet'] : []), 'header_row', 'unit']}
          values={{
            ...(of.header_row > 0 ? { header_row: of.header_row } : {}),
            unit: of.unit,
            sheet: of.sheet,
          }}
          id={of.id}
          widgets={{
            sheet: (
              <Select
                options={(of.sheets ?? []).map((label, index) => ({ value: index + 1, label }))}
              />
            ),
          }}
          onClose={() => setChanging(false)}
        />
      )}
    </Panel>
  );
}

interface MappingProps {
  of: Import;
  columns: ImportColumn[];
  mayMap: boolean;
}

function Mapping({ of, columns, mayMap }: MappingProps) {
  const { t, language } = useText();
  const [ground, unit] = useFields('ImportColumn', ['ground', 'unit']);
  const fields = useKind(of.kind)?.fields ?? [];
  const map = useCommand(undefined, `map ${of.id}`);
  const choose = (column: number, field: string | undefined) =>
    map.mutate({
      path: `${pathOf(of.id)}/map`,
      body: { columns: [{ column, ...(field ? { field } : {}) }] },
    });
  const field = (column: ImportColumn) =>
    mayMap ? (
      <Select<string>
        size="small"
        allowClear
        className={styles.field ?? ''}
        aria-label={t('imports.readAsOf', { header: column.header })}
        placeholder={t('imports.kept')}
        value={column.field ?? null}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        options={fields.map((one) => ({ value: one.field, label: one[language] }))}
        onChange={(chosen) => choose(column.column, chosen)}
      />
    ) : (
      fieldName(column, language) || t('imports.kept')
    );
  const knownBy = (column: ImportColumn) => {
    if (column.personal) return <Pill tone="warn">{t('imports.personal')}</Pill>;
    if (!column.field || !ground) return <Missing reason={t('imports.kept')} />;
    return optionText(ground, column.ground, language);
  };
  const sample = (column: ImportColumn) => (
    <span className={styles.sample}>
      {column.sample}{' '}
      {column.unit && unit && <Pill>{optionText(unit, column.unit, language)}</Pill>}
    </span>
  );
  return (
    <>
      {map.error && <ProblemNote problem={map.error} />}
      <DataRows<ImportColumn>
        of="ImportColumn"
        rows={columns}
        caption={t('imports.columns')}
        keyOf={(column) => column.column}
        show={[
          {
            name: 'header',
            render: (column) => (
              <>
                {column.header} <span className={styles.quiet}>{column.letter}</span>
              </>
            ),
          },
          { name: 'field', label: t('imports.readAs'), always: true, render: field },
          { name: 'ground', render: knownBy },
          { name: 'sample', render: sample },
        ]}
      />
    </>
  );
}
