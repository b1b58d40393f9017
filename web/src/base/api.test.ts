import { beforeEach, expect, test, vi } from 'vitest';
import { ActionKey, submit } from './action';
import { address, call } from './api';
import { Problem } from './problem';
import { type Session, sessionState, setSession } from './store';

const session: Session = {
  user: { id: 1, name: '甲', account: 'a' },
  organisation: { id: 2, name: '局', kind: 'city_bureau' },
  rights: [],
  csrf: 'word',
  city: '郑州市',
  business_date: '2026-09-30',
  demo: true,
  must_change_password: false,
};

function replies(...answers: (Response | Error)[]) {
  const fetched = vi.fn<(path: string, init: RequestInit) => Promise<Response>>();
  for (const answer of answers) {
    if (answer instanceof Error) fetched.mockRejectedValueOnce(answer);
    else fetched.mockResolvedValueOnce(answer);
  }
  vi.stubGlobal('fetch', fetched);
  return {
    fetched,
    headers: (index: number) => new Headers(fetched.mock.calls[index]?.[1].headers),
  };
}

const json = (body: unknown, status = 200, headers = {}) =>
  new Response(JSON.stringify(body), { status, headers });

beforeEach(() => setSession({ phase: 'in', session }));

test('an absent filter is left out of the address', () => {
  expect(address('/organisations', { kind: 'bank', q: '', parent: undefined })).toBe(
    '/api/v1/organisations?kind=bank',
  );
});

test('a read carries the language and no CSRF word, its version comes back', async () => {
  const { headers } = replies(json({ id: 1 }, 200, { ETag: '"7"' }));
  const answer = await call<{ id: number }>('/organisations/1');
  expect(answer.data.id).toBe(1);
  expect(answer.etag).toBe('"7"');
  expect(headers(0).get('Accept-Language')).toBe('zh-CN');
  expect(headers(0).has('X-CSRF-Token')).toBe(false);
});

test('a command carries CSRF word, key and the version that was seen', async () => {
  const { headers } = replies(json({}));
  await submit(new ActionKey(), { path: '/organisations/1/close', version: '"7"' });
  expect(headers(0).get('X-CSRF-Token')).toBe('word');
  expect(headers(0).get('If-Match')).toBe('"7"');
  expect(headers(0).get('Idempotency-Key')).toMatch(/^[0-9a-f]{32}$/);
});

test('a lost answer keeps the key, so that pressing again cannot do it twice', async () => {
  const { headers } = replies(new TypeError('network'), json({}, 503), json({}), json({}));
  const key = new ActionKey();
  const command = { path: '/loans', body: { amount_fen: 1 } };
  await expect(submit(key, command)).rejects.toMatchObject({ status: 0, code: 'no_answer' });
  await expect(submit(key, command)).rejects.toMatchObject({ status: 503 });
  await submit(key, command);
  await submit(key, command);
  const keys = [0, 1, 2, 3].map((index) => headers(index).get('Idempotency-Key'));
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).toBe(keys[0]);
  expect(keys[3]).not.toBe(keys[0]);
});

test('other content is another action even while the first is unknown', async () => {
  const { headers } = replies(new TypeError('network'), json({}));
  const key = new ActionKey();
  await expect(submit(key, { path: '/loans', body: { n: 1 } })).rejects.toBeInstanceOf(Problem);
  await submit(key, { path: '/loans', body: { n: 2 } });
  expect(headers(1).get('Idempotency-Key')).not.toBe(headers(0).get('Idempotency-Key'));
});

test('a refusal names each field and asks for a new key', async () => {
  const refusal = {
    code: 'bad_input',
    title: '填写有误',
    errors: [{ pointer: '/terms/rate_ppm', code: 'too_large', message: '过大' }],
  };
  const { headers } = replies(json(refusal, 400), json({}));
  const key = new ActionKey();
  const problem = await submit(key, { path: '/loans' }).catch((error: unknown) => error);
  expect(problem).toBeInstanceOf(Problem);
  expect((problem as Problem).faultsByField().get('terms.rate_ppm')).toEqual(['过大']);
  await submit(key, { path: '/loans' });
  expect(headers(1).get('Idempotency-Key')).not.toBe(headers(0).get('Idempotency-Key'));
});

test('401 locks the pages instead of throwing them away', async () => {
  replies(json({ code: 'session_ended' }, 401));
  await expect(call('/organisations')).rejects.toMatchObject({ status: 401 });
  expect(sessionState().phase).toBe('locked');
});
