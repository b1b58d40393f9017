/** Every organisation that takes part, and registering one more. */
import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useText } from '~/base/language';
import { useRight } from '~/base/store';
import { CommandDrawer } from '~/ui/command_drawer';
import { DataPage } from '~/ui/data_page';
import { OrganisationChoice, RegionChoice } from './choices';
import type { Organisation } from './rows';

export function Component() {
  const { t } = useText();
  const navigate = useNavigate();
  const mayCreate = useRight('organisations.create');
  const [adding, setAdding] = useState(false);
  const add = mayCreate && (
    <Button
      aria-haspopup="dialog"
      type="primary"
      icon={<PlusOutlined />}
      onClick={() => setAdding(true)}
    >
      {t('organisations.add')}
    </Button>
  );
  return (
    <>
      <DataPage<Organisation>
        title={t('page.organisations')}
        subtitle={t('organisations.subtitle')}
        actions={add}
        of="Organisation"
        path="/organisations"
        show={['name', 'kind', 'parent_name', 'region_name', 'uscc', 'standing']}
        filters={['kind']}
        search={{ name: 'q', hint: t('organisations.search') }}
        open={(row) => `/organisations/${row.id}`}
        empty={{ title: t('organisations.none'), words: t('organisations.noneWords'), action: add }}
      />
      {adding && (
        <CommandDrawer
          title={t('organisations.addTitle')}
          command="organisations.create"
          show={['kind', 'name', 'short_name', 'uscc', 'parent', 'region', 'zone', 'effective']}
          widgets={{
            parent: <OrganisationChoice />,
            region: <RegionChoice kind="district" />,
            zone: <RegionChoice kind="zone" />,
          }}
          hints={{ parent: t('organisations.parentHint') }}
          onClose={() => setAdding(false)}
          onDone={(data) => void navigate(`/organisations/${(data as { id: number }).id}`)}
        />
      )}
    </>
  );
}
