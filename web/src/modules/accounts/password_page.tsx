/** Changing one's password from inside. */
import { useNavigate } from 'react-router';
import { useText } from '~/base/language';
import { Page, Panel } from '~/ui/page';
import { PasswordForm } from './change_password';
import styles from './change_password.module.css';

export function Component() {
  const { t } = useText();
  const navigate = useNavigate();
  return (
    <Page title={t('password.title')}>
      <Panel>
        <div className={styles.narrow}>
          <PasswordForm onDone={() => void navigate('/')} />
        </div>
      </Panel>
    </Page>
  );
}
