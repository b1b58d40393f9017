import type { zh } from '../zh';

export const app: typeof zh.app = {
  name: 'Zhirong',
  platform: 'IP pledge financing platform',
  cityPlatform: '{{city}} IP pledge financing',
  demo: 'Demo',
  demoWords: 'Demo city: every organisation and figure is invented',
  otherLanguage: '中文',
};

export const unit: typeof zh.unit = { yuan: 'CNY', wan: 'CNY 10k', yi: 'CNY 100m' };

export const cellUnit: typeof zh.cellUnit = {
  fen: 'CNY 10k',
  ppm: '%',
  loan: 'loans',
  household: 'households',
  claim: 'claims',
  project: 'projects',
  right: 'rights',
  case: 'cases',
};

export const format: typeof zh.format = {
  missing: 'No data',
  comma: ', ',
  yes: 'Yes',
  no: 'No',
  quarter: 'Q{{quarter}} {{year}}',
};

export const shell: typeof zh.shell = {
  skip: 'Skip to main content',
  menu: 'Main menu',
  openMenu: 'Open the menu',
  close: 'Close',
  crumbs: 'You are here',
  search: 'Search pages',
  searchHint: 'Name of a page',
  searchNothing: 'Nothing found, try another word',
  searchKeys: 'Arrow keys choose, Enter opens, Esc closes',
  todo_one: '{{count}} item to do',
  todo_other: '{{count}} items to do',
  businessDate: 'Business date {{date}}',
  account: 'Account menu',
  signOut: 'Sign out',
  offline: 'The network is down; the page refreshes when it is back and keeps what you typed',
  notFound: 'No such page',
  notFoundWords: 'The address may be wrong, or you may not be allowed to see it.',
  home: 'Go to the first page',
  broken: 'Something went wrong on this page',
  brokenWords: 'What was saved is safe. Please reload the page.',
  reload: 'Reload',
  noPages: 'Your account has nothing to do here yet',
  noPagesWords: 'Ask the administrator of your organisation for a role.',
};

export const group: typeof zh.group = {
  work: 'Work',
  business: 'Business',
  governance: 'Governance',
};

export const page: typeof zh.page = {
  imports: 'Imports',
  newImport: 'Import a file',
  loans: 'Loan ledger',
  todo: 'To do and approvals',
  duties: 'Deadlines',
  returns: 'Quarterly returns',
  return: 'Quarterly return',
  city: 'City figures',
  organisations: 'Organisations',
  people: 'People',
  rules: 'Reference data',
  journal: 'Record',
  sessions: 'My sessions',
  password: 'Change password',
};
