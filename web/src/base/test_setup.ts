/** What jsdom lacks of a browser, and the Chinese dictionary in which tests read the pages. */
import { cleanup } from '@testing-library/react';
import { afterEach, beforeAll } from 'vitest';
import { speak } from './language';

class Unseen {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}

window.matchMedia = (query: string) =>
  ({
    matches: false,
    media: query,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    addListener: () => undefined,
    removeListener: () => undefined,
  }) as unknown as MediaQueryList;
window.ResizeObserver = Unseen;
window.scrollTo = () => undefined;

beforeAll(() => speak('zh'));
afterEach(cleanup);
