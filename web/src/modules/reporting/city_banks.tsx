/** Each bank's part in the sum, a column a bank; the header leads to its return. */
import { Link } from 'react-router';
import { useText } from '~/base/language';
import { CellValue, useUnitText } from '~/ui/cell_value';
import { CellTable } from './cell_table';
import styles from './returns.module.css';
import { type CityCell, type CityFigures, holdsFigure, returnPath } from './rows';

type Line = CityCell & Record<string, unknown>;
const column = (organisation: number) => `bank_${organisation}`;

export function CityBanks({ figures }: { figures: CityFigures }) {
  const { t, language } = useText();
  const unit = useUnitText();
  const banks = (figures.returns ?? []).map((one) => ({
    ...one,
    cells: one.cells as Record<string, number | string>,
  }));
  const lines = (figures.cells ?? []).map(
    (cell): Line => ({
      ...cell,
      ...Object.fromEntries(
        banks.map((bank) => [column(bank.organisation), bank.cells[cell.cell]]),
      ),
    }),
  );
  return (
    <CellTable<Line>
      of="CityCell"
      rows={lines}
      caption={t('city.banks')}
      isUsed={holdsFigure}
      show={[
        {
          name: `title_${language}`,
          label: t('returns.cell'),
          render: (line) => <span className={styles.name}>{line[`title_${language}`]}</span>,
        },
        { name: 'unit', render: (line) => unit(line.unit) },
        {
          name: 'value',
          numeric: true,
          render: (line) => (
            <CellValue unit={line.unit} value={line.value} missing={t('city.givenByNone')} />
          ),
        },
        ...banks.map((bank) => ({
          name: column(bank.organisation),
          label: bank.name,
          title: (
            <Link to={returnPath(bank.id)} className={styles.bank ?? ''}>
              {bank.name} <span>{t('returns.number', { number: bank.number })}</span>
            </Link>
          ),
          numeric: true,
          render: (line: Line) => (
            <CellValue unit={line.unit} value={line[column(bank.organisation)]} />
          ),
        })),
      ]}
    />
  );
}
