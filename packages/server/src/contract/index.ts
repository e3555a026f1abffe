export { contract, documented, judgeByContract } from './contract.ts'
export { notSetUp, notThere, sendRefusal } from './send-refusal.ts'
