/** Where the page starts: tokens, language, then whoever is signed in. */
import { QueryClient } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { preferredLanguage, speak } from '~/base/language';
import { asProblem } from '~/base/problem';
import { documentQuery } from '~/base/schema';
import { loadSession } from '~/base/session';
import { applyTokens } from '~/base/tokens';
import '~/ui/base.css';
import { giveNonceToStyles } from './nonce';
import { Root } from './root';

const retries = 2;

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      // A refusal is an answer; only silence and a broken server are asked again.
      retry: (failures, error) => asProblem(error).outcomeUnknown && failures < retries,
    },
    mutations: { retry: false },
  },
});

async function start(): Promise<void> {
  giveNonceToStyles();
  applyTokens(document.documentElement);
  await speak(preferredLanguage());
  const place = document.getElementById('root');
  if (!place) throw new Error('index.html has no root');
  // Needed by every page and the same for everybody: asked beside the session, not after it.
  void queries.prefetchQuery(documentQuery);
  // A failure to reach the server is shown by the root, which can try again.
  await loadSession().catch(() => undefined);
  createRoot(place).render(
    <StrictMode>
      <Root queries={queries} />
    </StrictMode>,
  );
}

void start();
