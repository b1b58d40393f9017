/** How many things wait for this person; the same question as the to-do page, asked once. */
import { type ListPage, useRecord } from '~/base/list';

const everyMs = 60_000;

export function useTodoCount(enabled = true): number {
  const waiting = useRecord<ListPage<unknown>>('/todo', { enabled, everyMs });
  if (!enabled) return 0;
  return waiting.data?.data.rows.length ?? 0;
}
