/**
 * Hides everything in the moment in which the app goes to the background, before the phone takes its picture of it for the list
 * of apps. Not by a screen that is drawn anew: there may be no time to draw. Answers how to stop.
 */
export function coverInBackground(): () => void {
  const cover = () => {
    document.documentElement.dataset.covered = ''
  }
  const look = () => {
    if (document.hidden) cover()
    else delete document.documentElement.dataset.covered
  }
  look()
  document.addEventListener('visibilitychange', look)
  addEventListener('pagehide', cover)
  addEventListener('pageshow', look)
  return () => {
    document.removeEventListener('visibilitychange', look)
    removeEventListener('pagehide', cover)
    removeEventListener('pageshow', look)
    delete document.documentElement.dataset.covered
  }
}
