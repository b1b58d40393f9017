/** How a return begins: where its figures will come from. A nil return needs no more than this. */
import { DatabaseOutlined, FormOutlined, MinusCircleOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useText } from '~/base/language';
import { useSession } from '~/base/store';
import { Panel } from '~/ui/page';
import type { Desk } from './return_desk';
import styles from './returns.module.css';
import type { ReturnPage, Source } from './rows';

const icons: Record<Source, ReactNode> = {
  ledger: <DatabaseOutlined />,
  form: <FormOutlined />,
  nil: <MinusCircleOutlined />,
};

interface SourceChoiceProps {
  desk: Desk;
  page: ReturnPage;
}

export function SourceChoice({ desk, page }: SourceChoiceProps) {
  const { t } = useText();
  const { organisation } = useSession();
  const own = organisation.id === page.organisation;
  const begin = async (source: Source) => {
    const begun = await desk.fill({ source, edition: 'final' });
    if (begun && source === 'nil' && own) await desk.prepare();
  };
  return (
    <Panel title={t('returns.start')} note={t(own ? 'returns.startNote' : 'returns.startBehalf')}>
      <ul className={styles.choices}>
        {(['ledger', 'form', 'nil'] as const)
          .filter((source) => own || source !== 'ledger')
          .map((source) => (
            <li key={source} className={styles.choice}>
              <p>{t(`returns.sourceWords.${source}`)}</p>
              <Button icon={icons[source]} loading={desk.busy} onClick={() => void begin(source)}>
                {t(`returns.begin.${source}`)}
              </Button>
            </li>
          ))}
      </ul>
    </Panel>
  );
}
