/** What a waiting command would do, field by field, as its maker submitted it. */
import { hashText } from '~/base/format';
import { useText } from '~/base/language';
import { commandInfo, type FieldInfo, labelOf, useDocument } from '~/base/schema';
import { Copyable } from '~/ui/copyable';
import { Missing } from '~/ui/missing';
import { Value } from '~/ui/value';
import styles from './todo_page.module.css';

interface CommandBodyProps {
  command: string;
  /** As its maker sent it, by the fields of the command. */
  body: unknown;
  /** In a list only the first few. */
  most?: number;
  /** A link stands beside it that leads to the record, so that its number says nothing more. */
  linked?: boolean;
}

export function CommandBody({ command, body, most = 100, linked = false }: CommandBodyProps) {
  const { t, language } = useText();
  const { data } = useDocument();
  const fields = data ? (commandInfo(data, command)?.fields ?? []) : [];
  const sent = (body ?? {}) as Record<string, unknown>;
  const told = fields
    .filter(
      (field) => sent[field.name] !== undefined && (field.personal || isPlain(sent[field.name])),
    )
    .filter((field) => !(linked && field.name === 'id'))
    .slice(0, most);
  return (
    <dl className={styles.body}>
      {told.map((field) => (
        <div key={field.name}>
          <dt>{labelOf(field, language)}</dt>
          <dd>
            {field.personal ? (
              <Missing reason={t('todo.personal')} />
            ) : (
              <Sent field={plain(field)} value={sent[field.name]} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** A digest is compared by its ends and copied whole. */
function Sent({ field, value }: { field: FieldInfo; value: unknown }) {
  return typeof value === 'string' && digest.test(value) ? (
    <Copyable text={value} shown={hashText(value)} />
  ) : (
    <Value field={field} value={value} />
  );
}

const digest = /^[0-9a-f]{64}$/;

/** A bare integer of a command is as a rule an id, which is never grouped like a count. */
const plain = (field: FieldInfo): FieldInfo =>
  field.kind === 'integer' ? { ...field, kind: 'text' } : field;

/** Tables and the like are looked at on the page of their object. */
const isPlain = (value: unknown) => typeof value !== 'object' || Array.isArray(value);
