/** Ctrl K: any page this session may open, by name in either language or by its address. */
import { SearchOutlined } from '@ant-design/icons';
import { Modal } from 'antd';
import { type KeyboardEvent, useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '~/base/language';
import { useSession } from '~/base/store';
import { pages, reachable } from './pages';
import styles from './palette.module.css';

export function Palette({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const { rights } = useSession();
  const navigate = useNavigate();
  const id = useId();
  const [words, setWords] = useState('');
  const [at, setAt] = useState(0);

  const sought = words.trim().toLowerCase();
  const found = reachable(pages, rights).filter((page) =>
    `${t(`page.${page.label}`)} ${page.path}`.toLowerCase().includes(sought),
  );
  const chosen = Math.min(at, found.length - 1);

  const open = (path: string | undefined) => {
    if (!path) return;
    onClose();
    void navigate(path);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && found.length > 0) {
      event.preventDefault();
      setAt((chosen + step + found.length) % found.length);
    }
    if (event.key === 'Enter') open(found[chosen]?.path);
  };

  return (
    <Modal
      open
      footer={null}
      closable={false}
      onCancel={onClose}
      width={560}
      style={{ top: 80 }}
      title={<span className="unseen">{t('shell.search')}</span>}
      classNames={{ header: styles.head ?? '' }}
    >
      <div className={styles.box}>
        <SearchOutlined aria-hidden="true" />
        <input
          // biome-ignore lint/a11y/noAutofocus: the dialog was opened to type into it
          autoFocus
          role="combobox"
          aria-label={t('shell.search')}
          aria-expanded="true"
          aria-controls={id}
          aria-activedescendant={found[chosen] ? `${id}-${chosen}` : undefined}
          placeholder={t('shell.searchHint')}
          value={words}
          onChange={(event) => {
            setWords(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKey}
        />
      </div>
      <div id={id} role="listbox" aria-label={t('shell.search')} className={styles.list}>
        {found.map((page, index) => (
          // The keyboard acts from the input above; the pointer acts here.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/useFocusableInteractive: the input keeps the focus
          <div
            key={page.path}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={`${styles.item} ${index === chosen ? styles.chosen : ''}`}
            onMouseMove={() => setAt(index)}
            onClick={() => open(page.path)}
          >
            <span className={styles.icon} aria-hidden="true">
              {page.icon}
            </span>
            <span>{t(`page.${page.label}`)}</span>
            {page.group && <span className={styles.group}>{t(`group.${page.group}`)}</span>}
          </div>
        ))}
      </div>
      {found.length === 0 && <p className={styles.nothing}>{t('shell.searchNothing')}</p>}
      <p className={styles.keys}>{t('shell.searchKeys')}</p>
    </Modal>
  );
}
