export { coursesThatEndTooEarly, participantsOfUnknownCourses } from './doubtful-courses.ts'
export { knowledgeGain } from './knowledge-gain.ts'
export { officersTrained, type Trained } from './officers-trained.ts'
export { peopleTrained } from './people-trained.ts'
