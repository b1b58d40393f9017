/** Quarters as people choose them; a page about one keeps it in its address. */
import { Select } from 'antd';
import { useSearchParams } from 'react-router';
import { useText } from '~/base/language';
import { usePeriodText } from '~/base/period';
import { useSession } from '~/base/store';

const offered = 16;

/** Quarters that have ended by a day, the latest first. */
export function endedBy(day: string): string[] {
  const [year = 0, month = 1] = day.split('-').map(Number);
  const last = year * 4 + Math.floor((month - 1) / 3) - 1;
  return Array.from({ length: offered }, (_, before) => {
    const at = last - before;
    return `${Math.floor(at / 4)}Q${(at % 4) + 1}`;
  });
}

/** The quarter of the address, else the last one that has ended. */
export function useQuarter(): string {
  const { business_date } = useSession();
  const [words] = useSearchParams();
  return words.get('period') ?? endedBy(business_date)[0] ?? '';
}

export function QuarterChoice() {
  const { t } = useText();
  const { business_date } = useSession();
  const [words, setWords] = useSearchParams();
  const text = usePeriodText();
  const chosen = useQuarter();
  const quarters = endedBy(business_date);
  const all = quarters.includes(chosen) ? quarters : [chosen, ...quarters];
  return (
    <Select
      aria-label={t('returns.period')}
      value={chosen}
      options={all.map((quarter) => ({ value: quarter, label: text(quarter) }))}
      onChange={(period) => {
        const next = new URLSearchParams(words);
        next.set('period', period);
        setWords(next, { replace: true });
      }}
      popupMatchSelectWidth={false}
    />
  );
}
