/** An action is called what its command is called; what the program does by itself is not in the API. */
import { useText, useWordFor } from '~/base/language';
import { commandInfo, commandOptions, labelOf, type Option, useDocument } from '~/base/schema';

const ownActions = [
  'init',
  'access.digest',
  'day.close',
  'downloads.record',
  'duties.settle',
  'journal.export',
  'keys.rotate',
  'returns.open',
  'roles.publish',
];

export function useActionName(): (name: string) => string {
  const { language } = useText();
  const own = useWordFor();
  const { data } = useDocument();
  return (name) => {
    const info = data && commandInfo(data, name);
    return info ? labelOf({ label: info.title }, language) : own('journalAction', name);
  };
}

/** Every action that a record may be of. */
export function useActions(): Option[] {
  const own = useWordFor();
  const { data } = useDocument();
  const commands = data ? commandOptions(data) : [];
  const others = ownActions.map((name) => {
    const words = own('journalAction', name);
    return { name, zh: words, en: words };
  });
  return [...commands, ...others];
}
