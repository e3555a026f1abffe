import type { SealedFile, SealedName, SealedPhone } from '../form/sealed-value.ts'
import { AttachedFile } from './attached-file.tsx'
import { SafePhone } from './safe-phone.tsx'
import { type TimelineMessageId, useTimelineSpeech } from './timeline-speech.ts'

/** What a sealed field says: her words as they were written, names with what they are, phones by their rules, files on demand. */
export function SealedWords({ value }: { value: unknown }) {
  const { tell } = useTimelineSpeech()
  if (typeof value === 'string') return <p className="sealed-text">{value}</p>
  if (isFile(value)) return <AttachedFile file={value} />
  if (!Array.isArray(value)) return null
  return (
    <ul className="plain-list stack">
      {value.map((one: SealedName | SealedPhone) =>
        'number' in one ? (
          <li key={one.number}>
            <SafePhone phone={one} />
          </li>
        ) : (
          <li key={`${one.kind} ${one.text}`}>
            {one.text} <span className="small soft">({tell(`name.${one.kind}` as TimelineMessageId)})</span>
          </li>
        ),
      )}
    </ul>
  )
}

function isFile(value: unknown): value is SealedFile {
  return typeof (value as SealedFile | null)?.blob === 'string'
}
