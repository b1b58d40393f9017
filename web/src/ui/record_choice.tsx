/** A choice among records of the server's: an organisation, a role, a district. */
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { call, type Query } from '~/base/api';
import { currentLanguage, useText } from '~/base/language';
import type { ListPage } from '~/base/list';
import type { Id } from '~/base/store';

const mostPages = 5;
const pageRows = 200;

/** A list that is short enough to choose from, whole. */
async function everything<Row>(path: string, query: Query, signal: AbortSignal): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < mostPages; ++page) {
    const asked = { ...query, ...(page > 0 ? { cursor } : {}) };
    const { data } = await call<ListPage<Row>>(path, { query: asked, signal });
    rows.push(...data.rows);
    if (!data.next) break;
    cursor = data.next;
  }
  return rows;
}

export function useRecords<Row>(path: string, query: Query = {}, paged = true) {
  const asked = paged ? { limit: pageRows, ...query } : query;
  return useQuery({
    queryKey: ['choice', path, asked, currentLanguage()],
    queryFn: ({ signal }) => everything<Row>(path, asked, signal),
  });
}

interface RecordChoiceProps<Row> {
  path: string;
  /** Lists that are not paged take no limit. */
  paged?: boolean;
  query?: Query;
  keep?: (row: Row) => boolean;
  option: (row: Row) => { value: Id; label: string };
  /** Given by the form. */
  id?: string;
  value?: Id;
  onChange?: (value: Id | undefined) => void;
}

export function RecordChoice<Row>(props: RecordChoiceProps<Row>) {
  const { path, paged = true, query = {}, keep = () => true, option, ...rest } = props;
  const { t } = useText();
  const rows = useRecords<Row>(path, query, paged);
  return (
    <Select
      {...rest}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      loading={rows.isLoading}
      status={rows.error ? 'error' : ''}
      placeholder={t('form.choose')}
      options={(rows.data ?? []).filter(keep).map(option)}
    />
  );
}
