/** What is not known is a dash with its reason, never a zero. */

import { missing } from '~/base/format';
import { useText } from '~/base/language';

export function Missing({ reason }: { reason?: string | undefined }) {
  const { t } = useText();
  const words = reason ?? t('format.missing');
  return (
    <span title={words}>
      <span aria-hidden="true">{missing}</span>
      <span className="unseen">{words}</span>
    </span>
  );
}
