/** What a waiting command is called; of a return also whose and of which quarter, before it is signed. */
import { useText } from '~/base/language';
import { useRecord } from '~/base/list';
import { usePeriodText } from '~/base/period';
import { commandInfo, labelOf, useDocument } from '~/base/schema';
import type { Struct } from '~/base/types';
import type { Waiting } from './rows';

export function useTitle(command: string): string {
  const { language } = useText();
  const { data } = useDocument();
  const info = data && commandInfo(data, command);
  return info ? labelOf({ label: info.title }, language) : command;
}

export function Subject({ of }: { of: Waiting }) {
  const { id } = (of.body ?? {}) as { id?: number };
  return of.command.startsWith('returns.') && id ? <ReturnName id={id} /> : null;
}

function ReturnName({ id }: { id: number }) {
  const quarter = usePeriodText();
  const page = useRecord<Pick<Struct<'ReturnRow'>, 'organisation_name' | 'period'>>(
    `/returns/${id}`,
  );
  const found = page.data?.data;
  return (
    found && (
      <p>
        {found.organisation_name} · {quarter(found.period)}
      </p>
    )
  );
}
