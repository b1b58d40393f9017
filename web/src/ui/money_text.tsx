/** An amount; what two decimals of its unit leave out can be read by pointing at it. */
import { useText } from '~/base/language';
import { type Fen, type MoneyUnit, moneyText, showsEveryFen } from '~/base/money';
import { Missing } from './missing';
import styles from './money_text.module.css';

interface MoneyTextProps {
  fen: Fen | null | undefined;
  unit?: MoneyUnit;
  /** Tables name the unit once in the header instead. */
  bare?: boolean;
}

export function MoneyText({ fen, unit = 'wan', bare }: MoneyTextProps) {
  const { t } = useText();
  if (fen === null || fen === undefined) return <Missing />;
  const exact = showsEveryFen(fen, unit)
    ? undefined
    : `${moneyText(fen, 'yuan')} ${t('unit.yuan')}`;
  return (
    <span className={styles.money} title={exact}>
      {moneyText(fen, unit)}
      {!bare && <span className={styles.unit}> {t(`unit.${unit}`)}</span>}
    </span>
  );
}
