/** How sure the house is of a set: what nobody has confirmed is marked. */
import { useText } from '~/base/language';
import { optionText, useFields } from '~/base/schema';
import { Pill, type Tone } from '~/ui/status_tag';
import type { RuleSet } from './rows';

const tones: Record<RuleSet['confidence'], Tone> = {
  confirmed: 'ok',
  source: 'neutral',
  knowledge: 'neutral',
  weak: 'warn',
  ours: 'active',
};

export function Confidence({ of }: { of: RuleSet['confidence'] }) {
  const { language } = useText();
  const [field] = useFields('RuleSet', ['confidence']);
  return <Pill tone={tones[of]}>{field ? optionText(field, of, language) : of}</Pill>;
}
