export const app = {
  name: '知融',
  platform: '知识产权质押融资平台',
  cityPlatform: '{{city}}知识产权质押融资平台',
  demo: '演示',
  demoWords: '演示城市：所有机构与数据均为虚构',
  otherLanguage: 'English',
};

export const unit = { yuan: '元', wan: '万元', yi: '亿元' };

export const cellUnit = {
  fen: '万元',
  ppm: '%',
  loan: '笔',
  household: '户',
  claim: '笔',
  project: '项',
  right: '件',
  case: '件',
};

export const format = {
  missing: '暂无数据',
  comma: '、',
  yes: '是',
  no: '否',
  quarter: '{{year}} 年第 {{quarter}} 季度',
};

export const shell = {
  skip: '跳到主要内容',
  menu: '主菜单',
  openMenu: '打开菜单',
  close: '关闭',
  crumbs: '所在位置',
  search: '搜索页面',
  searchHint: '输入页面名称',
  searchNothing: '没有找到，换个词试试',
  searchKeys: '上下键选择，回车打开，Esc 关闭',
  todo_one: '待办 {{count}} 项',
  todo_other: '待办 {{count}} 项',
  businessDate: '业务日期 {{date}}',
  account: '账号菜单',
  signOut: '退出',
  offline: '网络已断开，恢复后自动刷新；已填内容不会丢失',
  notFound: '没有这个页面',
  notFoundWords: '地址可能有误，或者您没有权限看到它。',
  home: '回到首页',
  broken: '页面出错了',
  brokenWords: '已保存的内容不受影响，请刷新页面。',
  reload: '刷新',
  noPages: '您的账号还没有可用的功能',
  noPagesWords: '请联系本机构管理员授权。',
};

export const group = { work: '工作', business: '业务', governance: '治理' };

export const page = {
  todo: '待办与复核',
  duties: '期限与督办',
  returns: '季度统计报送',
  return: '季度专项统计表',
  city: '全市汇总',
  organisations: '机构',
  imports: '数据导入',
  newImport: '导入文件',
  loans: '贷款台账',
  people: '人员',
  rules: '参考数据',
  journal: '办理记录',
  sessions: '我的会话',
  password: '修改密码',
};
