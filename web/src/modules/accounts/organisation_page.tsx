/** One organisation: what it is, its branches, how it came to be so. */
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useText } from '~/base/language';
import { type ListPage, useList, useRecord } from '~/base/list';
import { optionText, useFields } from '~/base/schema';
import { useRight } from '~/base/store';
import { CommandDrawer } from '~/ui/command_drawer';
import { Copyable } from '~/ui/copyable';
import { DataRows } from '~/ui/data_rows';
import { Fields } from '~/ui/fields';
import { Columns, Page, Panel } from '~/ui/page';
import { Empty, Loaded } from '~/ui/state_views';
import { Pill, toneOf } from '~/ui/status_tag';
import { VersionHistory } from '~/ui/version_history';
import { OrganisationChoice } from './choices';
import type { Organisation, OrganisationVersion } from './rows';

type Change = 'rename' | 'close';

export function Component() {
  const { id = '' } = useParams();
  const { t } = useText();
  const path = `/organisations/${encodeURIComponent(id)}`;
  const record = useRecord<Organisation>(path);
  const [change, setChange] = useState<Change | null>(null);
  const organisation = record.data?.data;
  return (
    <Page
      title={organisation?.name ?? t('page.organisations')}
      crumbs={[{ label: t('page.organisations'), to: '/organisations' }]}
      subtitle={organisation && <Kind organisation={organisation} />}
      actions={organisation && <Deeds organisation={organisation} onChange={setChange} />}
    >
      <Loaded query={record}>
        {({ data, etag }) => (
          <>
            <Columns
              main={
                <>
                  <Facts organisation={data} />
                  <Branches organisation={data} />
                </>
              }
              side={<History path={path} />}
            />
            {change && (
              <ChangeDrawer
                change={change}
                organisation={data}
                etag={etag}
                onClose={() => setChange(null)}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Kind({ organisation }: { organisation: Organisation }) {
  const { language } = useText();
  const [kind, standing] = useFields('Organisation', ['kind', 'standing']);
  return (
    <>
      {kind && <Pill>{optionText(kind, organisation.kind, language)}</Pill>}
      {standing && (
        <Pill tone={toneOf(organisation.standing)}>
          {optionText(standing, organisation.standing, language)}
        </Pill>
      )}
      {organisation.region_name && <Pill>{organisation.region_name}</Pill>}
    </>
  );
}

interface DeedsProps {
  organisation: Organisation;
  onChange: (change: Change) => void;
}

function Deeds({ organisation, onChange }: DeedsProps) {
  const { t } = useText();
  const mayRename = useRight('organisations.rename');
  const mayClose = useRight('organisations.close');
  if (organisation.standing === 'closed') return null;
  return (
    <>
      {mayRename && (
        <Button aria-haspopup="dialog" onClick={() => onChange('rename')}>
          {t('organisations.rename')}
        </Button>
      )}
      {mayClose && (
        <Button aria-haspopup="dialog" onClick={() => onChange('close')}>
          {t('organisations.close')}
        </Button>
      )}
    </>
  );
}

function Facts({ organisation }: { organisation: Organisation }) {
  const { t } = useText();
  const { uscc, parent, parent_name } = organisation;
  return (
    <Panel title={t('organisations.facts')}>
      <Fields
        of="Organisation"
        value={organisation}
        show={['name', 'short_name', 'kind', 'uscc', 'parent_name', 'region_name', 'standing']}
        render={{
          ...(uscc ? { uscc: <Copyable text={uscc} /> } : {}),
          ...(parent
            ? { parent_name: <Link to={`/organisations/${parent}`}>{parent_name}</Link> }
            : {}),
        }}
      />
    </Panel>
  );
}

function Branches({ organisation }: { organisation: Organisation }) {
  const { t } = useText();
  const branches = useList<Organisation>('/organisations', { parent: organisation.id });
  return (
    <Panel title={t('organisations.branches')}>
      <Loaded query={branches} lines={3}>
        {(page: ListPage<Organisation>) =>
          page.rows.length === 0 ? (
            <Empty title={t('organisations.noBranches')} />
          ) : (
            <DataRows<Organisation>
              of="Organisation"
              rows={page.rows}
              show={['name', 'region_name', 'standing']}
              caption={t('organisations.branches')}
              open={(row) => `/organisations/${row.id}`}
            />
          )
        }
      </Loaded>
    </Panel>
  );
}

function History({ path }: { path: string }) {
  const { t } = useText();
  const history = useRecord<ListPage<OrganisationVersion>>(`${path}/history`);
  return (
    <Panel title={t('organisations.history')}>
      <Loaded query={history} lines={4}>
        {({ data }) => (
          <VersionHistory<OrganisationVersion>
            of="PartyVersion"
            versions={data.rows}
            show={['name', 'short_name', 'region', 'zone', 'standing', 'successor']}
          />
        )}
      </Loaded>
    </Panel>
  );
}

interface ChangeDrawerProps {
  change: Change;
  organisation: Organisation;
  etag: string | null;
  onClose: () => void;
}

function ChangeDrawer({ change, organisation, etag, onClose }: ChangeDrawerProps) {
  const { t } = useText();
  const shared = { id: organisation.id, version: etag, onClose };
  return change === 'rename' ? (
    <CommandDrawer
      {...shared}
      title={t('organisations.rename')}
      command="organisations.rename"
      show={['name', 'short_name', 'effective']}
      values={{ name: organisation.name, short_name: organisation.short_name }}
    />
  ) : (
    <CommandDrawer
      {...shared}
      title={t('organisations.close')}
      words={t('organisations.closeWords')}
      command="organisations.close"
      show={['effective', 'successor']}
      widgets={{ successor: <OrganisationChoice /> }}
    />
  );
}
