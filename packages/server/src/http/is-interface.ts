/** Whether a route belongs to the interface. Judged by the route, since one address can be written in many ways. */
export function isInterface(route: string | undefined): boolean {
  return route?.startsWith('/api/') ?? false
}
