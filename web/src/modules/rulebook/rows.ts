/** Rows of this module. A set's content is tables of rows, each row as its set describes it. */
import type { Struct } from '~/base/types';

export type RuleSetRow = Struct<'RuleSetRow'>;
export type RuleSetVersion = Struct<'RuleSetVersionRow'>;

export type TableRow = Record<string, unknown>;
export type Content = Record<string, TableRow[]>;
export type RuleSet = Omit<Struct<'RuleSet'>, 'content'> & { content: Content };
