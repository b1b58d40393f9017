/** Under a list: how many there are, which page this is, and the way to the next. */
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { integerText } from '~/base/format';
import { useText } from '~/base/language';
import type { ListPage, ListPlace } from '~/base/list';
import styles from './pager.module.css';

export function Pager({ list, place }: { list: ListPage<unknown>; place: ListPlace }) {
  const { t } = useText();
  const { next, total } = list;
  const { cursor, page } = place;
  if (total === undefined && !next && !cursor) return null;
  const words = [
    total !== undefined && t('list.total', { count: total, shown: integerText(total) }),
    (next || cursor) && page !== null && t('list.page', { page }),
  ];
  return (
    <div className={styles.pager}>
      <p role="status">{words.filter(Boolean).join(' \u00b7 ')}</p>
      {(next || cursor) && (
        <div className={styles.turn}>
          <Button icon={<LeftOutlined />} disabled={!cursor} onClick={place.back}>
            {t('list.back')}
          </Button>
          <Button disabled={!next} onClick={() => next && place.forward(next)}>
            {t('list.forward')} <RightOutlined />
          </Button>
        </div>
      )}
    </div>
  );
}
