/** The input that fits a question: its choices, a day, or choices beside which any text answers. */
import { Input, Radio } from 'antd';
import { useText } from '~/base/language';
import { labelOf, useFields } from '~/base/schema';
import { DateField } from '~/ui/field_input';
import styles from './imports.module.css';
import type { Finding } from './rows';

/** The ledger's word for a note that is missing from the file and still open. */
export const stillOpen = 'open';

/** What became of a note that is not in the file? */
export const asksFate = ({ choices = [] }: Finding) =>
  choices.some(({ code }) => code === stillOpen);

interface AnswerInputProps {
  finding: Finding;
  value: string;
  onChange: (answer: string) => void;
}

export function AnswerInput({ finding, value, onChange }: AnswerInputProps) {
  const { t, language } = useText();
  const [day] = useFields('Import', ['data_date']);
  const options = (finding.choices ?? []).map((choice) => ({
    value: choice.code,
    label: choice[language],
  }));
  const choices = { label: finding[language], options, onChange };
  if (options.length > 0 && !finding.other) return <Choices {...choices} value={value} />;
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
  const chosen = options.some((option) => option.value === value);
  return (
    <div className={styles.fate}>
      {options.length > 0 && <Choices {...choices} value={chosen ? value : ''} />}
      <Input
        aria-label={t('imports.otherFor', { of: finding.value ?? '' })}
        placeholder={t('imports.other')}
        maxLength={500}
        value={chosen ? '' : value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
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
