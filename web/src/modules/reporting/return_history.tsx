/** The versions of a return, newest first, each with what it changed against the one before. */
import { Link } from 'react-router';
import { dateText, instantText } from '~/base/format';
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import { CellValue, useUnitText } from '~/ui/cell_value';
import { Panel } from '~/ui/page';
import { Pill, toneOf } from '~/ui/status_tag';
import { History, type Step } from '~/ui/version_history';
import { type CellChange, type ReturnPage, returnPath, type VersionRow } from './rows';

interface ReturnHistoryProps {
  page: ReturnPage;
  versions: readonly VersionRow[];
}

export function ReturnHistory({ page, versions }: ReturnHistoryProps) {
  const { t, language } = useText();
  const unit = useUnitText();
  const [stage, edition] = useFields('VersionRow', ['stage', 'edition']);
  if (versions.length === 0) return null;

  const changeOf = ({ cell, before, after }: CellChange) => {
    const known = page.cells?.find((one) => one.cell === cell);
    const of = known?.unit ?? '';
    return {
      label: known
        ? t('list.withUnit', { label: known[`title_${language}`], unit: unit(of) })
        : cell,
      before: <CellValue unit={of} value={before} />,
      after: <CellValue unit={of} value={after} />,
    };
  };
  const stepOf = (version: VersionRow): Step => ({
    key: String(version.number),
    day: version.received,
    action: (
      <>
        <Link to={`${returnPath(page.id)}?number=${version.number}`}>
          {t('returns.number', { number: version.number })}
        </Link>{' '}
        {stage && (
          <Pill tone={toneOf(version.stage)}>{optionText(stage, version.stage, language)}</Pill>
        )}{' '}
        {edition && <Pill>{optionText(edition, version.edition, language)}</Pill>}
      </>
    ),
    changes: version.changes.map(changeOf),
    foot: (
      <>
        {version.received &&
          t('returns.receivedAt', { at: instantText(version.received, language) })}
        {version.due && ` · ${t('returns.dueOn', { due: dateText(version.due, language) })}`}
        {version.remark && <p>{t('returns.remarkAt', { remark: version.remark })}</p>}
      </>
    ),
  });
  return (
    <Panel title={t('returns.history')}>
      <History steps={versions.map(stepOf)} />
    </Panel>
  );
}
