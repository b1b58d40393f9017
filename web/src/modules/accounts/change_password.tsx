/** One's own password: by choice, or because the first one was only handed over. */
import { App, Button, Form, Input } from 'antd';
import { type ReactNode, useRef, useState } from 'react';
import { ActionKey, submit } from '~/base/action';
import { useText } from '~/base/language';
import { asProblem, type Problem } from '~/base/problem';
import { signIn, signOut } from '~/base/session';
import { useSession } from '~/base/store';
import { Mark } from '~/ui/mark';
import { ProblemNote } from '~/ui/problem_note';
import styles from './change_password.module.css';

interface Passwords {
  old_password: string;
  new_password: string;
  repeat: string;
}

const leastLength = 12;
const shown = ['old_password', 'new_password'];

interface PasswordFormProps {
  /** The one held now was handed over by an administrator. */
  first?: boolean;
  onDone?: () => void;
  /** What else may be done, beside the button. */
  more?: ReactNode;
}

export function PasswordForm({ first = false, onDone, more }: PasswordFormProps) {
  const { t } = useText();
  const { message } = App.useApp();
  const { user } = useSession();
  const [form] = Form.useForm<Passwords>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const held = useRef<ActionKey>(null);
  const [busy, setBusy] = useState(false);
  const refuse = (refusal: Problem) => {
    const faults = refusal.faultsByField();
    form.setFields(
      shown.map((name) => ({
        name: name as keyof Passwords,
        errors: faults.get(name) ?? [],
      })),
    );
    setProblem(refusal);
  };
  const send = async ({ old_password, new_password }: Passwords) => {
    setProblem(null);
    setBusy(true);
    held.current ??= new ActionKey();
    try {
      await submit(held.current, {
        path: '/accounts/change-password',
        body: { old_password, new_password },
      });
      // The server ends every session of the account, this one too; we begin another.
      await signIn(user.account, new_password);
      void message.success(t('password.done'));
      onDone?.();
    } catch (error) {
      refuse(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      validateTrigger="onBlur"
      onFinish={(values) => void send(values)}
    >
      {problem && <ProblemNote problem={problem} known={shown} />}
      <input type="text" autoComplete="username" value={user.account} readOnly hidden />
      <Form.Item
        name="old_password"
        label={t(first ? 'password.initial' : 'password.old')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="new_password"
        label={t('password.fresh')}
        extra={t('password.rules')}
        rules={[
          { required: true, message: t('signIn.passwordMissing') },
          { min: leastLength, message: t('password.tooShort') },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeat"
        label={t('password.repeat')}
        dependencies={['new_password']}
        rules={[
          {
            validator: (_, value) =>
              value === form.getFieldValue('new_password')
                ? Promise.resolve()
                : Promise.reject(new Error(t('password.differs'))),
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('password.submit')}
      </Button>
      {more}
    </Form>
  );
}

/** Until the first password is replaced nothing else can be done. */
export function ChangePassword() {
  const { t } = useText();
  return (
    <main className={styles.screen}>
      <div className={styles.box}>
        <Mark size={32} />
        <h1 className={styles.title}>{t('password.first')}</h1>
        <p className={styles.words}>{t('password.firstWords')}</p>
        <PasswordForm
          first
          more={
            <Button type="link" className={styles.out ?? ''} onClick={() => void signOut()}>
              {t('shell.signOut')}
            </Button>
          }
        />
      </div>
    </main>
  );
}
