/** A command about a record that waits for its second person, and the line that says so over it. */
import { Link } from 'react-router';
import { instantText } from '~/base/format';
import { useText } from '~/base/language';
import { type ListPage, useRecord } from '~/base/list';
import type { Struct } from '~/base/types';
import { StandingLine } from './standing_line';

export type Awaiting = Omit<Struct<'WaitingRow'>, 'body'> & { body: Record<string, unknown> };

/** The first of what waits that this is about. */
export function useAwaiting(isOf: (waiting: Awaiting) => boolean): Awaiting | undefined {
  const waiting = useRecord<ListPage<Awaiting>>('/commands');
  return waiting.data?.data.rows.find(isOf);
}

export function AwaitingLine({ of, title }: { of: Awaiting; title: string }) {
  const { t, language } = useText();
  return (
    <StandingLine
      type="warning"
      title={title}
      words={
        <>
          {t('todo.by', { name: of.maker_name, at: instantText(of.made_at, language) })}{' '}
          <Link to={`/todo?command=${of.id}`}>{t('page.todo')}</Link>
        </>
      }
    />
  );
}
