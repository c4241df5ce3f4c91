import { defineTexts } from '../i18n/defineTexts.ts';

export const changeTexts = defineTexts({
  change: { en: '{field}: {before} → {after}', zh: '{field}：{before} → {after}' },
  set: { en: '{field}: {after}', zh: '{field}：{after}' },
  between: { en: ', ', zh: '、' },
  empty: { en: 'empty', zh: '空' },
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
});

/** Names of fields, by the key under which timeline and audit trail keep them. */
export const fieldTexts = defineTexts({
  name: { en: 'Name', zh: '名称' },
  accountId: { en: 'Account', zh: '客户' },
  account: { en: 'Account', zh: '客户' },
  productId: { en: 'Product', zh: '产品' },
  product: { en: 'Product', zh: '产品' },
  ownerId: { en: 'Owner', zh: '负责人' },
  owner: { en: 'Owner', zh: '负责人' },
  value: { en: 'Value', zh: '金额' },
  currency: { en: 'Currency', zh: '币种' },
  closeValue: { en: 'Closing value', zh: '成交金额' },
  expectedCloseOn: { en: 'Expected close', zh: '预计成交' },
  nextStep: { en: 'Next step', zh: '下一步' },
  lossReason: { en: 'Loss reason', zh: '输单原因' },
  reason: { en: 'Reason', zh: '原因' },
  file: { en: 'File', zh: '文件' },
  line: { en: 'Line', zh: '行号' },
  agent: { en: 'Sales agent', zh: '销售人员' },
  stage: { en: 'Stage', zh: '阶段' },
  opportunityId: { en: 'Number in the file', zh: '原编号' },
  engageDate: { en: 'Engaged on', zh: '接洽日期' },
  closeDate: { en: 'Closed on', zh: '关闭日期' },
  nodeId: { en: 'Step', zh: '环节' },
  assigneeId: { en: 'Assignee', zh: '处理人' },
  candidates: { en: 'Candidates', zh: '候选人' },
  address: { en: 'IP address', zh: 'IP 地址' },
  email: { en: 'E-mail', zh: '邮箱' },
  roles: { en: 'Roles', zh: '角色' },
  groups: { en: 'Groups', zh: '用户组' },
  managerId: { en: 'Reports to', zh: '上级' },
  teamName: { en: 'Team', zh: '团队' },
  active: { en: 'Active', zh: '启用' },
  version: { en: 'Version', zh: '版本' },
  restoredVersion: { en: 'Restored version', zh: '恢复的版本' },
  note: { en: 'Note', zh: '说明' },
  revision: { en: 'Draft revision', zh: '草稿修订号' },
  processId: { en: 'Process ID', zh: '流程标识' },
  deploymentId: { en: 'Version ID', zh: '版本标识' },
  incidentId: { en: 'Incident ID', zh: '异常标识' },
  from: { en: 'Made from', zh: '来源' },
  files: { en: 'Files', zh: '文件' },
  mapping: { en: 'Mapping', zh: '映射' },
  people: { en: 'People', zh: '人员' },
  deals: { en: 'Deals', zh: '商机' },
});

export const roleTexts = defineTexts({
  rep: { en: 'Sales rep', zh: '销售' },
  manager: { en: 'Manager', zh: '经理' },
  admin: { en: 'Administrator', zh: '管理员' },
});

/** What a process was made from. */
export const sourceTexts = defineTexts({
  blank: { en: 'Blank sheet', zh: '空白流程' },
  template: { en: 'Template', zh: '模板' },
  file: { en: 'File', zh: '文件' },
});
