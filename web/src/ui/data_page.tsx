/**
 * A list of the server's as a page: filters and order in the address bar, pages by cursor, the
 * count in words. A caller names the struct, the path and the fields; labels and formats follow.
 */
import type { ReactNode } from 'react';
import { type ListPage, useList, useListState } from '~/base/list';
import type { MoneyUnit } from '~/base/money';
import { type Option, useParameters } from '~/base/schema';
import { useIsPhone } from '~/base/screen';
import type { Id } from '~/base/store';
import styles from './data_page.module.css';
import { type Columns, DataRows } from './data_rows';
import { FilterBar } from './filter_bar';
import { Page, Panel } from './page';
import { Pager } from './pager';
import { Empty, Failure, FilteredEmpty, Loading } from './state_views';

export interface DataPageProps<Row> {
  title: string;
  subtitle?: ReactNode;
  actions?: ReactNode;
  of: string;
  path: string;
  show: Columns<Row>;
  filters?: readonly string[];
  /** What is asked until the reader chooses otherwise. */
  defaults?: Record<string, string>;
  /** What a filter may be, where the read itself does not list it: records, mostly. */
  choices?: Record<string, readonly Option[]>;
  search?: { name: string; hint: string };
  sorts?: readonly string[];
  unit?: MoneyUnit;
  keyOf?: (row: Row) => Id;
  open?: (row: Row) => string;
  deeds?: (row: Row) => ReactNode;
  empty: { title: string; words?: string; action?: ReactNode };
  /** Above the list: figures, an explanation, the result of a check. */
  above?: ReactNode;
}

export function DataPage<Row extends object>(props: DataPageProps<Row>) {
  const { title, subtitle, actions, above } = props;
  // On a phone every record is a card of its own; a card around cards would only take room.
  const phone = useIsPhone();
  return (
    <Page title={title} subtitle={subtitle} actions={actions}>
      {above}
      {phone ? (
        <DataList {...props} />
      ) : (
        <Panel>
          <DataList {...props} />
        </Panel>
      )}
    </Page>
  );
}

const none: readonly string[] = [];
const noDefaults: Record<string, string> = {};

/** The same without the page around it, for a list inside a record. */
export function DataList<Row extends object>(props: DataPageProps<Row>) {
  const { path, filters = none, sorts = none, search, choices = {}, defaults = noDefaults } = props;
  const state = useListState();
  const chosen = { ...defaults, ...state.filters };
  const list = useList<Row>(path, { ...chosen, sort: state.sort, cursor: state.cursor });
  // Only what the read declares can be asked; its labels come with it.
  const asked = useParameters(path);
  const filterFields = filters
    .flatMap((name) => asked.find((field) => field.name === name) ?? [])
    .map((field) => ({ ...field, options: [...(choices[field.name] ?? field.options)] }));
  const canSearch = search && asked.some((field) => field.name === search.name);
  return (
    <>
      {(filterFields.length > 0 || canSearch) && (
        <FilterBar
          fields={filterFields}
          search={canSearch ? search : undefined}
          values={chosen}
          set={state.set}
          clear={Object.keys(state.filters).length > 0 ? state.clear : null}
        />
      )}
      {list.data ? (
        <div className={list.isPlaceholderData ? styles.stale : undefined}>
          <Content
            {...props}
            list={list.data}
            filtered={Object.keys(state.filters).length > 0}
            clear={state.clear}
            sort={{ by: state.sort, allowed: sorts, set: (sort) => state.set({ sort }) }}
          />
          <Pager list={list.data} place={state} />
        </div>
      ) : list.error ? (
        <Failure problem={list.error} onRetry={() => void list.refetch()} />
      ) : (
        <Loading lines={8} />
      )}
    </>
  );
}

type ContentProps<Row> = DataPageProps<Row> & {
  list: ListPage<Row>;
  filtered: boolean;
  clear: () => void;
  sort: { by: string; allowed: readonly string[]; set: (sort: string | undefined) => void };
};

function Content<Row extends object>(props: ContentProps<Row>) {
  const { list, filtered, clear, empty, title, of, show, sort, open, deeds, unit, keyOf } = props;
  if (list.rows.length === 0) {
    return filtered ? <FilteredEmpty onClear={clear} /> : <Empty {...empty} />;
  }
  return (
    <DataRows<Row>
      of={of}
      rows={list.rows}
      show={show}
      caption={title}
      open={open}
      deeds={deeds}
      sort={sort}
      {...(unit ? { unit } : {})}
      {...(keyOf ? { keyOf } : {})}
    />
  );
}
