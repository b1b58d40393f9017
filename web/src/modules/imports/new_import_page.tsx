/**
 * A file is handed in: which kind, the file itself, on what legal basis, and for whom where the
 * bureau enters it. Everything else the server reads from the file and asks only if it must.
 */
import { DownloadOutlined } from '@ant-design/icons';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { address } from '~/base/api';
import { useText } from '~/base/language';
import { useRecord } from '~/base/list';
import type { Struct } from '~/base/types';
import { CommandForm } from '~/ui/command_form';
import { FileDrop } from '~/ui/file_drop';
import { Columns, Page, Panel } from '~/ui/page';
import { RecordChoice } from '~/ui/record_choice';
import { Empty } from '~/ui/state_views';
import { BasisChoice, sentBasis } from './basis_choice';
import { KindFields } from './kind_fields';
import { type Import, type ImportKind, pathOf, useKinds } from './rows';

export function Component() {
  const { t, language } = useText();
  const kinds = useKinds();
  const [words] = useSearchParams();
  const replaces = words.get('replaces');
  const replaced = useRecord<Import>(pathOf(replaces ?? ''), { enabled: replaces !== null });
  const [chosen, setChosen] = useState<string | null>(null);
  const before = replaced.data?.data;
  const kind = kinds.find((one) => one.code === (before?.kind ?? chosen)) ?? kinds[0];
  return (
    <Page
      title={t(before ? 'imports.replaceTitle' : 'page.newImport')}
      subtitle={before ? t('imports.replaceWords', { name: before.file_name }) : undefined}
      crumbs={[{ label: t('page.imports'), to: '/imports' }]}
    >
      {kind && (replaces === null || before) ? (
        <Columns
          main={
            <Panel>
              {kinds.length > 1 && !before && (
                <Radio.Group
                  aria-label={t('imports.kind')}
                  optionType="button"
                  style={{ marginBottom: 16 }}
                  value={kind.code}
                  onChange={(event) => setChosen(String(event.target.value))}
                  options={kinds.map((one) => ({ value: one.code, label: one[language] }))}
                />
              )}
              <Form key={kind.code} kind={kind} before={before} />
            </Panel>
          }
          side={
            <Panel
              title={t('imports.columnsOf', { kind: kind[language] })}
              note={
                <Button
                  size="small"
                  icon={<DownloadOutlined />}
                  href={address('/imports/template', { kind: kind.code })}
                  download
                >
                  {t('imports.template')}
                </Button>
              }
            >
              <KindFields kind={kind} />
            </Panel>
          }
        />
      ) : (
        <Empty title={t('imports.noKind')} />
      )}
    </Page>
  );
}

/** What was said of the file before; the mended one is read the same way. */
function termsOf(before: Import): Record<string, unknown> {
  const chosen = (before.columns ?? []).filter((column) => column.ground === 'chosen');
  return {
    replaces: before.id,
    organisation: before.organisation,
    arrived_on: before.arrived_on,
    data_date: before.data_date,
    basis: before.basis,
    ...(chosen.length > 0
      ? {
          header_row: before.header_row,
          columns: chosen.map(({ column, field, unit }) => ({ column, field, unit })),
        }
      : {}),
  };
}

function Form({ kind, before }: { kind: ImportKind; before: Import | undefined }) {
  const { t } = useText();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const forOthers = kind.on_behalf && !before;
  const asksBasis = (kind.bases ?? []).length > 0 && !before;
  return (
    <CommandForm
      command="imports.create"
      show={[
        ...(forOthers ? ['organisation', 'arrived_on'] : []),
        'digest',
        ...(asksBasis ? ['basis'] : []),
        ...(forOthers ? ['scan'] : []),
      ]}
      insist={['organisation', 'arrived_on', 'basis']}
      labels={{ digest: t('imports.file'), scan: t('imports.scan') }}
      hints={{
        organisation: t('imports.onBehalfHint'),
        basis: t('imports.basisHint'),
        scan: t('imports.scanHint'),
      }}
      fixed={{ kind: kind.code, ...(before ? termsOf(before) : {}) }}
      shape={sentBasis}
      widgets={{
        organisation: (
          <RecordChoice<Struct<'Organisation'>>
            path="/organisations"
            query={{ kind: 'bank' }}
            option={(row) => ({ value: row.id, label: row.name })}
          />
        ),
        digest: <FileDrop accept=".csv,.xlsx" hint={t('imports.fileHint')} />,
        basis: <BasisChoice kind={kind} />,
        scan: <FileDrop accept=".pdf,.jpg,.jpeg,.png" hint={t('imports.scanFormats')} />,
      }}
      submit={t('imports.read')}
      onDone={({ data }) => {
        const made = data as Struct<'CreatedImport'>;
        if (made.earlier) void message.warning(t('imports.earlier', { id: made.earlier }), 8);
        void navigate(pathOf(made.id));
      }}
    />
  );
}
