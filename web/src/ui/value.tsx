/** One value as its field says: figure, date, word of an enumeration, identifier. */
import {
  dateText,
  instantText,
  integerText,
  percentText,
  quarterParts,
  shareText,
} from '~/base/format';
import { useText } from '~/base/language';
import type { MoneyUnit } from '~/base/money';
import { type FieldInfo, optionText } from '~/base/schema';
import { Missing } from './missing';
import { MoneyText } from './money_text';
import { StatusTag, toneOf } from './status_tag';

interface ValueProps {
  field: FieldInfo;
  value: unknown;
  unit?: MoneyUnit;
  /** In a table the header carries the unit. */
  bare?: boolean;
}

/** Enumerations that say how something stands get a dot; others are plain words. */
const statesOf = new Set(['state', 'standing', 'password_state', 'class', 'outcome']);

export function Value({ field, value, unit = 'wan', bare = false }: ValueProps) {
  const { t, language } = useText();
  if (value === null || value === undefined || value === '') return <Missing />;
  if (Array.isArray(value)) {
    if (value.length === 0) return <Missing />;
    const item = field.item ?? field;
    const parts = value.map((one) => plain(item, one));
    return parts.join(t('format.comma'));
  }
  if (field.kind === 'money') return <MoneyText fen={value as number} unit={unit} bare={bare} />;
  const words = plain(field, value);
  return field.kind === 'choice' && statesOf.has(field.name) ? (
    <StatusTag tone={toneOf(value as string)}>{words}</StatusTag>
  ) : (
    words
  );

  function plain(of: FieldInfo, one: unknown): string {
    const text = typeof one === 'string' ? one : JSON.stringify(one);
    switch (of.kind) {
      case 'integer':
        return typeof one === 'number' ? integerText(one) : text;
      case 'ppm':
        return percentText(Number(one));
      case 'share':
        return shareText(Number(one));
      case 'date':
        return dateText(text, language);
      case 'instant':
        return instantText(text, language);
      case 'quarter': {
        const parts = quarterParts(text);
        return parts ? t('format.quarter', parts) : text;
      }
      case 'boolean':
        return one === true ? t('format.yes') : t('format.no');
      case 'choice':
        return optionText(of, text, language);
      case 'text':
      case 'money':
      case 'object':
      case 'list':
        return text;
    }
  }
}
