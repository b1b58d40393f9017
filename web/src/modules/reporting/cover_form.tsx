/** The cover while a return is filled in: source, edition, who answers for it; on behalf, the paper. */
import { Input, Radio } from 'antd';
import { useId } from 'react';
import { useText } from '~/base/language';
import { labelOf, useFields } from '~/base/schema';
import { useSession } from '~/base/store';
import { DateField } from '~/ui/field_input';
import { FileDrop } from '~/ui/file_drop';
import { Panel } from '~/ui/page';
import type { CoverInput } from './return_desk';
import styles from './returns.module.css';
import type { ReturnPage, Source } from './rows';

interface CoverFormProps {
  page: ReturnPage;
  cover: CoverInput;
  onSource: (source: Source) => void;
  onChange: (change: Partial<CoverInput>) => void;
}

export function CoverForm({ page, cover, onSource, onChange }: CoverFormProps) {
  const { t, language } = useText();
  const id = useId();
  const { organisation } = useSession();
  const behalf = organisation.id !== page.organisation;
  const [source, edition, responsible, phone, paper] = useFields('FillAnswer', [
    'source',
    'edition',
    'responsible',
    'phone',
    'paper_date',
  ]);
  if (!source || !edition || !responsible || !phone || !paper) return null;
  return (
    <Panel title={t('returns.cover')}>
      <div className={styles.cover}>
        <fieldset>
          <legend>{labelOf(source, language)}</legend>
          <Radio.Group
            value={cover.source}
            options={source.options
              .filter((one) => !behalf || one.name !== 'ledger')
              .map((one) => ({ value: one.name, label: one[language] }))}
            onChange={(event) => onSource(event.target.value as Source)}
          />
          <p className={styles.lacking}>{t(`returns.sourceWords.${cover.source}`)}</p>
        </fieldset>
        <fieldset>
          <legend>{labelOf(edition, language)}</legend>
          <Radio.Group
            value={cover.edition}
            options={edition.options.map((one) => ({ value: one.name, label: one[language] }))}
            onChange={(event) => onChange({ edition: event.target.value as CoverInput['edition'] })}
          />
        </fieldset>
        {([responsible, phone] as const).map((field) => (
          <div key={field.name}>
            <label htmlFor={`${id}${field.name}`}>{labelOf(field, language)}</label>
            <Input
              id={`${id}${field.name}`}
              autoComplete="off"
              value={cover[field.name as 'responsible' | 'phone'] ?? ''}
              {...(field.maxLength ? { maxLength: field.maxLength } : {})}
              onChange={(event) => onChange({ [field.name]: event.target.value })}
            />
          </div>
        ))}
        {behalf && (
          <>
            <div>
              <label htmlFor={`${id}paper`}>{labelOf(paper, language)}</label>
              <DateField
                id={`${id}paper`}
                picker="date"
                value={cover.paper_date ?? null}
                onChange={(day) => onChange({ paper_date: day ?? '' })}
              />
            </div>
            <FileDrop
              accept=".pdf,.jpg,.jpeg,.png"
              hint={t('returns.scanHint')}
              {...(cover.scan ? { value: cover.scan } : {})}
              onChange={(digest) => onChange({ scan: digest ?? '' })}
            />
          </>
        )}
      </div>
    </Panel>
  );
}
