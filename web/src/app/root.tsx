/** Theme, language and the question who is there: signed out, to change the password, or inside. */
import { type QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import type { Locale } from 'antd/es/locale';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '~/base/language';
import { asProblem, type Problem } from '~/base/problem';
import { useIsPhone } from '~/base/screen';
import { loadSession } from '~/base/session';
import { useSessionState } from '~/base/store';
import { theme, touchTheme } from '~/base/tokens';
import { SignIn } from '~/modules/accounts/sign_in';
import { Failure, Loading } from '~/ui/state_views';
import { loadLocale } from './locale';
import { nonce } from './nonce';

const Inside = lazy(() => import('./inside'));

export function Root({ queries }: { queries: QueryClient }) {
  const { language } = useText();
  const phone = useIsPhone();
  const [locale, setLocale] = useState<Locale>();
  useEffect(() => {
    let current = true;
    void loadLocale(language).then((loaded) => current && setLocale(loaded));
    return () => {
      current = false;
    };
  }, [language]);
  return (
    <QueryClientProvider client={queries}>
      <ConfigProvider
        theme={phone ? touchTheme : theme}
        {...(locale ? { locale } : {})}
        {...(nonce ? { csp: { nonce } } : {})}
        getPopupContainer={popupPlace}
        button={{ autoInsertSpace: false }}
      >
        <Gate />
      </ConfigProvider>
    </QueryClientProvider>
  );
}

/** Menus and lists that open stand in the main landmark; those of a dialog stand above it. */
function popupPlace(trigger?: HTMLElement): HTMLElement {
  const inDialog = trigger?.closest('[role="dialog"]');
  return (inDialog ? null : document.getElementById('main')) ?? document.body;
}

function Gate() {
  const state = useSessionState();
  switch (state.phase) {
    case 'unknown':
      return <Reach />;
    case 'out':
      return <SignIn city={state.city} demo={state.demo} />;
    case 'in':
    case 'locked':
      break;
  }
  // While locked the pages stay mounted, unseen, so that what was typed in them survives.
  const locked = state.phase === 'locked';
  return (
    <>
      {locked && (
        <SignIn
          city={state.session.city}
          demo={state.session.demo}
          ended={state.session.user.account}
        />
      )}
      <div hidden={locked}>
        <Suspense fallback={<Loading />}>
          <Inside />
        </Suspense>
      </div>
    </>
  );
}

/** The very first question was not answered. */
function Reach() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is the dependency
  useEffect(() => {
    loadSession().catch((error: unknown) => setProblem(asProblem(error)));
  }, [asked]);
  return problem ? <Failure problem={problem} onRetry={() => setAsked(asked + 1)} /> : <Loading />;
}
