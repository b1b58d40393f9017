/**
 * How a covered subject came to be what it is: its versions, newest first, each with the day it
 * holds from, the record that wrote it and what it changed. Differences are computed here from the
 * versions themselves, so that a page only names the fields.
 */
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { dateText, instantText } from '~/base/format';
import { useText } from '~/base/language';
import { type FieldInfo, labelOf, useFields } from '~/base/schema';
import type { Id } from '~/base/store';
import { Missing } from './missing';
import { Pill } from './status_tag';
import { Value } from './value';
import styles from './version_history.module.css';

export interface Version {
  effective: string;
  /** Of the record in the chain. */
  sequence: Id;
  /** When the house learnt it, where that is worth showing beside the day it holds from. */
  received?: string;
  withdrawn?: boolean;
}

interface VersionHistoryProps<V extends Version> {
  of: string;
  /** In any order. */
  versions: readonly V[];
  show: readonly string[];
  /** Where a record can be looked at, for those who may. */
  record?: ((sequence: Id) => string) | undefined;
}

export function VersionHistory<V extends Version>(props: VersionHistoryProps<V>) {
  const { of, versions, show, record } = props;
  const { t, language } = useText();
  const fields = useFields(of, show);
  const inTime = [...versions].sort(earlier);
  const steps = inTime.map((version, index) => ({
    version,
    changed: fields.filter((field) => differs(field, inTime[index - 1], version)),
    before: inTime[index - 1],
  }));
  return (
    <History
      steps={steps.reverse().map(({ version, changed, before }) => ({
        key: `${version.sequence} ${version.effective}`,
        day: version.effective,
        action: (
          <>
            {t(before ? 'history.changed' : 'history.made')}{' '}
            {version.withdrawn && <Pill tone="bad">{t('history.withdrawn')}</Pill>}
          </>
        ),
        changes: changed.map((field) => ({
          label: labelOf(field, language),
          before: before && <Value field={field} value={heldBy(field, before)} />,
          after: <Value field={field} value={heldBy(field, version)} />,
        })),
        foot: (
          <>
            {record ? (
              <Link to={record(version.sequence)}>
                {t('history.record', { sequence: version.sequence })}
              </Link>
            ) : (
              t('history.record', { sequence: version.sequence })
            )}
            {version.received &&
              ` \u00b7 ${t('history.received', { at: instantText(version.received, language) })}`}
          </>
        ),
      }))}
    />
  );
}

/** By the day a version holds from, and of one day by the record that wrote it. */
function earlier(one: Version, other: Version): number {
  if (one.effective !== other.effective) return one.effective < other.effective ? -1 : 1;
  return Number(one.sequence) - Number(other.sequence);
}

const heldBy = (field: FieldInfo, version: Version | undefined): unknown =>
  (version as Record<string, unknown> | undefined)?.[field.name];

function differs(field: FieldInfo, before: Version | undefined, after: Version): boolean {
  const [was, is] = [heldBy(field, before), heldBy(field, after)];
  return JSON.stringify(was ?? null) !== JSON.stringify(is ?? null);
}

export interface Step {
  key: string;
  /** On which it happened; absent while nothing has come of it. */
  day?: string | undefined;
  action: ReactNode;
  changes?: { label: string; before?: ReactNode; after: ReactNode }[];
  foot?: ReactNode;
}

/** Steps in the order given, each with its day, what happened and what it changed. */
export function History({ steps }: { steps: Step[] }) {
  const { language } = useText();
  return (
    <ol className={styles.history}>
      {steps.map(({ key, day, action, changes = [], foot }) => (
        <li key={key} className={styles.version}>
          {day ? (
            <time dateTime={day} className={styles.at}>
              {dateText(day, language)}
            </time>
          ) : (
            <span className={styles.at}>
              <Missing />
            </span>
          )}
          <div>
            <p className={styles.action}>{action}</p>
            {changes.length > 0 && (
              <dl className={styles.changes}>
                {changes.map((change) => (
                  <Change key={change.label} {...change} />
                ))}
              </dl>
            )}
            {foot && <div className={styles.record}>{foot}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function Change({ label, before, after }: NonNullable<Step['changes']>[number]) {
  const { t } = useText();
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {before !== undefined && (
          <>
            <del>{before}</del>
            <span aria-hidden="true"> → </span>
            <span className="unseen">{t('history.becomes')}</span>
          </>
        )}
        {after}
      </dd>
    </div>
  );
}
