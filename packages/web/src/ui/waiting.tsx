import './waiting.css'

/** A screen while its answer is under way: a quiet outline, with words for those who cannot see it. */
export function Waiting({ words }: { words: string }) {
  return (
    <div className="waiting" role="status">
      <h1 className="soft">{words}</h1>
      <div className="waiting-lines" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
    </div>
  )
}
