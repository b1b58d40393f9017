/**
 * Before money moves: the amount in figures and words, and what will happen. Above the limit the
 * amount must be typed. Words of the amount 大写 are the server's.
 */
import { Modal } from 'antd';
import { type ReactNode, useId, useState } from 'react';
import { readDecimal } from '~/base/decimal';
import { useText } from '~/base/language';
import { moneyText } from '~/base/money';
import styles from './confirm.module.css';
import { DecimalInput, type Typed } from './decimal_input';

interface ConfirmMoneyProps {
  title: string;
  fen: number;
  /** 壹佰贰拾万元整, from the server. */
  words?: string;
  effect: ReactNode;
  confirm: string;
  /** From this amount on the figure has to be typed. */
  typeAbove?: number;
  onConfirm: () => Promise<void>;
  onCancel: () => void;
}

export function ConfirmMoney(props: ConfirmMoneyProps) {
  const { title, fen, words, effect, confirm, typeAbove, onConfirm, onCancel } = props;
  const { t } = useText();
  const id = useId();
  const [typed, setTyped] = useState<Typed>(null);
  const [busy, setBusy] = useState(false);
  const mustType = typeAbove !== undefined && fen >= typeAbove;
  const go = async () => {
    setBusy(true);
    try {
      await onConfirm();
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
      okButtonProps={{ disabled: mustType && !sameFen(typed, fen), loading: busy }}
      onOk={() => void go()}
      onCancel={onCancel}
    >
      <p className={styles.amount}>
        {moneyText(fen, 'yuan')} <span className={styles.unit}>{t('unit.yuan')}</span>
      </p>
      {words && <p className={styles.words}>{words}</p>}
      <div className={styles.effect}>{effect}</div>
      {mustType && (
        <div className={styles.typed}>
          <label htmlFor={id}>{t('confirm.typeAmount')}</label>
          <DecimalInput
            id={id}
            places={2}
            suffix={t('unit.yuan')}
            value={typed}
            onChange={setTyped}
          />
        </div>
      )}
    </Modal>
  );
}

function sameFen(typed: Typed, fen: number): boolean {
  if (typeof typed === 'string') {
    const reading = readDecimal(typed, 2);
    return 'value' in reading && reading.value === fen;
  }
  return typed === fen;
}
