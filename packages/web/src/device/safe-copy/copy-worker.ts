import { serveTasks } from '../vault/task-desk.ts'
import { copyTasks } from './copy-files.ts'

serveTasks(copyTasks)
