/** An identifier with a button that copies it without the blanks it is shown with. */
import { CheckOutlined, CopyOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useText } from '~/base/language';
import styles from './copyable.module.css';

interface CopyableProps {
  text: string;
  shown?: string;
}

export function Copyable({ text, shown = text }: CopyableProps) {
  const { t } = useText();
  const [copied, setCopied] = useState(false);
  /** Without https there is no clipboard; selecting the text by hand still works. */
  const copy = async () => {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 1500);
  };
  return (
    <span className={styles.copyable}>
      <span className={shown === text ? styles.text : styles.short}>{shown}</span>
      <button
        type="button"
        className={styles.button}
        onClick={() => void copy()}
        aria-label={t('copy.do', { text })}
      >
        {copied ? <CheckOutlined /> : <CopyOutlined />}
      </button>
      <span role="status" className="unseen">
        {copied ? t('copy.done') : ''}
      </span>
    </span>
  );
}
