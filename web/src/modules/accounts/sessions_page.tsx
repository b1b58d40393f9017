/** Where one's own account is signed in; what is not known there can be ended at once. */
import { App, Button } from 'antd';
import { useCommand } from '~/base/action';
import { instantText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { DataRows } from '~/ui/data_rows';
import { Page, Panel } from '~/ui/page';
import { ProblemNote } from '~/ui/problem_note';
import { Empty, Loaded } from '~/ui/state_views';
import { Pill } from '~/ui/status_tag';
import type { OwnSession } from './rows';

export function Component() {
  const { t, language } = useText();
  const { message } = App.useApp();
  const sessions = useRecord<ListPage<OwnSession>>('/sessions');
  const end = useCommand(() => void message.success(t('sessions.ended')));
  return (
    <Page title={t('page.sessions')} subtitle={t('sessions.subtitle')}>
      {end.error && <ProblemNote problem={end.error} />}
      <Panel>
        <Loaded query={sessions}>
          {({ data }) =>
            data.rows.length === 0 ? (
              <Empty title={t('sessions.none')} />
            ) : (
              <DataRows<OwnSession>
                of="OwnSession"
                rows={data.rows}
                show={['started', 'seen', 'address']}
                caption={t('page.sessions')}
                deeds={(row) =>
                  row.current ? (
                    <Pill tone="active">{t('sessions.current')}</Pill>
                  ) : (
                    <Button
                      size="small"
                      loading={end.isPending && end.variables?.path === `/sessions/${row.id}/end`}
                      aria-label={t('sessions.endOf', { at: instantText(row.started, language) })}
                      onClick={() => end.mutate({ path: `/sessions/${row.id}/end` })}
                    >
                      {t('sessions.end')}
                    </Button>
                  )
                }
              />
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}
