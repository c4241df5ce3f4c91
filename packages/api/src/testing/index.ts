export { fakeContext, fakeSession, silentLog } from './fakeContext.ts';
export { fakeServices } from './fakeServices.ts';
export { createTestPlatform, type TestPlatform } from './testPlatform.ts';
