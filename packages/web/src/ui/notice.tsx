import type { ReactNode } from 'react'
import { type Standing, StateMark } from './state-mark.tsx'
import './notice.css'

type NoticeProps = {
  readonly standing: Standing
  readonly title: string
  readonly children?: ReactNode
  /** What the person can do about it. */
  readonly actions?: ReactNode
  /** Spoken when it appears: `status` politely, `alert` at once. */
  readonly spoken?: 'status' | 'alert'
}

/** Something the person should know: what happened, what is safe, what to do next. */
export function Notice({ standing, title, children, actions, spoken }: NoticeProps) {
  return (
    <div className={`callout ${standing}`} role={spoken}>
      <StateMark standing={standing} />
      <div className="callout-words">
        <p className="callout-title">{title}</p>
        {children}
        {actions !== undefined && <div className="actions screen-only">{actions}</div>}
      </div>
    </div>
  )
}
