import type { zh } from '../zh';

export const signIn: typeof zh.signIn = {
  title: 'Sign in',
  account: 'Account',
  password: 'Password',
  accountMissing: 'The account is needed',
  passwordMissing: 'The password is needed',
  submit: 'Sign in',
  failed: 'Account or password is wrong, or the account is locked',
  failedWords:
    'Repeated failures lock an account for a while. If you forgot the password, ask the administrator of your organisation.',
  tooMany: 'Too many attempts, please wait',
  tooManyWords: 'Try again in about {{minutes}} min.',
  ended: 'Your session has ended, please sign in again',
  endedWords: 'You will be back on the page you left, with what you typed.',
  help: 'No account, or password forgotten? Ask the administrator of your organisation.',
  headline: 'From the loan ledger to the quarterly return, every step on record',
  points: {
    ledger: 'Loan by loan',
    ledgerWords: 'Banks import the spreadsheet they keep; errors are named and mended row by row.',
    returns: 'Quarterly returns',
    returnsWords: 'Built from the ledger, signed by a second person, filed on time.',
    record: 'A record that can be verified',
    recordWords: 'Every change stands in one chain; any edit of it is found.',
  },
};

export const password: typeof zh.password = {
  title: 'Change password',
  first: 'First sign-in: set your own password',
  firstWords: 'The first password works once. Set yours and go on.',
  old: 'Current password',
  initial: 'The first password, as handed to you',
  fresh: 'New password',
  repeat: 'New password again',
  rules: 'At least 12 characters, not a common password, no name of yours or of your organisation.',
  tooShort: 'At least 12 characters',
  differs: 'The two do not match',
  submit: 'Set password',
  done: 'Password changed; other sessions have ended',
};

export const sessions: typeof zh.sessions = {
  subtitle: 'Where your account is signed in. End what you do not know and change the password',
  current: 'This session',
  end: 'End',
  endOf: 'End the session started at {{at}}',
  ended: 'Session ended',
  none: 'No other sessions',
};

export const organisations: typeof zh.organisations = {
  subtitle: 'Everybody who takes part in pledge financing, with branches',
  search: 'Name or social credit code',
  add: 'Register',
  addTitle: 'Register an organisation',
  none: 'No organisations yet',
  noneWords: 'Register an organisation first, then add its people.',
  rename: 'Rename',
  close: 'Close',
  closeWords: 'Its people can no longer sign in; the history stays.',
  facts: 'Facts',
  history: 'History',
  branches: 'Branches',
  noBranches: 'No branches',
  parentHint: 'For a branch: the organisation above it',
};

export const people: typeof zh.people = {
  subtitle: 'People, their accounts and roles',
  add: 'Add a person',
  none: 'No people yet',
  noneWords: 'Add people, then the security administrator grants roles.',
  search: 'Login or organisation',
  draw: 'Draw one',
  passwordHint:
    'Not shown again after submitting: copy it now and hand it over in person. It must be changed at the first sign-in.',
  deedsOf: 'Actions on {{name}}',
  grant: 'Give a role',
  grantTitle: 'Give {{name}} a role',
  grantWords: 'Only roles that the kind of the organisation allows.',
  withdraw: 'Withdraw a role',
  withdrawTitle: 'Withdraw a role of {{name}}',
  withdrawWords: 'Takes effect at once, with the very next thing the person does.',
  reset: 'Reset password',
  resetTitle: 'Reset the password of {{name}}',
  resetWords:
    'The old password stops working and all sessions end at once. Hand the new one over in person; it must be changed at the first sign-in.',
  disable: 'Disable account',
  disableTitle: 'Disable the account of {{name}}',
  disableWords: 'At once: all sessions end and no new one can start; the history stays.',
};
