/** Rows of this module as the server describes them. What it leaves open as any JSON is said here. */
import type { Struct } from '~/base/types';

export type ReturnRow = Struct<'ReturnRow'>;
export type ReturnBoard = Struct<'Board'>;
export type ReturnPage = Omit<Struct<'ReturnPage'>, 'frozen' | 'draft'> & {
  frozen?: VersionRow;
  draft?: Draft;
};
export type PageCell = Struct<'PageCell'>;
export type Finding = Struct<'FormFinding'>;
export type Draft = Struct<'PageDraft'> & { reasons: Texts };
export type OpenedRow = Struct<'OpenedRow'>;
export type CityFigures = Struct<'CityFigures'>;
export type CityCell = Struct<'CityCell'>;

/** Some bank has filed other than nothing, or the ledger has. */
export const holdsFigure = ({ value, ledger }: CityCell) => Boolean(value) || Boolean(ledger);

export type NoteDifference = Struct<'NoteDifference'>;
export type Source = ReturnRow['source'] & string;

/** By cell or by rule. */
export type Texts = Record<string, string>;
/** By cell: what was typed, null where it was emptied. */
export type Cells = Record<string, number | string | null>;

export interface CellChange {
  cell: string;
  before?: number | string;
  after?: number | string;
  difference?: number;
}

export type VersionRow = Omit<Struct<'VersionRow'>, 'changes' | 'remarks' | 'reasons'> & {
  changes: CellChange[];
  remarks?: Texts;
  reasons?: Texts;
};

export const returnPath = (id: number) => `/returns/${id}`;
