/** A place to drop a file; the server keeps it at once and answers the digest that commands name. */
import { FileTextOutlined, InboxOutlined } from '@ant-design/icons';
import { Upload } from 'antd';
import { useState } from 'react';
import { call } from '~/base/api';
import { useText } from '~/base/language';
import { asProblem, type Problem } from '~/base/problem';
import styles from './file_drop.module.css';
import { ProblemNote } from './problem_note';

interface FileDropProps {
  /** Endings that the file chooser offers: ".csv,.xlsx". */
  accept: string;
  hint: string;
  /** Given by the form: the digest. */
  id?: string;
  value?: string;
  onChange?: (digest: string | undefined) => void;
}

interface Kept {
  digest: string;
  name: string;
}

export function FileDrop({ accept, hint, id, value, onChange }: FileDropProps) {
  const { t } = useText();
  const [kept, setKept] = useState<Kept | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [refused, setRefused] = useState<string | null>(null);
  const keep = async (file: File) => {
    setProblem(null);
    setRefused(null);
    // What is dropped never met the file chooser, which offers these only.
    if (!accept.split(',').some((ending) => file.name.toLowerCase().endsWith(ending))) {
      setKept(null);
      setRefused(file.name);
      onChange?.(undefined);
      return;
    }
    setBusy(true);
    try {
      const query = { name: file.name };
      const { data } = await call<Kept>('/files', { method: 'POST', query, file });
      setKept(data);
      onChange?.(data.digest);
    } catch (error) {
      setKept(null);
      setProblem(asProblem(error));
      onChange?.(undefined);
    } finally {
      setBusy(false);
    }
  };
  const shown = kept && kept.digest === value ? kept : null;
  return (
    <>
      <Upload.Dragger
        {...(id ? { id } : {})}
        accept={accept}
        maxCount={1}
        showUploadList={false}
        disabled={busy}
        beforeUpload={(file) => {
          void keep(file);
          return false;
        }}
      >
        <p className={styles.icon} aria-hidden="true">
          {shown ? <FileTextOutlined /> : <InboxOutlined />}
        </p>
        <p className={styles.name} role="status" {...(busy ? { 'data-loading': true } : {})}>
          {busy ? t('file.sending') : (shown?.name ?? t('file.drop'))}
        </p>
        <p className={styles.hint}>{shown ? t('file.other') : hint}</p>
      </Upload.Dragger>
      {refused && (
        <p role="alert" className={styles.refused}>
          {t('file.otherKind', { name: refused, hint })}
        </p>
      )}
      {problem && (
        <div className={styles.problem}>
          <ProblemNote problem={problem} />
        </div>
      )}
    </>
  );
}
