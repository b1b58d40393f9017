/** How long there is, or how long it is over: red once overdue, amber in the last week. */
import { useText } from '~/base/language';
import { Pill } from '~/ui/status_tag';

const soon = 7;

export function DaysLeft({ days }: { days: number }) {
  const { t } = useText();
  if (days < 0) return <Pill tone="bad">{t('duty.over', { count: -days })}</Pill>;
  if (days === 0) return <Pill tone="warn">{t('duty.today')}</Pill>;
  return <Pill tone={days <= soon ? 'warn' : 'neutral'}>{t('duty.left', { count: days })}</Pill>;
}
