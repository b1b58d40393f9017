/** What this module's reads answer. */
import type { Struct } from '~/base/types';
import type { Version } from '~/ui/version_history';

export type Loan = Struct<'Loan'>;
export type LoanPage = Struct<'LoanPage'>;
export type LoanSaying = Struct<'LoanSaying'>;
/** A saying holds from its data date and stands in the record that it came with. */
export type LoanVersion = LoanSaying & Version;
export type Organisation = Struct<'Organisation'>;
export type Region = Struct<'Region'>;
