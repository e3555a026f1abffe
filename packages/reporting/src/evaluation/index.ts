export { satisfiedSurvivors } from './satisfied-survivors.ts'
export { studyInterviews } from './study-interviews.ts'
