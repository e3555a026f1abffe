/** The member's screens of this room, each loaded when somebody goes there. */
export const memberScreens = {
  frame: () => import('./member-frame.tsx'),
  onThisDevice: () => import('./on-this-device-screen.tsx'),
} as const

/** Whether an address is of a member's device. */
export function isOfMember(pathname: string): boolean {
  return pathname === '/notes' || pathname.startsWith('/notes/')
}
