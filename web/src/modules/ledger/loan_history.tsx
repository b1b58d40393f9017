/** Everything said of a note: by the day it holds for, with the moment at which it was received. */
import { type ListPage, useRecord } from '~/base/list';
import { Loaded } from '~/ui/state_views';
import { VersionHistory } from '~/ui/version_history';
import type { LoanSaying, LoanVersion } from './rows';

const version = (saying: LoanSaying): LoanVersion => ({
  ...saying,
  effective: saying.fact_date,
  sequence: saying.version,
});

export function LoanHistory({ path }: { path: string }) {
  const history = useRecord<ListPage<LoanSaying>>(path);
  return (
    <Loaded query={history} lines={4}>
      {({ data }) => (
        <VersionHistory<LoanVersion>
          of="LoanSaying"
          versions={data.rows.map(version)}
          show={[
            'balance_fen',
            'overdue_days',
            'class',
            'class_floor',
            'class_reason',
            'disbursed_fen',
            'disbursed_on',
            'matures_on',
            'secured_fen',
            'granted_fen',
            'branch_name',
            'enterprise_name',
          ]}
        />
      )}
    </Loaded>
  );
}
