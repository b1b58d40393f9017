/** What this module's reads answer, and the kinds of file that a session may import. */
import type { Language } from '~/base/language';
import type { Struct } from '~/base/types';
import { useRecords } from '~/ui/record_choice';

export type Import = Struct<'Import'>;
export type ImportRow = Struct<'ImportRow'>;
export type ImportColumn = Struct<'ImportColumn'>;
export type ImportKind = Struct<'ImportKind'>;
export type Finding = Struct<'Finding'>;
export type StagedRow = Struct<'StagedRow'>;
export type Correction = Struct<'Correction'>;

export interface CellCorrection {
  row: number;
  field: string;
  value?: string;
}

export const pathOf = (id: number | string) => `/imports/${encodeURIComponent(id)}`;

/** Still to be applied, wholly or in part. */
export const isOpen = ({ state }: Pick<Import, 'state'>) =>
  state === 'staged' || state === 'partly';

export function useKinds(): ImportKind[] {
  return useRecords<ImportKind>('/imports/kinds', {}, false).data ?? [];
}

export function useKind(code: string | undefined): ImportKind | undefined {
  return useKinds().find((kind) => kind.code === code);
}

/** A finding about a whole row or file, or about a totals row, has no cell to type into. */
export function mendable({ row, field_zh, code }: Finding): boolean {
  return row > 0 && field_zh !== undefined && code !== 'total_differs';
}

/** The name of a field as its column is called on the page. */
export function fieldName(
  of: Pick<Finding, 'field' | 'field_zh' | 'field_en'>,
  language: Language,
): string {
  return (language === 'zh' ? of.field_zh : of.field_en) ?? of.field ?? '';
}
