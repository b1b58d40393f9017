/** Who may see imports follows a fact to the file and row that it came from. */
import { Link } from 'react-router';
import { useText } from '~/base/language';
import { useRight } from '~/base/store';

export function ImportLink({ id, row }: { id: number; row: number | undefined }) {
  const { t } = useText();
  const mayFollow = useRight('imports.read');
  const label = row === undefined ? t('loans.fromFile') : t('loans.fromRow', { row });
  return mayFollow ? <Link to={`/imports/${id}`}>{label}</Link> : label;
}
