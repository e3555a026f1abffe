export { businessesInProfit } from './businesses-in-profit.ts'
export { monthsRecordedTwice, monthsWithoutStart } from './doubtful-business-months.ts'
