/** Who answers for a version, and how it can be told from any other. */
import { hashText } from '~/base/format';
import { useText } from '~/base/language';
import { Copyable } from '~/ui/copyable';
import { Fields } from '~/ui/fields';
import { Panel } from '~/ui/page';
import type { VersionRow } from './rows';

const always = ['source', 'edition', 'responsible', 'phone', 'prepared_by', 'known_at'];
const ifThere = ['submitted_by', 'checked_by', 'receipt', 'entered_by_name', 'paper_date'] as const;

export function Cover({ version }: { version: VersionRow }) {
  const { t } = useText();
  const there = ifThere.filter((name) => version[name] !== undefined);
  return (
    <Panel title={t('returns.cover')}>
      <Fields
        of="VersionRow"
        value={version}
        show={[...always, ...there, 'digest']}
        render={{
          digest: <Copyable text={version.digest} shown={hashText(version.digest)} />,
          known_at: version.known_at,
        }}
      />
    </Panel>
  );
}
