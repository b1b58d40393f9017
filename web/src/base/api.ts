/**
 * The one place that talks to the server. Changing calls carry the CSRF word and, if given, an
 * idempotency key and the version the user saw; a refusal becomes a Problem. Never retries by
 * itself: a repeated command must reuse its key, which only the caller holds.
 */
import { currentLanguage } from './language';
import { Problem, type ProblemBody } from './problem';
import { sessionEnded, sessionState } from './store';

export const root = '/api/v1';

export type Query = Record<string, string | number | boolean | null | undefined>;

export interface Call {
  method?: 'GET' | 'POST' | 'DELETE';
  query?: Query;
  body?: unknown;
  /** Bytes as they are, in place of a body of ours. */
  file?: Blob;
  /** Idempotency-Key. */
  key?: string;
  /** If-Match: the ETag that came with what the user is looking at. */
  version?: string | null;
  signal?: AbortSignal | undefined;
}

export interface Answer<T> {
  data: T;
  status: number;
  etag: string | null;
  /** The server had done this before and answered from its memory. */
  replayed: boolean;
}

export function address(path: string, query: Query = {}): string {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== null && value !== '') words.set(name, String(value));
  }
  const tail = words.toString();
  return (path.startsWith('/api/') ? path : root + path) + (tail && `?${tail}`);
}

function headersOf(call: Call): Headers {
  const headers = new Headers({
    Accept: 'application/json',
    'Accept-Language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
  });
  if (call.body !== undefined) headers.set('Content-Type', 'application/json');
  if (call.file) headers.set('Content-Type', 'application/octet-stream');
  if (call.key) headers.set('Idempotency-Key', call.key);
  if (call.version) headers.set('If-Match', call.version);
  const state = sessionState();
  if ((call.method ?? 'GET') !== 'GET' && state.phase === 'in') {
    headers.set('X-CSRF-Token', state.session.csrf);
  }
  return headers;
}

async function bodyOf(response: Response): Promise<unknown> {
  const text = await response.text();
  if (!text) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function problemOf(response: Response): Promise<Problem> {
  const body = await bodyOf(response);
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new Problem(
    response.status,
    body !== null && typeof body === 'object' ? (body as ProblemBody) : {},
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  );
}

export async function call<T>(path: string, options: Call = {}): Promise<Answer<T>> {
  let response: Response;
  try {
    response = await fetch(address(path, options.query), {
      method: options.method ?? 'GET',
      headers: headersOf(options),
      body: options.body === undefined ? (options.file ?? null) : JSON.stringify(options.body),
      credentials: 'same-origin',
      // Business data is never taken from a cache; the description of the API may be.
      cache: path.startsWith('/api/') ? 'default' : 'no-store',
      signal: options.signal ?? null,
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Problem(0, {});
  }
  if (response.status === 401 && path !== '/session') sessionEnded();
  if (!response.ok) throw await problemOf(response);
  return {
    data: (await bodyOf(response)) as T,
    status: response.status,
    etag: response.headers.get('ETag'),
    replayed: response.headers.get('Idempotent-Replay') === 'true',
  };
}
