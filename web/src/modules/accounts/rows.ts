/** What this module's reads answer. */
import type { Struct } from '~/base/types';
import type { Version } from '~/ui/version_history';

export type Organisation = Struct<'Organisation'>;
export type OrganisationVersion = Struct<'PartyVersion'> & Version;
export type Person = Struct<'PersonRow'>;
export type Region = Struct<'Region'>;
export type Role = Struct<'RoleRow'>;
export type OwnSession = Struct<'OwnSession'>;
