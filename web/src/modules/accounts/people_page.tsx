/**
 * People and their accounts. The system administrator keeps everybody's, an institution's own
 * administrator its colleagues'; which of the two commands is sent follows from the right held.
 */
import { MoreOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { type ReactNode, useState } from 'react';
import { useText } from '~/base/language';
import type { Option } from '~/base/schema';
import { useSession } from '~/base/store';
import { CommandDrawer } from '~/ui/command_drawer';
import { DataPage } from '~/ui/data_page';
import { useRecords } from '~/ui/record_choice';
import { OrganisationChoice, RoleChoice } from './choices';
import { InitialPassword } from './initial_password';
import type { Organisation, Person } from './rows';

type Deed = 'grant' | 'withdraw' | 'reset' | 'disable';

interface Way {
  command: string;
  /** Commands on the account itself have its id in the path, grants name it in the body. */
  inBody?: boolean;
}

/** For the whole city first, for one's own house second. */
const ways: Record<Deed, Way[]> = {
  grant: [{ command: 'grants.create', inBody: true }, { command: 'staff.grant' }],
  withdraw: [{ command: 'grants.withdraw', inBody: true }, { command: 'staff.withdraw' }],
  reset: [{ command: 'people.reset' }, { command: 'staff.reset' }],
  disable: [{ command: 'people.disable' }, { command: 'staff.disable' }],
};

function useWays() {
  const { rights } = useSession();
  return (deed: Deed): Way | undefined => ways[deed].find((way) => rights.includes(way.command));
}

export function Component() {
  const { t } = useText();
  const { rights } = useSession();
  const wayOf = useWays();
  const [adding, setAdding] = useState(false);
  const [chosen, setChosen] = useState<{ deed: Deed; person: Person } | null>(null);
  const create = ['people.create', 'staff.create'].find((command) => rights.includes(command));
  const homes = useRecords<Organisation>('/organisations').data ?? [];
  const organisation = homes.map(
    ({ id, name }): Option => ({ name: String(id), zh: name, en: name }),
  );
  const add = create && (
    <Button
      aria-haspopup="dialog"
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setAdding(true)}
    >
      {t('people.add')}
    </Button>
  );
  const deeds = (Object.keys(ways) as Deed[]).filter((deed) => wayOf(deed));
  return (
    <>
      <DataPage<Person>
        title={t('page.people')}
        subtitle={t('people.subtitle')}
        actions={add}
        of="PersonRow"
        path="/people"
        show={['name', 'login', 'organisation_name', 'roles', 'password_state', 'standing']}
        filters={['organisation']}
        search={{ name: 'text', hint: t('people.search') }}
        choices={{ organisation }}
        empty={{ title: t('people.none'), words: t('people.noneWords'), action: add }}
        {...(deeds.length > 0
          ? {
              deeds: (person: Person) =>
                person.standing === 'active' && (
                  <Deeds
                    person={person}
                    deeds={deeds.filter((deed) => deed !== 'withdraw' || person.roles !== '')}
                    onChoose={setChosen}
                  />
                ),
            }
          : {})}
      />
      {adding && create && (
        <CommandDrawer
          title={t('people.add')}
          command={create}
          show={[
            ...(create === 'people.create' ? ['organisation'] : []),
            'name',
            'phone',
            'login',
            'password',
          ]}
          widgets={{ organisation: <OrganisationChoice />, password: <InitialPassword /> }}
          hints={{ password: t('people.passwordHint') }}
          onClose={() => setAdding(false)}
        />
      )}
      {chosen && (
        <DeedDrawer
          {...chosen}
          kind={homes.find((home) => home.id === chosen.person.organisation)?.kind}
          onClose={() => setChosen(null)}
        />
      )}
    </>
  );
}

interface DeedsProps {
  person: Person;
  deeds: Deed[];
  onChoose: (chosen: { deed: Deed; person: Person }) => void;
}

function Deeds({ person, deeds, onChoose }: DeedsProps) {
  const { t } = useText();
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: deeds.map((deed) => ({ key: deed, label: t(`people.${deed}`) })),
        onClick: ({ key }) => onChoose({ deed: key as Deed, person }),
      }}
    >
      <Button
        size="small"
        icon={<MoreOutlined />}
        aria-label={t('people.deedsOf', { name: person.name })}
      />
    </Dropdown>
  );
}

const fieldsOf: Record<Deed, string[]> = {
  grant: ['role'],
  withdraw: ['role'],
  reset: ['password'],
  disable: [],
};

interface DeedDrawerProps {
  deed: Deed;
  person: Person;
  kind: Organisation['kind'] | undefined;
  onClose: () => void;
}

function DeedDrawer({ deed, person, kind, onClose }: DeedDrawerProps) {
  const { t } = useText();
  const way = useWays()(deed);
  if (!way) return null;
  const widgets: Record<string, ReactNode> = {
    role: <RoleChoice kind={kind} />,
    password: <InitialPassword />,
  };
  return (
    <CommandDrawer
      title={t(`people.${deed}Title`, { name: person.name })}
      words={t(`people.${deed}Words`)}
      command={way.command}
      show={fieldsOf[deed]}
      widgets={widgets}
      hints={{ password: t('people.passwordHint') }}
      submit={t(`people.${deed}`)}
      version={`"${person.version}"`}
      {...(way.inBody ? { fixed: { account: person.id } } : { id: person.id })}
      onClose={onClose}
    />
  );
}
