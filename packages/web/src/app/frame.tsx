import { Outlet, useLocation } from '@tanstack/react-router'
import { isOfMember } from './member/member-screens.ts'
import { Shell } from './shell.tsx'

/** A member's device has a frame of its own; everything else stands in the shell. */
export function Frame() {
  const { pathname } = useLocation()
  return isOfMember(pathname) ? <Outlet /> : <Shell />
}
