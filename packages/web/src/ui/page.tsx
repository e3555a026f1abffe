import type { ReactNode } from 'react'

/** Where the keyboard goes after a change of screen: the title of the new one. */
export const titleId = 'title'

type PageProps = {
  readonly title: string
  /** The way back, above the title. */
  readonly back?: ReactNode
  /** One or two lines under the title. */
  readonly lead?: ReactNode
  readonly narrow?: boolean
  readonly children: ReactNode
}

export function Page({ title, back, lead, narrow = false, children }: PageProps) {
  return (
    <div className={narrow ? 'page narrow' : 'page'}>
      <header className="page-head">
        {back !== undefined && <nav className="screen-only">{back}</nav>}
        <h1 id={titleId} tabIndex={-1}>
          {title}
        </h1>
        {lead !== undefined && <div className="lead">{lead}</div>}
      </header>
      {children}
    </div>
  )
}

export function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {children}
    </section>
  )
}
