import type { zh } from '../zh';

export const todo: typeof zh.todo = {
  subtitle: 'What you are to approve',
  waiting: 'Waiting for approval',
  waitingNone: 'Nothing waits for your approval',
  duties: 'What I have to do',
  dutiesNone: 'Nothing is due',
  allDuties: 'All deadlines',
  look: 'Look at it',
  by: '{{name}}, {{at}}',
  mine: 'Yours, waiting for somebody else',
  personal: 'Personal; the record holds a commitment to it only',
  approve: 'Approve',
  approveTitle: 'Approve: {{title}}',
  approveNote: 'Your password is your signature. The rules are judged again now.',
  approved: 'Approved and in effect',
  return: 'Return',
  returnTitle: 'Return: {{title}}',
};

export const duty: typeof zh.duty = {
  subtitle: 'Who owes what by which day; a reminder 90, 30, 7 and 1 days before',
  none: 'There are no deadlines',
  noneWords: 'They arise from rules and close by themselves once done.',
  dueOn: 'due {{due}}',
  provisional: 'Provisional',
  urgedOn: 'Urged {{day}}',
  do: 'Go',
  today: 'Due today',
  left_one: '{{count}} day left',
  left_other: '{{count}} days left',
  over_one: '{{count}} day overdue',
  over_other: '{{count}} days overdue',
  daysBefore_one: '{{count}} day before',
  daysBefore_other: '{{count}} days before',
  deedOn: '{{deed}}: {{duty}}, {{name}}',
  urge: 'Urge',
  urgeWords: 'They see it in their list; once a day, and all of it is on record.',
  assign: 'Assign',
  assignWords:
    'To one person of your organisation. With nobody chosen it goes back to all who may do it.',
  history: 'History',
};
