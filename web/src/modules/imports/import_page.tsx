/** One file on its way in: what was understood, what is wrong, what is asked, what it would do. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useParams } from 'react-router';
import { askAgain } from '~/base/action';
import { useNews } from '~/base/events';
import { useText } from '~/base/language';
import { useRecord } from '~/base/list';
import { isUnsigned } from '~/base/on_behalf';
import { optionText, useFields } from '~/base/schema';
import { AwaitingLine, useAwaiting } from '~/ui/awaiting_line';
import { Columns, Page, Panel } from '~/ui/page';
import { Loaded } from '~/ui/state_views';
import { Pill, toneOf } from '~/ui/status_tag';
import { ApplyBar } from './apply_bar';
import { ColumnsPanel } from './columns_panel';
import { Corrections } from './corrections';
import { Deeds } from './deeds';
import { FactsPanel } from './facts_panel';
import { FindingsPanel } from './findings_panel';
import styles from './imports.module.css';
import { Questions } from './questions';
import { type Import, isOpen, pathOf, useKind } from './rows';
import { StagedRows } from './staged_rows';

export function Component() {
  const { id = '' } = useParams();
  const { t } = useText();
  const record = useRecord<Import>(pathOf(id));
  const queries = useQueryClient();
  useNews(
    id,
    useCallback(() => void askAgain(queries), [queries]),
  );
  const shown = record.data?.data;
  const held = useAwaiting(
    ({ command, body }) => command.startsWith('imports.') && body.id === shown?.id,
  );
  return (
    <Page
      title={shown?.file_name ?? t('page.imports')}
      crumbs={[{ label: t('page.imports'), to: '/imports' }]}
      subtitle={shown && <Marks of={shown} />}
      actions={
        record.data && (
          <Deeds of={record.data.data} etag={record.data.etag} held={held !== undefined} />
        )
      }
    >
      {held && <AwaitingLine of={held} title={t('imports.awaitingUndo')} />}
      <Loaded query={record}>{({ data, etag }) => <Content of={data} etag={etag} />}</Loaded>
    </Page>
  );
}

function Marks({ of }: { of: Import }) {
  const { t, language } = useText();
  const [state] = useFields('Import', ['state']);
  const kind = useKind(of.kind);
  return (
    <>
      {kind && <Pill>{kind[language]}</Pill>}
      {state && <Pill tone={toneOf(of.state)}>{optionText(state, of.state, language)}</Pill>}
      <Pill>{of.organisation_name}</Pill>
      {of.on_behalf && (
        <Pill tone={isUnsigned(of) ? 'warn' : 'neutral'}>
          {t(isUnsigned(of) ? 'imports.unsigned' : 'imports.onBehalf')}
        </Pill>
      )}
    </>
  );
}

function Content({ of, etag }: { of: Import; etag: string | null }) {
  const { t } = useText();
  const { counts } = of;
  const asked = useLacksColumn(of);
  const columns = <ColumnsPanel of={of} asked={asked} />;
  return (
    <>
      <ApplyBar of={of} etag={etag} />
      <Columns
        main={
          <>
            {asked && columns}
            {counts && <Questions of={of} />}
            {counts && counts.errors + counts.warnings > 0 && <FindingsPanel of={of} />}
            {!asked && columns}
          </>
        }
        side={
          <>
            <FactsPanel of={of} />
            <Corrections of={of} />
          </>
        }
      />
      {(counts?.rows ?? 1) > 0 && (
        <div className={styles.below}>
          <Panel title={t('imports.rows')} note={t('imports.rowsNote')}>
            <StagedRows of={of} />
          </Panel>
        </div>
      )}
    </>
  );
}

/** The file cannot be read before somebody says which of its columns is a field that must be there. */
function useLacksColumn(of: Import): boolean {
  const fields = useKind(of.kind)?.fields ?? [];
  const read = new Set((of.columns ?? []).map((column) => column.field));
  return isOpen(of) && fields.some((field) => field.required && !read.has(field.field));
}
