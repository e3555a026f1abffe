import './waiting.css'

/** A quiet outline while an answer is under way, with words for those who cannot see it. */
export function Waiting({ words }: { words: string }) {
  return (
    <div className="waiting" role="status">
      <p className="soft">{words}</p>
      <div className="waiting-lines" aria-hidden="true">
        <span />
        <span />
        <span />
        <span />
      </div>
    </div>
  )
}
