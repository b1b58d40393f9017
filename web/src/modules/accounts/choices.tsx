/** Records of this module as choices in forms. */
import type { ComponentProps } from 'react';
import { useText } from '~/base/language';
import { RecordChoice } from '~/ui/record_choice';
import type { Organisation, Region, Role } from './rows';

type Given = Pick<ComponentProps<typeof RecordChoice>, 'id' | 'value' | 'onChange'>;

export function OrganisationChoice(props: Given) {
  return (
    <RecordChoice<Organisation>
      {...props}
      path="/organisations"
      option={(row) => ({ value: row.id, label: row.name })}
    />
  );
}

/** Districts and counties are one choice, development zones another. */
export function RegionChoice({ kind, ...props }: Given & { kind: 'district' | 'zone' }) {
  const { language } = useText();
  return (
    <RecordChoice<Region>
      {...props}
      path="/regions"
      paged={false}
      keep={(row) => (row.kind === 'zone') === (kind === 'zone')}
      option={(row) => ({ value: row.code, label: language === 'zh' ? row.name : row.english })}
    />
  );
}

/** Only the roles that fit the kind of the organisation, where it is known. */
export function RoleChoice({
  kind,
  ...props
}: Given & { kind?: Organisation['kind'] | undefined }) {
  const { language } = useText();
  return (
    <RecordChoice<Role>
      {...props}
      path="/roles"
      paged={false}
      keep={(row) => !kind || row.kinds?.includes(kind) === true}
      option={(row) => ({ value: row.code, label: row[language] })}
    />
  );
}
