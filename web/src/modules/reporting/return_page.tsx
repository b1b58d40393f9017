/** One return: its figures cell by cell, what the rules say, where it stands and what can be done. */
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useParams, useSearchParams } from 'react-router';
import { address } from '~/base/api';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { usePeriodText } from '~/base/period';
import { optionText, useFields } from '~/base/schema';
import { useAwaiting } from '~/ui/awaiting_line';
import { Columns, Page, Panel } from '~/ui/page';
import { ProblemNote } from '~/ui/problem_note';
import { Empty, Loaded } from '~/ui/state_views';
import { Pill, toneOf } from '~/ui/status_tag';
import { ReturnCells } from './return_cells';
import { Cover } from './return_cover';
import { ReturnDeeds } from './return_deeds';
import { useDesk } from './return_desk';
import { Filling } from './return_filling';
import { Findings } from './return_findings';
import { ReturnHistory } from './return_history';
import { Standing } from './return_standing';
import { SourceChoice } from './return_start';
import type { ReturnPage, VersionRow } from './rows';

export function Component() {
  const { id = '' } = useParams();
  const { t } = useText();
  const quarter = usePeriodText();
  const [words] = useSearchParams();
  const number = words.get('number');
  const path = `/returns/${encodeURIComponent(id)}`;
  const page = useRecord<ReturnPage>(number ? `${path}?number=${number}` : path);
  const found = page.data?.data;
  return (
    <Page
      title={found ? `${found.organisation_name} · ${quarter(found.period)}` : t('page.return')}
      crumbs={[{ label: t('page.returns'), to: '/returns' }]}
      subtitle={found && <Marks page={found} />}
      actions={found && <Downloads page={found} />}
    >
      <Loaded query={page}>
        {({ data }) => (
          <Desk key={`${id} ${number}`} page={data} path={path} older={number !== null} />
        )}
      </Loaded>
    </Page>
  );
}

function Marks({ page }: { page: ReturnPage }) {
  const { t, language } = useText();
  const [state, source, edition] = useFields('ReturnRow', ['state', 'source', 'edition']);
  const cover = page.frozen ?? page.draft;
  const behalf = cover?.entered_by_name;
  return (
    <>
      {state && <Pill tone={toneOf(page.state)}>{optionText(state, page.state, language)}</Pill>}
      {cover && source && <Pill>{optionText(source, cover.source, language)}</Pill>}
      {cover && edition && <Pill>{optionText(edition, cover.edition, language)}</Pill>}
      {page.frozen && <Pill>{t('returns.number', { number: page.frozen.number })}</Pill>}
      {behalf && <Pill tone="warn">{t('returns.enteredBy', { name: behalf })}</Pill>}
    </>
  );
}

function Downloads({ page }: { page: ReturnPage }) {
  const { t } = useText();
  if (!page.frozen && !page.draft) return null;
  const query = page.frozen ? { number: page.frozen.number } : {};
  return (
    <>
      <Button
        icon={<DownloadOutlined />}
        href={address(`/returns/${page.id}/workbook`, query)}
        download
      >
        {t('returns.workbook')}
      </Button>
      <Button
        icon={<PrinterOutlined />}
        href={address(`/returns/${page.id}/print`, query)}
        target="_blank"
        rel="noopener"
      >
        {t('returns.print')}
      </Button>
    </>
  );
}

interface DeskProps {
  page: ReturnPage;
  path: string;
  /** An older version is looked at, never acted on. */
  older: boolean;
}

function Desk({ page, path, older }: DeskProps) {
  const desk = useDesk(path);
  const filed = useRecord<ListPage<VersionRow>>(`${path}/history`);
  const versions = filed.data?.data.rows ?? [];
  const held = useAwaiting(
    ({ command, body }) =>
      command.startsWith('returns.') && body.id === page.id && body.number === page.frozen?.number,
  );
  const may = (verb: string) => !older && !held && (page.actions ?? []).includes(verb);
  const history = <ReturnHistory page={page} versions={versions} />;
  return (
    <>
      <Standing
        page={page}
        waiting={held}
        older={older}
        judges={may('accept')}
        deeds={page.frozen && <ReturnDeeds page={page} desk={desk} may={may} />}
      />
      {desk.problem && <ProblemNote problem={desk.problem} />}
      {page.frozen ? (
        <Frozen page={page} frozen={page.frozen} history={history} />
      ) : page.draft && may('fill') ? (
        <Filling
          key={page.version}
          page={page}
          desk={desk}
          latest={versions[0]}
          history={history}
        />
      ) : may('fill') ? (
        <SourceChoice desk={desk} page={page} />
      ) : (
        <NotFiled page={page} />
      )}
    </>
  );
}

interface FrozenProps {
  page: ReturnPage;
  frozen: VersionRow;
  history: ReactNode;
}

function Frozen({ page, frozen, history }: FrozenProps) {
  const { t } = useText();
  const note = frozen.source === 'ledger' ? 'returns.cellsOpen' : 'returns.cellsNote';
  return (
    <Columns
      main={
        <Panel title={t('returns.cells')} note={t(note)}>
          <ReturnCells page={page} />
        </Panel>
      }
      side={
        <>
          <Cover version={frozen} />
          <Findings findings={page.findings ?? []} reasons={frozen.reasons ?? {}} />
          {history}
        </>
      }
    />
  );
}

/** What its bank is still working on, an authority does not see; a checker sees the draft. */
function NotFiled({ page }: { page: ReturnPage }) {
  const { t } = useText();
  return (
    <Panel title={t('returns.cells')} note={page.draft && t('returns.cellsNote')}>
      {page.draft ? (
        <ReturnCells page={page} />
      ) : (
        <Empty title={t('returns.notFiled')} words={t('returns.notFiledWords')} />
      )}
    </Panel>
  );
}
