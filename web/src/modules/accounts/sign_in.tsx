/** Signing in. Wrong, unknown and locked are answered alike by the server, and said alike here. */
import { LockOutlined, UserOutlined } from '@ant-design/icons';
import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { speak, useText } from '~/base/language';
import { asProblem, type Problem } from '~/base/problem';
import { signIn } from '~/base/session';
import { sessionState } from '~/base/store';
import { Mark } from '~/ui/mark';
import { Pill } from '~/ui/status_tag';
import styles from './sign_in.module.css';

interface SignInProps {
  city?: string | undefined;
  demo?: boolean | undefined;
  /** The account whose session has ended while its pages were open. */
  ended?: string;
}

interface Credentials {
  user: string;
  password: string;
}

export function SignIn({ city, demo, ended }: SignInProps) {
  const { t, language } = useText();
  const name = city ? t('app.cityPlatform', { city }) : t('app.platform');
  useEffect(() => {
    document.title = `${t('signIn.title')} \u00b7 ${t('app.name')}`;
  }, [t]);
  const other = language === 'zh' ? 'en' : 'zh';
  return (
    <div className={styles.screen}>
      <aside className={styles.story} aria-label={name}>
        <p className={styles.brand}>
          <Mark size={34} />
          <span>
            <strong>{t('app.name')}</strong>
            <span>{name}</span>
          </span>
        </p>
        <div>
          <p className={styles.headline}>{t('signIn.headline')}</p>
          <ul className={styles.points}>
            {(['ledger', 'returns', 'record'] as const).map((point) => (
              <li key={point}>
                <strong>{t(`signIn.points.${point}`)}</strong>
                <span>{t(`signIn.points.${point}Words`)}</span>
              </li>
            ))}
          </ul>
        </div>
        <Chain />
      </aside>
      <main className={styles.entry}>
        <button
          type="button"
          className={styles.language}
          lang={other === 'zh' ? 'zh-CN' : 'en'}
          onClick={() => void speak(other)}
        >
          {t('app.otherLanguage')}
        </button>
        <div className={styles.box}>
          <h1 className={styles.title}>
            {t('signIn.title')} {demo && <Pill tone="warn">{t('app.demo')}</Pill>}
          </h1>
          <p className={styles.under}>{name}</p>
          {ended && (
            <Alert
              className={styles.note ?? ''}
              type="info"
              showIcon
              title={t('signIn.ended')}
              description={t('signIn.endedWords')}
            />
          )}
          <SignInForm ended={ended} />
          <p className={styles.help}>{t('signIn.help')}</p>
        </div>
      </main>
    </div>
  );
}

function SignInForm({ ended }: { ended: string | undefined }) {
  const { t } = useText();
  const [form] = Form.useForm<Credentials>();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  const enter = async ({ user, password }: Credentials) => {
    setBusy(true);
    setProblem(null);
    try {
      await signIn(user.trim(), password);
      const state = sessionState();
      // Somebody else must not find what the one before had typed.
      if (ended && state.phase === 'in' && state.session.user.account !== ended) {
        location.assign('/');
      }
    } catch (error) {
      setProblem(asProblem(error));
      setBusy(false);
      form.setFieldValue('password', '');
      form.focusField('password');
    }
  };

  return (
    <Form
      form={form}
      layout="vertical"
      size="large"
      requiredMark={false}
      validateTrigger="onSubmit"
      initialValues={{ user: ended ?? '' }}
      onFinish={(values) => void enter(values)}
    >
      {problem && <Refused problem={problem} />}
      <Form.Item
        name="user"
        label={t('signIn.account')}
        rules={[{ required: true, message: t('signIn.accountMissing') }]}
      >
        <Input
          prefix={<UserOutlined />}
          autoComplete="username"
          autoCapitalize="none"
          autoFocus={!ended}
          spellCheck={false}
        />
      </Form.Item>
      <Form.Item
        name="password"
        label={t('signIn.password')}
        rules={[{ required: true, message: t('signIn.passwordMissing') }]}
      >
        <Input.Password
          prefix={<LockOutlined />}
          autoComplete="current-password"
          autoFocus={Boolean(ended)}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('signIn.submit')}
      </Button>
    </Form>
  );
}

function Refused({ problem }: { problem: Problem }) {
  const { t } = useText();
  if (problem.status === 401) {
    return <Note title={problem.title || t('signIn.failed')} words={t('signIn.failedWords')} />;
  }
  if (problem.status === 429) {
    const minutes = Math.max(1, Math.ceil((problem.retryAfter ?? 60) / 60));
    return <Note title={t('signIn.tooMany')} words={t('signIn.tooManyWords', { minutes })} />;
  }
  if (problem.status === 0) {
    return <Note title={t('state.noAnswer')} words={t('state.noAnswerWords')} />;
  }
  return <Note title={problem.title || t('state.failed')} words={problem.detail} />;
}

function Note({ title, words }: { title: string; words: string }) {
  return (
    <Alert
      className={styles.note ?? ''}
      type="error"
      showIcon
      role="alert"
      title={title}
      description={words === title ? null : words}
    />
  );
}

/** Blocks that hold on to each other: a picture of the record, nothing more. */
function Chain() {
  return (
    <svg className={styles.chain} viewBox="0 0 560 120" aria-hidden="true" focusable="false">
      {[0, 1, 2, 3, 4].map((block) => (
        <g key={block} transform={`translate(${block * 114} ${block % 2 === 0 ? 30 : 14})`}>
          {block < 4 && (
            <path
              d={`M84 ${block % 2 === 0 ? 34 : 50} L114 42`}
              stroke="#7BA3CD"
              strokeWidth="2"
              strokeDasharray="4 4"
            />
          )}
          <rect width="84" height="72" rx="8" fill="#2B5F99" stroke="#5E8FC4" />
          <rect x="12" y="14" width="42" height="6" rx="3" fill="#A9C3E0" />
          <rect x="12" y="28" width="60" height="5" rx="2.5" fill="#4A7DB5" />
          <rect x="12" y="39" width="52" height="5" rx="2.5" fill="#4A7DB5" />
          <rect x="12" y="54" width="26" height="6" rx="3" fill="#F0B84A" />
        </g>
      ))}
    </svg>
  );
}
