import * as accounts from './en/accounts';
import * as duty from './en/duty';
import * as house from './en/house';
import * as imports from './en/imports';
import * as journal from './en/journal';
import * as ledger from './en/ledger';
import * as reporting from './en/reporting';
import * as rulebook from './en/rulebook';
import * as shell from './en/shell';
import type { zh } from './zh';

/** The words of the pages, English. The compiler refuses a missing key. */
export const en: typeof zh = {
  ...shell,
  ...house,
  ...accounts,
  ...imports,
  ...ledger,
  ...duty,
  ...reporting,
  ...rulebook,
  ...journal,
};
