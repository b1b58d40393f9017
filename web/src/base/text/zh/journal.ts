export const journal = {
  subtitle: '每一次变更都是一条记录，前后相接；从第一条起可逐条核验。',
  verify: '核验记录链',
  verifying: '正在核验',
  ok: '记录链完整',
  okWords: '共核验 {{records}} 条，链首尾相接，未发现改动。',
  broken: '记录链有误',
  brokenWords: '发现 {{found}} 处不符。请保留现场并联系管理员。',
  unanchored: '库外签名锚点到记录 {{anchored}}；其后若被截断，锚点不能发现。',
  head: '链尾',
  export: '导出记录',
  exportWords: '导出的文件可离线独立核验：zhirong-verify 文件名。',
  machine: '系统',
  none: '还没有记录',
};

export const journalAction = {
  init: '建立平台',
  downloads: { record: '下载或导出' },
  day: { close: '结束业务日' },
  duties: { settle: '核定期限' },
  returns: { open: '下发统计表' },
  roles: { publish: '发布角色表' },
};
