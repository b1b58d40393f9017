/**
 * A command of the server's as a form. The caller names the command and the fields to show; labels,
 * widgets, limits and the path follow from its description. Refusals land at the inputs they name,
 * the rest above them; pressing again after a lost answer asks about the same action.
 */
import { Alert, Button, Form } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { isAwaiting, useCommand } from '~/base/action';
import { useText } from '~/base/language';
import { asProblem, type Problem } from '~/base/problem';
import {
  chosen,
  commandInfo,
  commandPath,
  type FieldInfo,
  labelOf,
  useDocument,
} from '~/base/schema';
import type { Id } from '~/base/store';
import styles from './command_form.module.css';
import { fieldInput, fieldRules, itemProps } from './field_input';
import { ProblemNote } from './problem_note';
import { Failure, Loading } from './state_views';

export interface CommandFormProps {
  /** `organisations.create`: the word that is right, path and record alike. */
  command: string;
  show: readonly string[];
  /** The record that the command changes, and the version of it that the user saw. */
  id?: Id;
  version?: string | null;
  values?: Record<string, unknown>;
  /** Sent along without being shown. */
  fixed?: Record<string, unknown>;
  /** A widget of the page's own: a choice among records, for instance. */
  widgets?: Record<string, ReactNode>;
  hints?: Record<string, string>;
  /** Words of the page's own where the server's label would not tell what is asked here. */
  labels?: Record<string, string>;
  /** Options that the server's list has and this page does not offer. */
  without?: Record<string, readonly string[]>;
  /** Fields that this page insists on although the command does not. */
  insist?: readonly string[];
  /** Turns what was typed into what is sent. */
  shape?: (values: Record<string, unknown>) => Record<string, unknown>;
  submit?: string;
  onDone: (answer: { data: unknown; awaiting: boolean }) => void;
  onCancel?: () => void;
  onTouched?: () => void;
  /** For a page that shows what a refusal says of its own part of the body. */
  onRefused?: (problem: Problem) => void;
}

export function CommandForm(props: CommandFormProps) {
  const document = useDocument();
  if (document.data) {
    const info = commandInfo(document.data, props.command);
    return (
      <Ready
        {...props}
        path={commandPath(props.command, info, props.id)}
        fields={chosen(info?.fields ?? [], props.show).map((field) => ({
          ...field,
          required: field.required || (props.insist?.includes(field.name) ?? false),
          options: field.options.filter(
            (option) => !props.without?.[field.name]?.includes(option.name),
          ),
        }))}
        fourEyes={info?.fourEyes ?? false}
      />
    );
  }
  if (document.error) {
    return <Failure problem={asProblem(document.error)} onRetry={() => void document.refetch()} />;
  }
  return <Loading />;
}

type ReadyProps = CommandFormProps & { path: string; fields: FieldInfo[]; fourEyes: boolean };

function Ready(props: ReadyProps) {
  const { t, language } = useText();
  const name = useId();
  const [form] = Form.useForm<Record<string, unknown>>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const command = useCommand((answer) => {
    props.onDone({ data: answer.data, awaiting: isAwaiting(answer) });
  });

  /** What the server says of a field stands at the field; what no shown field takes stands above. */
  const refuse = (refusal: Problem) => {
    // The session ended: the pages lock, and come back with what was typed, ready to be sent.
    if (refusal.status === 401) return;
    const faults = refusal.faultsByField();
    const shown = props.fields.filter((field) => faults.has(field.name));
    form.setFields(
      shown.map((field) => ({ name: field.name, errors: faults.get(field.name) ?? [] })),
    );
    const first = shown[0];
    if (first) form.focusField(first.name);
    setProblem(refusal);
    props.onRefused?.(refusal);
  };

  const send = (values: Record<string, unknown>) => {
    setProblem(null);
    command.mutate(
      {
        path: props.path,
        body: { ...props.fixed, ...filled(props.shape ? props.shape(values) : values) },
        version: props.version ?? null,
      },
      { onError: refuse },
    );
  };

  return (
    <Form
      form={form}
      name={name}
      layout="vertical"
      requiredMark
      validateTrigger="onBlur"
      scrollToFirstError={{ focus: true, block: 'center' }}
      {...(props.values ? { initialValues: props.values } : {})}
      onFinish={send}
      onValuesChange={(changed: Record<string, unknown>) => {
        // What was wrong with the value before says nothing of the new one.
        form.setFields(Object.keys(changed).map((field) => ({ name: field, errors: [] })));
        props.onTouched?.();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey && !event.nativeEvent.isComposing) form.submit();
      }}
    >
      {problem && <ProblemNote problem={problem} known={props.fields.map((field) => field.name)} />}
      {props.fourEyes && (
        <Alert className={styles.note ?? ''} type="info" showIcon title={t('form.fourEyes')} />
      )}
      {props.fields.map((field) => {
        const label = props.labels?.[field.name] ?? labelOf(field, language);
        return (
          <Form.Item
            key={field.name}
            name={field.name}
            rules={fieldRules(field, t, label)}
            {...(props.hints?.[field.name] ? { extra: props.hints[field.name] } : {})}
            {...itemProps(field, label)}
          >
            {props.widgets?.[field.name] ?? fieldInput(field, t, language)}
          </Form.Item>
        );
      })}
      <div className={styles.deeds}>
        <Button type="primary" htmlType="submit" loading={command.isPending}>
          {problem?.outcomeUnknown ? t('form.again') : (props.submit ?? t('form.submit'))}
        </Button>
        {props.onCancel && <Button onClick={props.onCancel}>{t('form.cancel')}</Button>}
      </div>
    </Form>
  );
}

/** An empty input is an absent field, never an empty text. */
function filled(values: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(values).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'string' ? value.trim() : value,
  ]);
  return Object.fromEntries(
    entries.filter(([, value]) => value !== undefined && value !== null && value !== ''),
  );
}
