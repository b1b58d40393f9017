/** A command's form beside the page it belongs to; closing with something typed asks first. */
import { App, Drawer } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '~/base/language';
import { CommandForm, type CommandFormProps } from './command_form';

type CommandDrawerProps = Omit<CommandFormProps, 'onDone' | 'onCancel' | 'onTouched'> & {
  title: string;
  /** What the command means, above its fields. */
  words?: ReactNode;
  onClose: () => void;
  onDone?: (data: unknown) => void;
};

export function CommandDrawer({ title, words, onClose, onDone, ...form }: CommandDrawerProps) {
  const { t } = useText();
  const { message, modal } = App.useApp();
  const [touched, setTouched] = useState(false);
  const leave = () => {
    if (!touched) return onClose();
    modal.confirm({
      title: t('form.leave'),
      content: t('form.leaveWords'),
      okText: t('form.leaveYes'),
      cancelText: t('form.leaveNo'),
      onOk: onClose,
    });
  };
  return (
    <Drawer
      open
      title={title}
      size={480}
      onClose={leave}
      closable={{ 'aria-label': t('shell.close') }}
    >
      {words && <p style={{ marginBottom: 16 }}>{words}</p>}
      <CommandForm
        {...form}
        onTouched={() => setTouched(true)}
        onCancel={leave}
        onDone={({ data, awaiting }) => {
          void message.success(t(awaiting ? 'form.awaiting' : 'form.done'));
          onClose();
          onDone?.(data);
        }}
      />
    </Drawer>
  );
}
