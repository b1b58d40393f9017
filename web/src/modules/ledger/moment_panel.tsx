/** Both time axes: of which day the note is looked at, and with the knowledge of which day. */
import { Button, Checkbox } from 'antd';
import { useSearchParams } from 'react-router';
import { useText } from '~/base/language';
import { labelOf, useParameters } from '~/base/schema';
import { DateField } from '~/ui/field_input';
import { Panel } from '~/ui/page';
import styles from './ledger.module.css';

const axes = ['as_of', 'known_at'] as const;
/** With all that is known today, whenever it was said. */
const now = 'now';

export function MomentPanel() {
  const { t, language } = useText();
  const [words, setWords] = useSearchParams();
  const fields = useParameters('/loans/0');
  const set = (name: string, value: string | null) => {
    const next = new URLSearchParams(words);
    if (value) next.set(name, value);
    else next.delete(name);
    setWords(next, { replace: true });
  };
  return (
    <Panel title={t('loans.moment')} note={t('loans.momentNote')}>
      <div className={styles.axes}>
        {axes.map((name) => {
          const field = fields.find((one) => one.name === name);
          return (
            <DateField
              key={name}
              picker="date"
              label={field ? labelOf(field, language) : name}
              value={words.get(name) === now ? null : words.get(name)}
              onChange={(day) => set(name, day)}
            />
          );
        })}
        <Checkbox
          checked={words.get('known_at') === now}
          onChange={(event) => set('known_at', event.target.checked ? now : null)}
        >
          {t('loans.knownNow')}
        </Checkbox>
        {axes.some((name) => words.has(name)) && (
          <Button type="link" onClick={() => setWords({}, { replace: true })}>
            {t('loans.today')}
          </Button>
        )}
      </div>
    </Panel>
  );
}
