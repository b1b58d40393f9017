/** The input that fits a question: its choices, a day, or what became of a missing note. */
import { Input, Radio } from 'antd';
import { useText } from '~/base/language';
import { labelOf, useFields } from '~/base/schema';
import { DateField } from '~/ui/field_input';
import styles from './imports.module.css';
import type { Finding } from './rows';

const settled = 'settled';
export const stillOpen = 'open';

/** Neither a choice nor a day: what became of a note that is not in the file. */
export const asksFate = ({ choices = [], key }: Finding) =>
  choices.length === 0 && key !== 'data_date';

interface AnswerInputProps {
  finding: Finding;
  value: string;
  onChange: (answer: string) => void;
}

export function AnswerInput({ finding, value, onChange }: AnswerInputProps) {
  const { language } = useText();
  const [day] = useFields('Import', ['data_date']);
  const choices = finding.choices ?? [];
  if (choices.length > 0) {
    const options = choices.map((choice) => ({ value: choice.code, label: choice[language] }));
    return <Choices label={finding[language]} {...{ options, value, onChange }} />;
  }
  if (finding.key === 'data_date') {
    return (
      <div className={styles.day}>
        <DateField
          picker="date"
          label={day ? labelOf(day, language) : ''}
          value={value || null}
          onChange={(said) => onChange(said ?? '')}
        />
      </div>
    );
  }
  return <Fate finding={finding} value={value} onChange={onChange} />;
}

interface ChoicesProps {
  label: string;
  options: { value: string; label: string }[];
  value: string;
  onChange: (answer: string) => void;
}

function Choices({ label, options, value, onChange }: ChoicesProps) {
  return (
    <Radio.Group
      aria-label={label}
      value={value || null}
      options={options}
      onChange={(event) => onChange(String(event.target.value))}
    />
  );
}

/** Settled closes the note; anything else is kept as the reason why it is not in the file. */

function Fate({ finding, value, onChange }: AnswerInputProps) {
  const { t, language } = useText();
  const other = value !== settled && value !== stillOpen;
  return (
    <div className={styles.fate}>
      <Choices
        label={finding[language]}
        value={other ? '' : value}
        onChange={onChange}
        options={[
          { value: settled, label: t('imports.settled') },
          { value: stillOpen, label: t('imports.stillOpen') },
        ]}
      />
      <Input
        aria-label={t('imports.otherFor', { of: finding.value ?? '' })}
        placeholder={t('imports.other')}
        maxLength={500}
        value={other ? value : ''}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
