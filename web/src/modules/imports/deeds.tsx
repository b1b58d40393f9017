/** What may be done with a file as a whole. */
import { DownloadOutlined, UploadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ComponentProps, useState } from 'react';
import { address } from '~/base/api';
import { useText } from '~/base/language';
import { isUnsigned } from '~/base/on_behalf';
import { useSession } from '~/base/store';
import { CommandDrawer } from '~/ui/command_drawer';
import { FileDrop } from '~/ui/file_drop';
import { LinkButton } from '~/ui/link_button';
import { type Import, isOpen, pathOf } from './rows';

type Deed = 'discard' | 'undo' | 'confirm' | 'attachScan';

const commands: Record<Deed, string> = {
  discard: 'imports.discard',
  undo: 'imports.undo',
  confirm: 'imports.confirm',
  attachScan: 'imports.attach-scan',
};

/** Deeds that the state allows; what the organisation may is the right's and the server's. */
function possible(of: Import, own: boolean): Deed[] {
  const deeds: Deed[] = [];
  const stored = of.state === 'partly' || of.state === 'applied';
  if (of.state === 'staged') deeds.push('discard');
  if (stored) deeds.push('undo');
  if (stored && isUnsigned(of)) deeds.push(own ? 'confirm' : 'attachScan');
  return deeds;
}

interface DeedsProps {
  of: Import;
  etag: string | null;
  /** Something about it waits for a second person already. */
  held: boolean;
}

export function Deeds({ of, etag, held }: DeedsProps) {
  const { t } = useText();
  const { rights, organisation } = useSession();
  const [chosen, setChosen] = useState<Deed | null>(null);
  const deeds = possible(of, organisation.kind === 'bank').filter(
    (deed) => rights.includes(commands[deed]) && !(held && deed === 'undo'),
  );
  return (
    <>
      {isOpen(of) && (
        <Button
          icon={<DownloadOutlined />}
          href={address(`${pathOf(of.id)}/annotated`)}
          download
          title={t('imports.annotatedWords')}
        >
          {t('imports.annotated')}
        </Button>
      )}
      {of.state === 'staged' && rights.includes('imports.create') && (
        <LinkButton to={`/imports/new?replaces=${of.id}`} icon={<UploadOutlined />}>
          {t('imports.replace')}
        </LinkButton>
      )}
      {deeds.map((deed) => (
        <Button key={deed} aria-haspopup="dialog" onClick={() => setChosen(deed)}>
          {t(`imports.${deed}`)}
        </Button>
      ))}
      {chosen && <DeedDrawer of={of} etag={etag} deed={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

interface DeedDrawerProps {
  of: Import;
  etag: string | null;
  deed: Deed;
  onClose: () => void;
}

function DeedDrawer({ of, etag, deed, onClose }: DeedDrawerProps) {
  const { t } = useText();
  const scan: Partial<ComponentProps<typeof CommandDrawer>> =
    deed === 'attachScan'
      ? {
          insist: ['digest'],
          labels: { digest: t('imports.scan') },
          widgets: {
            digest: <FileDrop accept=".pdf,.jpg,.jpeg,.png" hint={t('imports.scanFormats')} />,
          },
        }
      : {};
  return (
    <CommandDrawer
      title={t(`imports.${deed}`)}
      words={t(`imports.${deed}Words`)}
      command={commands[deed]}
      show={deed === 'attachScan' ? ['digest'] : []}
      {...scan}
      id={of.id}
      version={etag}
      submit={t(`imports.${deed}`)}
      onClose={onClose}
    />
  );
}
