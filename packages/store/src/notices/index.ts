export { noNotices, type Notices } from './Notices.ts';
export { openNotices, type NoticesOptions } from './openNotices.ts';
