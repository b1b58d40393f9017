/** Files that one organisation enters for another. */
import type { Struct } from './types';

type Entered = Pick<Struct<'ImportRow'>, 'on_behalf' | 'confirmed' | 'scan' | 'state'>;

/** Neither confirmed by its bank nor proved by a stamped scan, so that nothing is signed on it. */
export const isUnsigned = ({ on_behalf, confirmed, scan, state }: Entered) =>
  on_behalf && !confirmed && !scan && state !== 'discarded' && state !== 'undone';
