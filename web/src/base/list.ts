/** A page of a list, and the list's place in the address bar. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { call, type Query } from './api';
import { currentLanguage } from './language';
import type { Problem } from './problem';

export const pageSize = 50;

export interface ListPage<Row> {
  rows: Row[];
  /** Where the next page starts; absent on the last page. */
  next?: string | null;
  total?: number;
}

/** Where in a list one stands, and the ways from there. */
export interface ListPlace {
  cursor: string;
  /** Null when the list was opened by a link somewhere in its middle. */
  page: number | null;
  forward: (next: string) => void;
  back: () => void;
}

const reserved = new Set(['cursor', 'sort']);

/** The cursors of the pages before this one; a shared link starts without them. */
interface Trail {
  trail?: string[];
}

/** Filter, sort and cursor live in the URL, so that a list can be sent to a colleague. */
export function useListState() {
  const [words, setWords] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const trail = useMemo(() => (location.state as Trail | null)?.trail ?? [], [location.state]);
  const cursor = words.get('cursor') ?? '';
  const sort = words.get('sort') ?? '';

  const filters = useMemo(() => {
    const values: Record<string, string> = {};
    for (const [name, value] of words) if (!reserved.has(name)) values[name] = value;
    return values;
  }, [words]);

  /** Another filter or order is another list: it starts at its first page. */
  const set = useCallback(
    (changes: Record<string, string | undefined>) => {
      setWords(
        (before) => {
          const next = new URLSearchParams(before);
          next.delete('cursor');
          for (const [name, value] of Object.entries(changes)) {
            if (value) next.set(name, value);
            else next.delete(name);
          }
          return next;
        },
        { replace: true },
      );
    },
    [setWords],
  );

  const clear = useCallback(() => setWords({}, { replace: true }), [setWords]);

  const turn = useCallback(
    (to: string, pagesBefore: string[]) => {
      const next = new URLSearchParams(words);
      if (to) next.set('cursor', to);
      else next.delete('cursor');
      void navigate({ search: next.toString() }, { state: { trail: pagesBefore } });
    },
    [navigate, words],
  );

  return {
    filters,
    sort,
    cursor,
    set,
    clear,
    page: cursor && trail.length === 0 ? null : trail.length + 1,
    forward: (next: string) => turn(next, [...trail, cursor]),
    back: () => turn(trail.at(-1) ?? '', trail.slice(0, -1)),
  };
}

/** The place of a list that is a part of a page and no address of its own. */
export function useListPlace(): ListPlace & { begin: () => void } {
  const [trail, setTrail] = useState<string[]>(['']);
  return {
    cursor: trail.at(-1) ?? '',
    page: trail.length,
    forward: (next) => setTrail((before) => [...before, next]),
    back: () => setTrail((before) => (before.length > 1 ? before.slice(0, -1) : before)),
    begin: () => setTrail(['']),
  };
}

export function useList<Row>(path: string, query: Query) {
  return useQuery<ListPage<Row>, Problem>({
    queryKey: [path, query, currentLanguage()],
    queryFn: async ({ signal }) => {
      const asked = { limit: pageSize, ...query };
      return (await call<ListPage<Row>>(path, { query: asked, signal })).data;
    },
    placeholderData: keepPreviousData,
  });
}

export interface Versioned<T> {
  data: T;
  etag: string | null;
}

/** One record with the version to send back when it is changed. */
export function useRecord<T>(
  path: string,
  options: { query?: Query; enabled?: boolean; everyMs?: number } = {},
) {
  const { query = {} } = options;
  return useQuery<Versioned<T>, Problem>({
    queryKey: [path, query, currentLanguage()],
    queryFn: async ({ signal }) => {
      const { data, etag } = await call<T>(path, { query, signal });
      return { data, etag };
    },
    enabled: options.enabled ?? true,
    refetchInterval: options.everyMs ?? false,
  });
}
