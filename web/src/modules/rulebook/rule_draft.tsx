/** A new version of a set, changed row by row and published once a second person agrees. */
import { App, Button } from 'antd';
import { useState } from 'react';
import { useText } from '~/base/language';
import type { Problem } from '~/base/problem';
import { CommandDrawer } from '~/ui/command_drawer';
import { columnsOf } from './columns';
import { PasteRows } from './paste_rows';
import { RowDrawer } from './row_drawer';
import type { Content, RuleSet, TableRow } from './rows';
import { RuleTable } from './rule_table';
import styles from './rules.module.css';

interface RuleDraftProps {
  set: RuleSet;
  /** The content it begins with; the set's own where there is none. */
  from?: Content;
  onClose: () => void;
}

/** A row that is edited; without a place it is a new one. */
interface Edited {
  table: string;
  place?: number;
}

export function RuleDraft({ set, from = set.content, onClose }: RuleDraftProps) {
  const { t } = useText();
  const { modal } = App.useApp();
  const [content, setContent] = useState<Content>(from);
  const [edited, setEdited] = useState<Edited | null>(null);
  const [publishing, setPublishing] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const changed = content !== set.content;

  const change = (table: string, rows: TableRow[]) => {
    setProblem(null);
    setContent((before) => ({ ...before, [table]: rows }));
  };
  const put = ({ table, place }: Edited, row: TableRow) => {
    const rows = content[table] ?? [];
    change(
      table,
      place === undefined ? [...rows, row] : rows.map((one, at) => (at === place ? row : one)),
    );
  };
  const leave = () => {
    if (!changed) return onClose();
    modal.confirm({
      title: t('form.leave'),
      content: t('form.leaveWords'),
      okText: t('form.leaveYes'),
      cancelText: t('form.leaveNo'),
      onOk: onClose,
    });
  };
  return (
    <>
      <div className={styles.deeds}>
        <Button onClick={leave}>{t('rules.drop')}</Button>
        <Button
          type="primary"
          aria-haspopup="dialog"
          disabled={!changed}
          onClick={() => setPublishing(true)}
        >
          {t('rules.publish')}
        </Button>
      </div>
      {Object.entries(content).map(([table, rows]) => (
        <RuleTable
          key={table}
          name={table}
          rows={rows}
          faultOf={(place) => faultAt(problem, table, place)}
          above={
            <PasteRows
              columns={columnsOf(set.content[table] ?? [])}
              onAdd={() => setEdited({ table })}
              onRows={(more) => change(table, [...rows, ...more])}
            />
          }
          deeds={({ place }) => (
            <span className={styles.row}>
              <Button
                size="small"
                aria-haspopup="dialog"
                aria-label={t('rules.editRow', { row: place + 1 })}
                onClick={() => setEdited({ table, place })}
              >
                {t('rules.edit')}
              </Button>
              <Button
                size="small"
                aria-label={t('rules.removeRow', { row: place + 1 })}
                onClick={() =>
                  change(
                    table,
                    rows.filter((_, at) => at !== place),
                  )
                }
              >
                {t('rules.remove')}
              </Button>
            </span>
          )}
        />
      ))}
      {edited && (
        <RowDrawer
          columns={columnsOf(set.content[edited.table] ?? [])}
          row={edited.place === undefined ? {} : (content[edited.table]?.[edited.place] ?? {})}
          onDone={(row) => put(edited, row)}
          onClose={() => setEdited(null)}
        />
      )}
      {publishing && (
        <CommandDrawer
          title={t('rules.publish')}
          words={t('rules.publishWords')}
          command="rules.publish"
          show={['effective', 'clause', 'source', 'confidence']}
          values={{ clause: set.clause, source: set.source, confidence: set.confidence }}
          fixed={{ code: set.code, content }}
          onRefused={setProblem}
          onClose={() => setPublishing(false)}
          onDone={onClose}
        />
      )}
    </>
  );
}

/** What the server says of a row: its pointer is `/content/days/3/date`. */
function faultAt(problem: Problem | null, table: string, place: number): string | undefined {
  return problem?.errors.find(({ pointer }) =>
    `${pointer}/`.startsWith(`/content/${table}/${place}/`),
  )?.message;
}
