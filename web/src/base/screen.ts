/** Widths at which the layout changes, and whether we are below the first. */
import { useSyncExternalStore } from 'react';

const phone = '(max-width: 759px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(phone);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

export function useIsPhone(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(phone).matches);
}
