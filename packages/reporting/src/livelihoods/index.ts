export { businessesInProfit } from './businesses-in-profit.ts'
