import type { zh } from '../zh';

export const journal: typeof zh.journal = {
  subtitle: 'Every change is a record that holds the hash of the one before; all can be verified. ',
  verify: 'Verify the chain',
  verifying: 'Verifying',
  ok: 'The chain is whole',
  okWords: '{{records}} records verified from the first to the last; nothing was changed.',
  broken: 'The chain is broken',
  brokenWords: '{{found}} findings. Keep everything as it is and call the administrator.',
  unanchored:
    'Signed anchors outside the database reach to record {{anchored}}; a tail cut after it would go unseen.',
  head: 'Head',
  export: 'Export the record',
  exportWords: 'An export is verified offline by: zhirong-verify FILE.',
  machine: 'The system',
  none: 'No records yet',
  original: 'The record itself',
  originalWords:
    'The hash of the record is the SHA-256 of this text; personal words stand in it as commitments only.',
  also: 'Related records',
  sameAction: 'Records of the same action',
  samePerson: 'Records of the same maker',
  sameChecker: 'Records of the same checker',
  sameOrganisation: 'Records of the same organisation',
};

export const journalAction: typeof zh.journalAction = {
  init: 'Begin the city',
  access: { digest: 'Take in the access log' },
  journal: { export: 'Export the record' },
  keys: { rotate: 'Rotate the signing key' },
  downloads: { record: 'Download or export' },
  day: { close: 'Close the business day' },
  duties: { settle: 'Settle due dates' },
  returns: { open: 'Issue the returns' },
  roles: { publish: 'Publish the roles' },
};
