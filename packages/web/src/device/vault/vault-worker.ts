import { serveTasks } from './task-desk.ts'
import { vaultTasks } from './vault-tasks.ts'

serveTasks(vaultTasks)
