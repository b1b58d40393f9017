/**
 * Every page of the product, once: where it is, the right it needs, where it stands in the menu.
 * Menu, palette and routes are derived from this table; what a session may not do is in none of
 * them. A page module exports its page as `Component`.
 */
import {
  ApartmentOutlined,
  AuditOutlined,
  BarChartOutlined,
  BookOutlined,
  CheckSquareOutlined,
  ClockCircleOutlined,
  FileDoneOutlined,
  ImportOutlined,
  KeyOutlined,
  ReconciliationOutlined,
  SafetyOutlined,
  TeamOutlined,
} from '@ant-design/icons';
import type { ComponentType, ReactNode } from 'react';
import type { zh } from '~/base/text/zh';

export type Group = keyof typeof zh.group;
export type PageLabel = keyof typeof zh.page;

export interface PageEntry {
  path: string;
  /** The name of the read or command that opens the page; null is anybody signed in. */
  right: string | null;
  label: PageLabel;
  /** Without a group the page is reached from another one or from the palette only. */
  group?: Group;
  icon?: ReactNode;
  load: () => Promise<{ Component: ComponentType }>;
}

export const groups: readonly Group[] = ['work', 'business', 'governance'];

export const pages: readonly PageEntry[] = [
  {
    path: '/todo',
    right: null,
    label: 'todo',
    group: 'work',
    icon: <CheckSquareOutlined />,
    load: () => import('~/modules/duty/todo_page'),
  },
  {
    path: '/imports',
    right: 'imports.read',
    label: 'imports',
    group: 'business',
    icon: <ImportOutlined />,
    load: () => import('~/modules/imports/imports_page'),
  },
  {
    path: '/imports/new',
    right: 'imports.create',
    label: 'newImport',
    load: () => import('~/modules/imports/new_import_page'),
  },
  {
    path: '/imports/:id',
    right: 'imports.read',
    label: 'imports',
    load: () => import('~/modules/imports/import_page'),
  },
  {
    path: '/loans',
    right: 'loans.read',
    label: 'loans',
    group: 'business',
    icon: <ReconciliationOutlined />,
    load: () => import('~/modules/ledger/loans_page'),
  },
  {
    path: '/loans/:id',
    right: 'loans.read',
    label: 'loans',
    load: () => import('~/modules/ledger/loan_page'),
  },
  {
    path: '/duties',
    right: 'duties.read',
    label: 'duties',
    group: 'work',
    icon: <ClockCircleOutlined />,
    load: () => import('~/modules/duty/duties_page'),
  },
  {
    path: '/returns',
    right: 'returns.read',
    label: 'returns',
    group: 'business',
    icon: <FileDoneOutlined />,
    load: () => import('~/modules/reporting/returns_page'),
  },
  {
    path: '/returns/:id',
    right: 'returns.read',
    label: 'return',
    load: () => import('~/modules/reporting/return_page'),
  },
  {
    path: '/figures',
    right: 'figures.read',
    label: 'city',
    group: 'business',
    icon: <BarChartOutlined />,
    load: () => import('~/modules/reporting/city_page'),
  },
  {
    path: '/organisations',
    right: 'organisations.read',
    label: 'organisations',
    group: 'governance',
    icon: <ApartmentOutlined />,
    load: () => import('~/modules/accounts/organisations_page'),
  },
  {
    path: '/organisations/:id',
    right: 'organisations.read',
    label: 'organisations',
    load: () => import('~/modules/accounts/organisation_page'),
  },
  {
    path: '/people',
    right: 'people.read',
    label: 'people',
    group: 'governance',
    icon: <TeamOutlined />,
    load: () => import('~/modules/accounts/people_page'),
  },
  {
    path: '/rules',
    right: null,
    label: 'rules',
    group: 'governance',
    icon: <BookOutlined />,
    load: () => import('~/modules/rulebook/rules_page'),
  },
  {
    path: '/rules/drafts/:id',
    right: null,
    label: 'rules',
    load: () => import('~/modules/rulebook/waiting_draft_page'),
  },
  {
    path: '/rules/again/:id',
    right: 'rules.publish',
    label: 'rules',
    load: () => import('~/modules/rulebook/returned_draft_page'),
  },
  {
    path: '/rules/:id',
    right: null,
    label: 'rules',
    load: () => import('~/modules/rulebook/rule_set_page'),
  },
  {
    path: '/journal',
    right: 'journal.read',
    label: 'journal',
    group: 'governance',
    icon: <AuditOutlined />,
    load: () => import('~/modules/journal/records_page'),
  },
  {
    path: '/journal/:id',
    right: 'journal.read',
    label: 'journal',
    load: () => import('~/modules/journal/record_page'),
  },
  {
    path: '/sessions',
    right: null,
    label: 'sessions',
    icon: <SafetyOutlined />,
    load: () => import('~/modules/accounts/sessions_page'),
  },
  {
    path: '/password',
    right: null,
    label: 'password',
    icon: <KeyOutlined />,
    load: () => import('~/modules/accounts/password_page'),
  },
];

export function allowed(of: readonly PageEntry[], rights: readonly string[]): PageEntry[] {
  return of.filter((page) => page.right === null || rights.includes(page.right));
}

/** What the palette offers: pages that can be opened without knowing a record. */
export function reachable(of: readonly PageEntry[], rights: readonly string[]): PageEntry[] {
  return allowed(of, rights).filter((page) => !page.path.includes(':'));
}
