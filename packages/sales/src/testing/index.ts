export { openSales, type TestSales } from './openSales.ts';
export { SALE_MODEL } from './saleModel.ts';
