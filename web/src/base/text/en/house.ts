import type { zh } from '../zh';

export const state: typeof zh.state = {
  loading: 'Loading',
  nothingFound: 'Nothing matches these filters',
  retry: 'Try again',
  request: 'Request',
  noAnswer: 'The server did not answer',
  noAnswerWords: 'Check the network and try again. What was saved is safe.',
  failed: 'This was not done',
  failedWords:
    'The system cannot do this right now; what was saved is safe. Try again later, and tell the administrator the request number if it fails again.',
  gone: 'Not found',
  goneWords: 'There is no such record, or you may not see it.',
  noPermission: 'Not allowed',
  noPermissionWords: 'Your role does not include this. Ask the administrator of your organisation.',
};

export const copy: typeof zh.copy = { do: 'Copy {{text}}', done: 'Copied' };

export const list: typeof zh.list = {
  search: 'Search',
  more: 'More filters',
  clear: 'Clear filters',
  deeds: 'Actions',
  table: '{{caption}}, table',
  withUnit: '{{label}} ({{unit}})',
  total_one: '{{shown}} record',
  total_other: '{{shown}} records',
  page: 'page {{page}}',
  back: 'Back',
  forward: 'Next',
};

export const form: typeof zh.form = {
  submit: 'Submit',
  again: 'Submit again',
  cancel: 'Cancel',
  choose: 'Choose',
  unit: 'Unit of the amount',
  required: '{{label}} is needed',
  tooLong: 'At most {{max}} characters',
  not_a_number: 'A figure is needed, for example 1200.5',
  too_fine: 'Too many decimals',
  too_large: 'Too large',
  tooSmall: 'Below the least value allowed',
  tooBig: 'Above the greatest value allowed',
  fourEyes: 'Where somebody else holds the right to check, it takes effect after their approval.',
  unknownOutcome:
    'It is not known yet whether this was done. Submitting again will not do it twice.',
  done: 'Done',
  awaiting: 'Submitted; waiting for a second person',
  leave: 'Discard what you typed?',
  leaveWords: 'It has not been submitted and would have to be typed again.',
  leaveYes: 'Discard',
  leaveNo: 'Keep typing',
};

export const confirm: typeof zh.confirm = {
  password: 'Your password',
  passwordMissing: 'The password is needed',
  typeAmount: 'Type the amount to confirm',
};

export const file: typeof zh.file = {
  otherKind: '“{{name}}” will not do. Choose: {{hint}}',
  drop: 'Drop a file here, or click to choose one',
  sending: 'Sending',
  other: 'Click to choose another file',
};

export const history: typeof zh.history = {
  made: 'Registered',
  changed: 'Changed',
  withdrawn: 'Withdrawn',
  record: 'Record {{sequence}}',
  received: 'received {{at}}',
  becomes: 'becomes',
};

export const board: typeof zh.board = { nothing: 'Nothing' };
