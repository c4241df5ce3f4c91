export { eachDatabase, type Open } from './eachDatabase.ts';
