/**
 * The cells of a return: value or input, the quarter before and the ledger beside it. What the
 * rules and whoever sent it back say of a cell stands at the cell.
 */
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import { CellValue, useUnitText } from '~/ui/cell_value';
import { DecimalInput, type Typed } from '~/ui/decimal_input';
import { Pill } from '~/ui/status_tag';
import { CellTable } from './cell_table';
import { OpenedFigure } from './opened_figure';
import { toneOfSeverity } from './return_findings';
import styles from './returns.module.css';
import type { Cells, Finding, PageCell, ReturnPage, Texts } from './rows';

export interface Editing {
  typed: Cells;
  type: (cell: string, value: Typed) => void;
  faults: Texts;
}

interface ReturnCellsProps {
  page: ReturnPage;
  editing?: Editing;
}

export function ReturnCells({ page, editing }: ReturnCellsProps) {
  const { t, language } = useText();
  const unit = useUnitText();
  const [opened, setOpened] = useState<PageCell | null>(null);
  const cells = page.cells ?? [];
  const holds = (name: 'previous' | 'ledger') => cells.some((cell) => cell[name] !== undefined);
  const byRows = page.frozen?.source === 'ledger';
  const isUsed = (cell: PageCell) =>
    [cell.value, cell.previous, cell.ledger, cell.remark].some((one) => one !== undefined) ||
    brokenAt(page, cell).length > 0;
  return (
    <>
      <CellTable<PageCell>
        of="PageCell"
        rows={cells}
        caption={t('returns.cells')}
        isUsed={isUsed}
        show={[
          {
            name: `title_${language}`,
            label: t('returns.cell'),
            render: (cell) => (
              <Title
                cell={cell}
                broken={brokenAt(page, cell)}
                editing={cell.enterable ? editing : undefined}
                byLedger={page.draft?.source === 'ledger'}
              />
            ),
          },
          { name: 'unit', render: (cell) => unit(cell.unit) },
          {
            name: 'value',
            numeric: true,
            always: true,
            ...(editing ? { width: inputWidth } : {}),
            render: (cell) =>
              editing && cell.enterable ? (
                <CellInput cell={cell} editing={editing} />
              ) : byRows && cell.origin === 'figure' && cell.value !== undefined ? (
                <Button
                  type="link"
                  size="small"
                  className={styles.figure ?? ''}
                  aria-haspopup="dialog"
                  title={t('returns.openFigure')}
                  onClick={() => setOpened(cell)}
                >
                  <CellValue unit={cell.unit} value={cell.value} />
                </Button>
              ) : (
                <CellValue
                  unit={cell.unit}
                  value={cell.value}
                  missing={cell[`lacking_${language}`] && t('returns.lacking')}
                />
              ),
          },
          ...(['previous', 'ledger'] as const).filter(holds).map((name) => ({
            name,
            numeric: true,
            render: (cell: PageCell) => <CellValue unit={cell.unit} value={cell[name]} />,
          })),
        ]}
      />
      {opened && page.frozen && (
        <OpenedFigure
          page={page}
          cell={opened}
          number={page.frozen.number}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  );
}

function brokenAt(page: ReturnPage, cell: PageCell): Finding[] {
  const findings = page.findings ?? [];
  return findings.filter((one) => one.verdict === 'broken' && one.cells?.includes(cell.cell));
}

const inputWidth = 220;
const inputId = (cell: PageCell) => `cell-${cell.cell}`;

interface TitleProps {
  cell: PageCell;
  /** Rules that do not hold, as the cell is one of theirs. */
  broken: Finding[];
  /** Where this cell is typed. */
  editing: Editing | undefined;
  /** Only a source that computes has to say why a cell is typed all the same. */
  byLedger: boolean;
}

function Title({ cell, broken, editing, byLedger }: TitleProps) {
  const { t, language } = useText();
  const [severity] = useFields('FormFinding', ['severity']);
  const title = cell[`title_${language}`];
  const lacking = byLedger && editing && cell[`lacking_${language}`];
  return (
    <div id={`at-${cell.cell}`} className={styles.title}>
      {editing ? <label htmlFor={inputId(cell)}>{title}</label> : <span>{title}</span>}
      {broken.map((one) => (
        <a key={one.rule} href={`#rule-${one.rule}`} title={one[language]}>
          <Pill tone={toneOfSeverity(one.severity)}>
            {severity && optionText(severity, one.severity, language)} {one.rule}
          </Pill>
        </a>
      ))}
      {lacking && <p className={styles.lacking}>{lacking}</p>}
      {cell.remark && (
        <p className={styles.sentBack}>{t('returns.remarkAt', { remark: cell.remark })}</p>
      )}
    </div>
  );
}

const places: Partial<Record<PageCell['kind'], number>> = { amount: 6, ratio: 4, count: 0 };

/** Typed where a figure belongs, and none. */
export const isUnread = (cell: PageCell, typed: Typed) =>
  places[cell.kind] !== undefined && typeof typed === 'string';

function CellInput({ cell, editing }: { cell: PageCell; editing: Editing }) {
  const { t } = useText();
  const { typed, type, faults } = editing;
  const id = inputId(cell);
  const held = cell.cell in typed ? typed[cell.cell] : (cell.value as number | string | undefined);
  const scale = places[cell.kind];
  const fault = isUnread(cell, held) ? t('form.not_a_number') : faults[cell.cell];
  return (
    <div className={fault ? styles.faulty : undefined}>
      {scale === undefined ? (
        <Input
          id={id}
          value={held ?? ''}
          onChange={(event) => type(cell.cell, event.target.value || null)}
        />
      ) : (
        <DecimalInput
          id={id}
          places={scale}
          suffix=""
          value={held}
          onChange={(value) => type(cell.cell, value)}
        />
      )}
      {fault && (
        <p role="alert" className={styles.fault}>
          {fault}
        </p>
      )}
    </div>
  );
}
