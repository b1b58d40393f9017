export const state = {
  loading: '正在加载',
  nothingFound: '没有符合条件的记录',
  retry: '重试',
  request: '请求编号',
  noAnswer: '没有连上服务器',
  noAnswerWords: '请检查网络后重试，已保存的内容不受影响。',
  failed: '未能完成',
  failedWords:
    '系统暂时无法完成此操作，已保存的内容不受影响。请稍后重试；若仍失败，请把请求编号告诉管理员。',
  gone: '没有找到',
  goneWords: '记录不存在，或者不在您的可见范围内。',
  noPermission: '没有权限',
  noPermissionWords: '您的角色不包含此项，请联系本机构管理员。',
};

export const copy = { do: '复制 {{text}}', done: '已复制' };

export const list = {
  search: '搜索',
  more: '更多筛选',
  clear: '清除筛选',
  deeds: '操作',
  table: '{{caption}}列表',
  withUnit: '{{label}}（{{unit}}）',
  total_one: '共 {{shown}} 条',
  total_other: '共 {{shown}} 条',
  page: '第 {{page}} 页',
  back: '上一页',
  forward: '下一页',
};

export const form = {
  submit: '提交',
  again: '再次提交',
  cancel: '取消',
  choose: '请选择',
  unit: '金额单位',
  required: '请填写{{label}}',
  tooLong: '不超过 {{max}} 个字',
  not_a_number: '请填写数字，例如 1200.5',
  too_fine: '小数位数过多',
  too_large: '数值过大',
  tooSmall: '小于允许的最小值',
  tooBig: '大于允许的最大值',
  fourEyes: '另有人持有复核权时，经其复核后生效。',
  unknownOutcome: '尚不确定是否已办理。再次提交不会重复办理。',
  done: '已办理',
  awaiting: '已提交，等待第二人复核',
  leave: '放弃已填写的内容？',
  leaveWords: '尚未提交，离开后需要重新填写。',
  leaveYes: '放弃',
  leaveNo: '继续填写',
};

export const confirm = {
  password: '您的登录密码',
  passwordMissing: '请输入密码',
  typeAmount: '请输入金额以确认',
};

export const file = {
  drop: '把文件拖到这里，或点击选择',
  sending: '正在上传',
  other: '点击可换一个文件',
  otherKind: '不能用“{{name}}”，请选择：{{hint}}',
};

export const history = {
  made: '登记',
  changed: '变更',
  withdrawn: '已撤回',
  record: '记录 {{sequence}}',
  received: '{{at}} 接收',
  becomes: '改为',
};

export const board = { nothing: '无' };
