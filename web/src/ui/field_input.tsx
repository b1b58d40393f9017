/** The widget of a field and what it accepts, both from the field's own description. */
import { Checkbox, type FormItemProps, Input, Select } from 'antd';
import type { Rule } from 'antd/es/form';
import { type ComponentProps, lazy, type ReactNode, Suspense } from 'react';
import { readDecimal } from '~/base/decimal';
import type { useText } from '~/base/language';
import type { FieldInfo } from '~/base/schema';
import { DecimalInput, MoneyInput, type Typed } from './decimal_input';

/** The calendar is a third of antd's weight; it is fetched when a form has a date. */
const LazyDate = lazy(() => import('./date_input'));

export function DateField(props: ComponentProps<typeof LazyDate>) {
  return (
    <Suspense fallback={<Input disabled id={props.id} aria-label={props.label} data-loading />}>
      <LazyDate {...props} />
    </Suspense>
  );
}

type Translate = ReturnType<typeof useText>['t'];

const longText = 200;
export const decimals: Partial<Record<FieldInfo['kind'], number>> = {
  money: 2,
  ppm: 4,
  share: 2,
  integer: 0,
};

/** antd hands value, onChange, id and the aria attributes to whatever element this is. */
export function fieldInput(field: FieldInfo, t: Translate, language: 'zh' | 'en'): ReactNode {
  const options = (field.item ?? field).options.map((option) => ({
    value: option.name,
    label: option[language],
  }));
  switch (field.kind) {
    case 'money':
      return <MoneyInput />;
    case 'ppm':
      return <DecimalInput places={4} suffix="%" />;
    case 'share':
      return <DecimalInput places={2} suffix="%" />;
    case 'integer':
      return <DecimalInput places={0} suffix="" />;
    case 'date':
    case 'quarter':
    case 'instant':
      return <DateField picker={field.kind} />;
    case 'choice':
      return (
        <Select
          options={options}
          allowClear={!field.required}
          showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
          placeholder={t('form.choose')}
        />
      );
    case 'list':
      return (
        <Select
          mode={options.length > 0 ? 'multiple' : 'tags'}
          options={options}
          {...(options.length > 0
            ? { showSearch: { optionFilterProp: 'label' } }
            : { open: false, suffixIcon: null, tokenSeparators: [',', ' '] })}
        />
      );
    case 'boolean':
      return <Checkbox>{field.label[language]}</Checkbox>;
    case 'text':
    case 'object':
      if (field.secret) return <Input.Password autoComplete="new-password" />;
      return (field.maxLength ?? 0) > longText ? (
        // Growing with its text would need a hidden twin with inline styles, which the policy refuses.
        <Input.TextArea rows={4} />
      ) : (
        <Input autoComplete="off" />
      );
  }
}

/** The limits the server will apply, said before the form is sent. */
export function fieldRules(field: FieldInfo, t: Translate, label: string): Rule[] {
  const rules: Rule[] = [];
  if (field.required && field.kind !== 'boolean') {
    rules.push({ required: true, message: t('form.required', { label }) });
  }
  const places = decimals[field.kind];
  if (places !== undefined) {
    rules.push({ validator: (_, value: Typed) => judge(faultOf(field, value, t)) });
  } else if (field.kind === 'text' && field.maxLength !== undefined) {
    rules.push({ max: field.maxLength, message: t('form.tooLong', { max: field.maxLength }) });
  }
  return rules;
}

const judge = (fault: string | null) =>
  fault ? Promise.reject(new Error(fault)) : Promise.resolve();

function faultOf(field: FieldInfo, value: Typed, t: Translate): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'string') {
    const reading = readDecimal(value, decimals[field.kind] ?? 0);
    return t(`form.${'fault' in reading ? reading.fault : 'too_fine'}`);
  }
  if (field.minimum !== undefined && value < field.minimum) return t('form.tooSmall');
  if (field.maximum !== undefined && value > field.maximum) return t('form.tooBig');
  return null;
}

/** A checkbox holds its value in another property and carries its own label. */
export function itemProps(field: FieldInfo, label: string): FormItemProps {
  return field.kind === 'boolean' ? { valuePropName: 'checked' } : { label };
}
