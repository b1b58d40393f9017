/** Reference data: every published set of tables with its clause, validity and how sure it is. */
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { DataRows } from '~/ui/data_rows';
import { Page, Panel } from '~/ui/page';
import { Empty, Loaded } from '~/ui/state_views';
import { Confidence } from './confidence';
import type { RuleSetRow } from './rows';

export function Component() {
  const { t, language } = useText();
  const sets = useRecord<ListPage<RuleSetRow>>('/rules');
  return (
    <Page title={t('page.rules')} subtitle={t('rules.subtitle')}>
      <Panel>
        <Loaded query={sets}>
          {({ data }) =>
            data.rows.length === 0 ? (
              <Empty title={t('rules.none')} />
            ) : (
              <DataRows<RuleSetRow>
                of="RuleSetRow"
                rows={data.rows}
                caption={t('page.rules')}
                show={[
                  { name: language, label: t('rules.set') },
                  'effective',
                  'next_effective',
                  'clause',
                  { name: 'confidence', render: (row) => <Confidence of={row.confidence} /> },
                  'source',
                ]}
                open={(row) => `/rules/${row.id}`}
              />
            )
          }
        </Loaded>
      </Panel>
    </Page>
  );
}
