/**
 * The first password of an account: typed, or drawn here and read off the screen by the
 * administrator, who hands it over in person. Its owner must replace it at the first sign-in.
 */
import { Button, Input, Space } from 'antd';
import { useText } from '~/base/language';

/** Without letters and digits that are mistaken for each other when copied by hand. */
const letters = 'abcdefghijkmnpqrstuvwxyz23456789';
const groups = 4;
const groupLength = 4;

/** 80 random bits in four groups: 32 letters divide a byte evenly, so none is favoured. */
export function drawPassword(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(groups * groupLength));
  const drawn = Array.from(bytes, (byte) => letters[byte % letters.length]).join('');
  return (drawn.match(/.{4}/g) ?? []).join('-');
}

interface InitialPasswordProps {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

export function InitialPassword({ value, onChange, ...rest }: InitialPasswordProps) {
  const { t } = useText();
  return (
    <Space.Compact block>
      <Input
        {...rest}
        value={value ?? ''}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onChange?.(event.target.value)}
      />
      <Button onClick={() => onChange?.(drawPassword())}>{t('people.draw')}</Button>
    </Space.Compact>
  );
}
