/** An approval is signed with the password: the second person sees what takes effect, then types it. */
import { Alert, Form, Input, Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { useText } from '~/base/language';
import { asProblem, type Problem } from '~/base/problem';
import { useSession } from '~/base/store';
import styles from './confirm.module.css';
import { ProblemNote } from './problem_note';

interface PasswordConfirmProps {
  title: string;
  /** What will take effect, and who made it. */
  effect: ReactNode;
  confirm: string;
  note?: string;
  onConfirm: (password: string) => Promise<void>;
  onCancel: () => void;
}

export function PasswordConfirm(props: PasswordConfirmProps) {
  const { title, effect, confirm, note, onConfirm, onCancel } = props;
  const { t } = useText();
  const { user } = useSession();
  const [form] = Form.useForm<{ password: string }>();
  const name = useId();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const sign = async ({ password }: { password: string }) => {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm(password);
    } catch (error) {
      const refusal = asProblem(error);
      const faults = refusal.faultsByField().get('password') ?? [];
      setProblem(faults.length > 0 ? null : refusal);
      form.setFields([{ name: 'password', value: '', errors: faults }]);
      form.focusField('password');
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal
      open
      title={title}
      okText={confirm}
      cancelText={t('form.cancel')}
      // Belongs to the form, so that Enter in the input presses it.
      okButtonProps={{ loading: busy, htmlType: 'submit', form: name }}
      onCancel={onCancel}
    >
      <div className={styles.effect}>{effect}</div>
      {note && <Alert type="info" showIcon title={note} style={{ marginBottom: 12 }} />}
      {problem && <ProblemNote problem={problem} />}
      <Form
        form={form}
        id={name}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => void sign(values)}
      >
        <input type="text" autoComplete="username" value={user.account} readOnly hidden />
        <Form.Item
          name="password"
          label={t('confirm.password')}
          rules={[{ required: true, message: t('confirm.passwordMissing') }]}
        >
          <Input.Password autoFocus autoComplete="current-password" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
