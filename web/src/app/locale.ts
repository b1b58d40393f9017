/** antd's own words and the calendar's, one language at a time. */
import type { Locale } from 'antd/es/locale';
import dayjs from 'dayjs';
import type { Language } from '~/base/language';

export async function loadLocale(language: Language): Promise<Locale> {
  if (language === 'zh') {
    await import('dayjs/locale/zh-cn');
    dayjs.locale('zh-cn');
    return (await import('antd/es/locale/zh_CN')).default;
  }
  dayjs.locale('en');
  return (await import('antd/es/locale/en_US')).default;
}
