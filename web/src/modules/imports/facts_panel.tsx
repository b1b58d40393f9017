/** What is said of the file as a whole, and where what can still be said is said. */
import { EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { address } from '~/base/api';
import { integerText } from '~/base/format';
import { useText } from '~/base/language';
import { useRight } from '~/base/store';
import { CommandDrawer } from '~/ui/command_drawer';
import { Fields } from '~/ui/fields';
import { Panel } from '~/ui/page';
import { BasisChoice, noBasis, sentBasis } from './basis_choice';
import { type Import, isOpen, useKind } from './rows';

export function FactsPanel({ of }: { of: Import }) {
  const { t, language } = useText();
  const mayChange = useRight('imports.map') && isOpen(of);
  const mayDownload = useRight('files.download');
  const [changing, setChanging] = useState(false);
  const kind = useKind(of.kind);
  const bases = kind?.bases ?? [];
  const basis = bases.find((one) => one.code === of.basis)?.[language] ?? t('imports.noBasis');
  const totals = (of.total_rows ?? [])
    .map((row) => t('imports.rowNumber', { row: integerText(row) }))
    .join(t('format.comma'));
  const file = (id: number, label: string) =>
    mayDownload ? (
      <a href={address(`/files/${id}`)} download>
        {label}
      </a>
    ) : (
      label
    );
  return (
    <Panel
      title={t('imports.facts')}
      note={
        mayChange &&
        kind?.data_date && (
          <Button
            size="small"
            icon={<EditOutlined />}
            aria-haspopup="dialog"
            onClick={() => setChanging(true)}
          >
            {t('imports.change')}
          </Button>
        )
      }
    >
      <Fields
        of="Import"
        value={of}
        show={[
          'file_name',
          ...(kind?.data_date ? ['data_date'] : []),
          ...(bases.length > 0 ? ['basis'] : []),
          ...(of.unit ? ['unit'] : []),
          'entered_on',
          ...(of.on_behalf ? ['entered_by_name', 'arrived_on', 'scan', 'confirmed'] : []),
          ...(of.state === 'partly' ? ['accepted', 'created', 'changed'] : []),
          ...(isOpen(of) ? ['tidied', 'corrected'] : []),
          ...(isOpen(of) && of.total_rows?.length ? ['total_rows'] : []),
        ]}
        render={{
          file_name: file(of.file, of.file_name),
          basis,
          ...(of.total_rows ? { total_rows: totals } : {}),
          ...(of.scan ? { scan: file(of.scan, t('imports.scan')) } : {}),
          ...(of.confirmed
            ? { confirmed: t('history.record', { sequence: integerText(of.confirmed) }) }
            : {}),
        }}
      />
      {changing && kind && (
        <CommandDrawer
          title={t('imports.change')}
          command="imports.map"
          show={['data_date', ...(bases.length > 0 ? ['basis'] : [])]}
          values={{ data_date: of.data_date, basis: of.basis ?? noBasis }}
          hints={{ basis: t('imports.basisHint') }}
          shape={sentBasis}
          widgets={{ basis: <BasisChoice kind={kind} stated={of.basis !== undefined} /> }}
          id={of.id}
          onClose={() => setChanging(false)}
        />
      )}
    </Panel>
  );
}
