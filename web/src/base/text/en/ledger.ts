import type { zh } from '../zh';

export const loans: typeof zh.loans = {
  subtitle:
    "One drawdown note a row; the class is the bank's own, the least that overdue days allow stands beside it",
  search: 'Borrower, code, note or contract',
  import: 'Import a ledger',
  export: 'Export',
  exportWords: 'What the filters show, as XLSX',
  none: 'No loans yet',
  noneWords: 'They are listed here once a loan ledger has been imported.',
  knownNow: 'As known now',
  noFloor: 'No overdue limits were in force on that day',
  unexplained: 'Reason needed',
  explained: 'Reason given',
  asOf: '{{label}} {{date}}',
  borrower: 'Borrower',
  note: 'Drawdown note',
  noBasis: 'None: the city bureau sees totals only',
  fromFile: 'See the file',
  fromRow: 'Row {{row}} of the file',
  history: 'History',
  historyNote: 'By data date, with the time of receipt',
  moment: 'As of',
  momentNote: 'Today unless chosen',
  today: 'Back to today',
  reported: 'Other columns',
  reportedWords: 'The other columns of the file, kept as they came and never computed with.',
  setBasis: 'Legal basis',
  setBasisWords: 'Without a basis the city bureau sees totals only, not this note.',
  explainClass: 'Explain the class',
  explainClassWords:
    "The bank's class is better than the overdue days allow: give the reason. The class itself stays.",
};
