export { activeMentorPairs } from './active-mentor-pairs.ts'
