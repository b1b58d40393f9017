/** The files that came in: what became of each, and the way to the next one. */
import { PlusOutlined } from '@ant-design/icons';
import { useText } from '~/base/language';
import { useRight } from '~/base/store';
import { DataPage } from '~/ui/data_page';
import { LinkButton } from '~/ui/link_button';
import { Pill } from '~/ui/status_tag';
import { type ImportRow, pathOf, useKinds } from './rows';

export function Component() {
  const { t, language } = useText();
  const mayCreate = useRight('imports.create');
  const kinds = useKinds();
  const kindName = (code: string) => kinds.find((kind) => kind.code === code)?.[language] ?? code;
  const add = mayCreate && (
    <LinkButton to="/imports/new" type="primary" icon={<PlusOutlined />}>
      {t('imports.add')}
    </LinkButton>
  );
  return (
    <DataPage<ImportRow>
      title={t('page.imports')}
      subtitle={t('imports.subtitle')}
      actions={add}
      of="ImportRow"
      path="/imports"
      show={[
        'file_name',
        { name: 'kind', render: (row) => kindName(row.kind) },
        { name: 'organisation_name', render: (row) => <Owner row={row} /> },
        'data_date',
        'state',
        'accepted',
        'created',
        'changed',
        'entered_on',
      ]}
      filters={kinds.length > 1 ? ['state', 'kind'] : ['state']}
      choices={{ kind: kinds.map(({ code, zh, en }) => ({ name: code, zh, en })) }}
      open={(row) => pathOf(row.id)}
      empty={{ title: t('imports.none'), words: t('imports.noneWords'), action: add }}
    />
  );
}

function Owner({ row }: { row: ImportRow }) {
  const { t } = useText();
  return (
    <>
      {row.organisation_name}{' '}
      {row.on_behalf && (
        <Pill tone={row.confirmed || row.scan ? 'neutral' : 'warn'}>{t('imports.onBehalf')}</Pill>
      )}
    </>
  );
}
