/** How far the server is with an import that is being applied, as it tells this session. */
import { Progress } from 'antd';
import { useEffect, useState } from 'react';
import { listen } from '~/base/events';
import { integerText } from '~/base/format';
import { useText } from '~/base/language';
import type { Id } from '~/base/store';

const steps = ['reading', 'checking', 'storing'] as const;
interface Told {
  subject: Id;
  step: (typeof steps)[number];
  done: number;
  total: number;
}

/** A step that does not count its rows stands at its beginning. */
function percent({ step, done, total }: Told): number {
  const part = total > 0 ? done / total : 0;
  return Math.round(((steps.indexOf(step) + part) / steps.length) * 100);
}

export function ImportProgress({ of }: { of: Id }) {
  const { t } = useText();
  const [told, setTold] = useState<Told | null>(null);
  useEffect(
    () =>
      listen('progress', (data) => {
        const news = data as Told;
        if (String(news.subject) === String(of)) setTold(news);
      }),
    [of],
  );
  const words = told
    ? t(`imports.step.${told.step}`, {
        done: integerText(told.done),
        total: integerText(told.total),
      })
    : t('imports.step.sent');
  return (
    <div role="status">
      <span>{words}</span>
      <Progress
        percent={told ? percent(told) : 0}
        showInfo={false}
        status="active"
        aria-label={words}
      />
    </div>
  );
}
