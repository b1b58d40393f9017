/** What the reader may do with a frozen version, as the server offers it. */
import { Button } from 'antd';
import { useState } from 'react';
import { useText } from '~/base/language';
import { CommandDrawer } from '~/ui/command_drawer';
import { FileDrop } from '~/ui/file_drop';
import { CellRemarks } from './cell_remarks';
import { coverOf, type Desk } from './return_desk';
import styles from './returns.module.css';
import type { ReturnPage } from './rows';

type Dialog = 'outside' | 'accept' | 'sendBack';

interface ReturnDeedsProps {
  page: ReturnPage;
  desk: Desk;
  may: (verb: string) => boolean;
}

export function ReturnDeeds({ page, desk, may }: ReturnDeedsProps) {
  const { t } = useText();
  const [open, setOpen] = useState<Dialog | null>(null);
  const { frozen } = page;
  if (!frozen) return null;
  const { number, digest } = frozen;
  const dialogs: { dialog: Dialog; verb: string }[] = [
    { dialog: 'outside', verb: 'record-outside' },
    { dialog: 'sendBack', verb: 'send-back' },
    { dialog: 'accept', verb: 'accept' },
  ];
  const offered = dialogs.filter(({ verb }) => may(verb));
  return (
    <div className={styles.offered}>
      {may('fill') && (
        <Button
          loading={desk.busy}
          onClick={() => void desk.fill(coverOf({ ...frozen, scan: undefined }))}
        >
          {t(page.state === 'prepared' ? 'returns.goOn' : 'returns.correct')}
        </Button>
      )}
      {offered.map(({ dialog }) => (
        <Button key={dialog} aria-haspopup="dialog" onClick={() => setOpen(dialog)}>
          {t(`returns.${dialog}`)}
        </Button>
      ))}
      {may('submit') && (
        <Button
          type="primary"
          loading={desk.busy}
          onClick={() => void desk.submit({ number, digest })}
        >
          {t('returns.submit', { number })}
        </Button>
      )}
      {open && <DeedDrawer dialog={open} page={page} onClose={() => setOpen(null)} />}
    </div>
  );
}

function DeedDrawer({
  dialog,
  page,
  onClose,
}: {
  dialog: Dialog;
  page: ReturnPage;
  onClose: () => void;
}) {
  const { t } = useText();
  const { number = 0, digest = '' } = page.frozen ?? {};
  const shared = { id: page.id, title: t(`returns.${dialog}`), onClose };
  switch (dialog) {
    case 'outside':
      return (
        <CommandDrawer
          {...shared}
          command="returns.record-outside"
          words={t('returns.outsideWords')}
          show={['channel', 'received', 'receipt', 'scan']}
          without={{ channel: ['here'] }}
          fixed={{ number, digest }}
          labels={{ scan: t('returns.outsideScan') }}
          widgets={{
            scan: <FileDrop accept=".pdf,.jpg,.jpeg,.png" hint={t('imports.scanFormats')} />,
          }}
        />
      );
    case 'accept':
      return (
        <CommandDrawer
          {...shared}
          command="returns.accept"
          show={['remark']}
          submit={t('returns.accept')}
          fixed={{ number }}
        />
      );
    case 'sendBack':
      return (
        <CommandDrawer
          {...shared}
          command="returns.send-back"
          words={t('returns.sendBackWords')}
          show={['remark', 'remarks', 'due']}
          labels={{ remark: t('returns.overallRemark') }}
          submit={t('returns.sendBack')}
          fixed={{ number }}
          widgets={{ remarks: <CellRemarks cells={page.cells ?? []} /> }}
        />
      );
  }
}
