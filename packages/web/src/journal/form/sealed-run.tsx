import { compartmentWords } from '@sathi/domain/catalogue'
import type { Compartment } from '@sathi/domain/journal'
import type { ReactNode } from 'react'
import { localeOf } from '../../language/index.ts'
import { useEntryForm } from './form-context.ts'
import { useFormSpeech } from './form-speech.ts'

type SealedRunProps = { readonly compartment: Compartment; readonly children: ReactNode }

/** Sealed questions of one compartment, under a lock and the names of those who will be able to read the answers. */
export function SealedRun({ compartment, children }: SealedRunProps) {
  const { tell, word } = useFormSpeech()
  const { purpose } = useEntryForm()
  const said = purpose.type === 'add' ? [] : purpose.type === 'amend' ? [purpose.said] : purpose.heads
  const isClosed = said.some(({ unreadable }) => unreadable.includes(compartment))
  return (
    <div className="sealed-run">
      <p className="sealed-mark">
        <Lock />
        <span>
          <strong>
            {tell('sealed.mark')}: {word(compartmentWords(compartment))}
          </strong>
          <br />
          <Readers compartment={compartment} />
        </span>
      </p>
      {isClosed ? <p className="form-help">{tell('unreadable')}</p> : children}
    </div>
  )
}

function Readers({ compartment }: { compartment: Compartment }) {
  const { tell, language } = useFormSpeech()
  const { ports } = useEntryForm()
  const readers = ports.readersOf(compartment)
  if (readers.length === 0) return tell('sealed.nobody')
  const list = new Intl.ListFormat(localeOf(language), { type: 'conjunction' })
  return tell('sealed.readers', { readers: list.format(readers) })
}

function Lock() {
  return (
    <svg className="lock" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true">
      <path d="M7 10V7a5 5 0 0 1 10 0v3" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M4.5 10h15v11h-15z" fill="currentColor" />
    </svg>
  )
}
