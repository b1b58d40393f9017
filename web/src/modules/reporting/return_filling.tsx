/** A return being filled in: cover, cells and reasons typed here until they are saved together. */
import { App, Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '~/base/language';
import type { Typed } from '~/ui/decimal_input';
import { Columns, Panel } from '~/ui/page';
import { CoverForm } from './cover_form';
import { OwnTable } from './own_table';
import { isUnread, ReturnCells } from './return_cells';
import { type CoverInput, coverOf, type Desk, type Fill, faultsOfCells } from './return_desk';
import { Findings } from './return_findings';
import styles from './returns.module.css';
import type { Cells, ReturnPage, VersionRow } from './rows';
import { Stoppers } from './stoppers';

interface FillingProps {
  page: ReturnPage;
  desk: Desk;
  /** The version frozen last. */
  latest: VersionRow | undefined;
  history: ReactNode;
}

export function Filling({ page, desk, latest, history }: FillingProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const { draft } = page;
  const [cover, setCover] = useState<CoverInput>(
    coverOf(draft ?? { source: 'form', edition: 'final' }),
  );
  const [typed, setTyped] = useState<Cells>({});
  const [reasons, setReasons] = useState<Record<string, string | null>>({});
  const [touched, setTouched] = useState(false);

  const fill: Fill = { ...cover, cells: typed, reasons };
  /** Leads to the first figure that cannot be read; nothing is sent before it can. */
  const isReadable = () => {
    const unread = page.cells?.find((cell) => isUnread(cell, typed[cell.cell]));
    if (unread) document.getElementById(`cell-${unread.cell}`)?.focus();
    return !unread;
  };
  const save = async () => {
    if (isReadable() && (await desk.fill(fill))) void message.success(t('returns.isSaved'));
  };
  const freeze = async () => {
    if (touched && !(isReadable() && (await desk.fill(fill)))) return;
    if (await desk.prepare()) void message.success(t('returns.isFrozen'));
  };
  /** Another source opens other cells: what was typed for this one is kept first. */
  const turn = async (source: CoverInput['source']) => {
    if (touched && !(isReadable() && (await desk.fill({ ...fill, source: cover.source })))) return;
    await desk.fill({ ...cover, source });
  };
  const type = (cell: string, value: Typed) => {
    setTouched(true);
    setTyped((before) => ({ ...before, [cell]: value ?? null }));
  };
  const take = (cells: Cells) => {
    setTouched(true);
    setTyped((before) => ({ ...before, ...cells }));
  };
  const editing = {
    typed,
    type,
    faults: faultsOfCells(desk.problem),
  };
  return (
    <>
      <div className={styles.deeds}>
        <Button loading={desk.busy} disabled={!touched} onClick={() => void save()}>
          {t('returns.save')}
        </Button>
        <Button type="primary" loading={desk.busy} onClick={() => void freeze()}>
          {t('returns.freeze', { number: (latest?.number ?? 0) + 1 })}
        </Button>
      </div>
      <Columns
        main={
          <>
            <Stoppers page={page} />
            {cover.source === 'form' && <OwnTable id={page.id} take={take} />}
            <Panel title={t('returns.cells')} note={t('returns.zeroNote')}>
              <ReturnCells page={page} editing={editing} />
            </Panel>
          </>
        }
        side={
          <>
            <CoverForm
              page={page}
              cover={cover}
              onSource={(source) => void turn(source)}
              onChange={(change) => {
                setTouched(true);
                setCover((before) => ({ ...before, ...change }));
              }}
            />
            <Findings
              findings={page.findings ?? []}
              reasons={{ ...draft?.reasons, ...reasons }}
              give={(rule, reason) => {
                setTouched(true);
                setReasons((before) => ({ ...before, [rule]: reason }));
              }}
            />
            {history}
          </>
        }
      />
    </>
  );
}
