/** How a duty came about: opened, reminded, urged, handed over, done. */
import { Drawer } from 'antd';
import { dateText, instantText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import { optionText, useFields } from '~/base/schema';
import { Loaded } from '~/ui/state_views';
import { Pill, toneOf } from '~/ui/status_tag';
import { History, type Step } from '~/ui/version_history';
import type { DutyEvent, DutyRow } from './rows';

interface DutyHistoryProps {
  title: string;
  duty: DutyRow;
  onClose: () => void;
}

export function DutyHistory({ title, duty, onClose }: DutyHistoryProps) {
  const { t } = useText();
  const stepOf = useStep();
  const history = useRecord<ListPage<DutyEvent>>(`/duties/${duty.id}/history`);
  return (
    <Drawer
      open
      size={480}
      title={title}
      onClose={onClose}
      closable={{ 'aria-label': t('shell.close') }}
    >
      <p>{duty.clause}</p>
      <Loaded query={history} lines={4}>
        {({ data }) => <History steps={data.rows.map(stepOf).reverse()} />}
      </Loaded>
    </Drawer>
  );
}

function useStep() {
  const { t, language } = useText();
  const [event, outcome, timeliness] = useFields('DutyHistoryRow', [
    'event',
    'outcome',
    'timeliness',
  ]);
  return (row: DutyEvent, place: number): Step => ({
    key: `${row.sequence} ${row.event} ${place}`,
    day: row.at,
    action: (
      <>
        {event && optionText(event, row.event, language)}{' '}
        {row.days !== undefined && t('duty.daysBefore', { count: row.days })}{' '}
        {row.outcome && outcome && <Pill>{optionText(outcome, row.outcome, language)}</Pill>}{' '}
        {row.timeliness && timeliness && (
          <Pill tone={toneOf(row.timeliness)}>
            {optionText(timeliness, row.timeliness, language)}
          </Pill>
        )}
      </>
    ),
    foot: (
      <>
        {[
          instantText(row.at, language),
          row.due && t('duty.dueOn', { due: dateText(row.due, language) }),
          row.person_name,
          row.organisation_name,
        ]
          .filter(Boolean)
          .join(' · ')}
        {row.remark && <p>{row.remark}</p>}
      </>
    ),
  });
}
