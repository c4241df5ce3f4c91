import { defineTexts } from '../../i18n/defineTexts.ts';
import { t, type Text } from '../../i18n/index.ts';

const actions: Readonly<Record<string, Text>> = defineTexts({
  'account.create': { en: 'Account created', zh: '新建客户' },
  'deal.start': { en: 'Deal started', zh: '新建商机' },
  'deal.import': { en: 'Deal imported', zh: '导入商机' },
  'deal.activate': { en: 'Step started by hand', zh: '手动启动环节' },
  'deal.move': { en: 'Deal moved by hand', zh: '手动移动商机' },
  'deal.update': { en: 'Deal changed', zh: '修改商机' },
  'demo.load': { en: 'Demo data loaded', zh: '加载演示数据' },
  'demo.remove': { en: 'Demo data removed', zh: '移除演示数据' },
  'import.run': { en: 'Import run', zh: '执行导入' },
  'incident.retry': { en: 'Incident retried', zh: '重试异常' },
  'incident.cancel': { en: 'Instance ended', zh: '终止实例' },
  'instance.activate': { en: 'Activity started by hand', zh: '手动启动活动' },
  'instance.start': { en: 'Process started', zh: '启动流程' },
  'model.create': { en: 'Model created', zh: '新建流程' },
  'model.deploy': { en: 'Version deployed', zh: '发布版本' },
  'model.edit-draft': { en: 'Draft changed', zh: '修改草稿' },
  'model.save-decisions': { en: 'Decision files changed', zh: '修改决策文件' },
  'model.restore-draft': { en: 'Version taken as draft', zh: '版本恢复为草稿' },
  'person.create': { en: 'Person added', zh: '添加人员' },
  'person.update': { en: 'Person changed', zh: '修改人员' },
  'person.invite': { en: 'Invitation made', zh: '生成邀请' },
  'person.invitation-accepted': { en: 'Invitation accepted', zh: '接受邀请' },
  'person.first-admin-created': { en: 'First administrator created', zh: '创建首位管理员' },
  'person.password-changed': { en: 'Password changed', zh: '修改密码' },
  'person.sign-in': { en: 'Signed in', zh: '登录' },
  'person.sign-out': { en: 'Signed out', zh: '退出登录' },
  'secret.save': { en: 'Secret entered', zh: '录入密钥' },
  'secret.remove': { en: 'Secret removed', zh: '删除密钥' },
  'task.complete': { en: 'Task completed', zh: '完成待办' },
  'task.approve': { en: 'Approval given', zh: '审批通过' },
  'task.claim': { en: 'Task claimed', zh: '认领待办' },
  'task.release': { en: 'Task released', zh: '释放待办' },
  'task.assign': { en: 'Task handed on', zh: '转办待办' },
  'webhook.create': { en: 'Webhook added', zh: '添加 Webhook' },
  'webhook.rotate': { en: 'Webhook secret changed', zh: '更换 Webhook 密钥' },
  'webhook.remove': { en: 'Webhook removed', zh: '删除 Webhook' },
  account: { en: 'Account', zh: '客户' },
  demo: { en: 'Demo data', zh: '演示数据' },
  import: { en: 'Import', zh: '导入' },
  deal: { en: 'Deal', zh: '商机' },
  incident: { en: 'Incident', zh: '异常' },
  instance: { en: 'Process instance', zh: '流程实例' },
  model: { en: 'Model', zh: '流程' },
  person: { en: 'Person', zh: '人员' },
  secret: { en: 'Secret', zh: '密钥' },
  webhook: { en: 'Webhook', zh: 'Webhook' },
  task: { en: 'Task', zh: '待办' },
});

/** An audit action or kind of subject in words; one that is not known yet is shown as it is stored. */
export function actionText(stored: string): string {
  const text = actions[stored];
  return text ? t(text) : stored;
}
