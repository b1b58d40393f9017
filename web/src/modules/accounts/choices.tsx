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

export function RoleChoice(props: Given) {
  const { language } = useText();
  return (
    <RecordChoice<Role>
      {...props}
      path="/roles"
      paged={false}
      option={(row) => ({ value: row.code, label: row[language] })}
    />
  );
}
