import * as accounts from './zh/accounts';
import * as duty from './zh/duty';
import * as house from './zh/house';
import * as imports from './zh/imports';
import * as journal from './zh/journal';
import * as ledger from './zh/ledger';
import * as reporting from './zh/reporting';
import * as rulebook from './zh/rulebook';
import * as shell from './zh/shell';

/**
 * The words of the pages, a file a module. Chinese is the source of truth: `en.ts` must have every
 * key. Labels of fields and values of enumerations are not here; the server's descriptions carry
 * them.
 */
export const zh = {
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
