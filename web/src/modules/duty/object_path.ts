/** The page where the checker sees what a waiting command is about, where there is one. */
import type { Waiting } from './rows';

/** Commands about a record that has a page of its own, by the noun of their name. */
const withPage = new Set(['returns', 'imports', 'organisations']);

export function objectPath({ id, command, body }: Waiting): string | null {
  const noun = command.split('.')[0] ?? '';
  if (command === 'rules.publish') return `/rules/drafts/${id}`;
  const subject = (body as { id?: number } | null)?.id;
  return subject !== undefined && withPage.has(noun) ? `/${noun}/${subject}` : null;
}

/** Where its maker begins it again: a draft with the same content, or the record it was about. */
export function againPath(row: Waiting): string | null {
  return row.command === 'rules.publish' ? `/rules/again/${row.id}` : objectPath(row);
}
