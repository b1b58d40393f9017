/** Quarters in words; whatever else a period is stays as the server wrote it. */
import { quarterParts } from './format';
import { useText } from './language';

export function usePeriodText() {
  const { t } = useText();
  return (period = '') => {
    const parts = quarterParts(period);
    return parts ? t('format.quarter', parts) : period;
  };
}
