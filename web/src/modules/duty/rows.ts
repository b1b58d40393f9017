/** Rows of this module as the server describes them. */
import type { Struct } from '~/base/types';

export type Waiting = Struct<'WaitingRow'>;
export type TodoRow = Struct<'TodoRow'>;
export type DutyRow = Struct<'DutyRow'>;
export type DutyEvent = Struct<'DutyHistoryRow'>;
