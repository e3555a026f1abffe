/** Drawn for the eye only: the words beside it say the same. */
export function Lock() {
  return (
    <svg className="lock" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true">
      <path d="M7 10V7a5 5 0 0 1 10 0v3" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M4.5 10h15v11h-15z" fill="currentColor" />
    </svg>
  )
}
