/** What this module's reads answer, as far as its pages look inside. */
import type { Id } from '~/base/store';
import type { Version } from '~/ui/version_history';

export interface Organisation {
  id: Id;
  kind: string;
  name: string;
  short_name?: string;
  uscc?: string;
  parent?: Id;
  parent_name?: string;
  region_name?: string;
  standing: string;
  version: number;
}

export interface OrganisationVersion extends Version {
  name: string;
  standing: string;
}

export interface Person {
  id: Id;
  name: string;
  login: string;
  organisation: Id;
  organisation_name: string;
  standing: string;
  password_state: string;
  roles?: string;
  version: number;
}

export interface Region {
  code: string;
  name: string;
  english: string;
  kind: string;
}

export interface Role {
  code: string;
  zh: string;
  en: string;
}

export interface OwnSession {
  id: Id;
  started: string;
  seen: string;
  address: string;
  current?: boolean;
}
