import { useId } from 'react'
import './progress.css'

type ProgressProps = {
  readonly label: string
  /** What has been done so far, in words. */
  readonly words: string
  /** 0 to 1; undefined while nobody can tell. */
  readonly done: number | undefined
}

/** How far long work has come. The browser's own element speaks to screen readers. */
export function Progress({ label, words, done }: ProgressProps) {
  const id = useId()
  return (
    <div className="progress">
      <label htmlFor={id}>{label}</label>
      <progress id={id} max={1} {...(done === undefined ? {} : { value: done })} />
      <p className="small soft number">{words}</p>
    </div>
  )
}
