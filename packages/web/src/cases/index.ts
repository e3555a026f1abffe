export { newCaseCode } from './case-code.ts'

/** The screens of this room, each loaded when somebody goes there. */
export const caseScreens = {
  caseload: () => import('./caseload-screen.tsx'),
  file: () => import('./case-file-screen.tsx'),
  newFile: () => import('./new-file-screen.tsx'),
} as const
