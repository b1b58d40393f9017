/**
 * How a covered subject came to be what it is: its versions, newest first, each with the day it
 * holds from, the record that wrote it and what it changed. Differences are computed here from the
 * versions themselves, so that a page only names the fields.
 */
import { Link } from 'react-router';
import { dateText, instantText } from '~/base/format';
import { useText } from '~/base/language';
import { type FieldInfo, labelOf, useFields } from '~/base/schema';
import type { Id } from '~/base/store';
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
    <ol className={styles.history}>
      {steps.reverse().map(({ version, changed, before }) => (
        <li key={`${version.sequence} ${version.effective}`} className={styles.version}>
          <time dateTime={version.effective} className={styles.at}>
            {dateText(version.effective, language)}
          </time>
          <div>
            <p className={styles.action}>
              {t(before ? 'history.changed' : 'history.made')}{' '}
              {version.withdrawn && <Pill tone="bad">{t('history.withdrawn')}</Pill>}
            </p>
            {changed.length > 0 && (
              <dl className={styles.changes}>
                {changed.map((field) => (
                  <Change key={field.name} field={field} before={before} after={version} />
                ))}
              </dl>
            )}
            <p className={styles.record}>
              {record ? (
                <Link to={record(version.sequence)}>
                  {t('history.record', { sequence: version.sequence })}
                </Link>
              ) : (
                t('history.record', { sequence: version.sequence })
              )}
              {version.received &&
                ` \u00b7 ${t('history.received', { at: instantText(version.received, language) })}`}
            </p>
          </div>
        </li>
      ))}
    </ol>
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

interface ChangeProps {
  field: FieldInfo;
  before: Version | undefined;
  after: Version;
}

function Change({ field, before, after }: ChangeProps) {
  const { t, language } = useText();
  return (
    <div>
      <dt>{labelOf(field, language)}</dt>
      <dd>
        {before && (
          <>
            <del>
              <Value field={field} value={heldBy(field, before)} />
            </del>
            <span aria-hidden="true"> → </span>
            <span className="unseen">{t('history.becomes')}</span>
          </>
        )}
        <Value field={field} value={heldBy(field, after)} />
      </dd>
    </div>
  );
}
