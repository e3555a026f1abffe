import { useId, useMemo, useState } from 'react'
import type { LineListFault } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Button } from '../../ui/index.ts'
import { save } from '../files/fetch-document.ts'
import { acceptedWords } from './accepted-words.ts'
import { faultsAsCsv } from './faults-as-csv.ts'
import { FileFilter } from './file-filter.tsx'
import { foundWords } from './found-words.ts'
import './import.css'

type FaultTableProps = { readonly faults: readonly LineListFault[]; readonly faultCount: number }

/** Long tables make a phone slow; the file to download has every fault. */
const shownAtOnce = 100

/** Every fault with its place, what stands there and what would be accepted; by file, to copy or to keep as CSV. */
export function FaultTable({ faults, faultCount }: FaultTableProps) {
  const speech = useSpeech()
  const { say, formats } = speech
  const [file, setFile] = useState('')
  const [shown, setShown] = useState(shownAtOnce)
  const [copied, setCopied] = useState(false)
  const caption = useId()
  const numbered = useMemo(() => faults.map((fault, number) => ({ ...fault, number })), [faults])
  const chosen = numbered.filter((fault) => file === '' || fault.file === file)
  const csv = () => faultsAsCsv(speech, chosen)
  const copy = () => navigator.clipboard.writeText(csv()).then(() => setCopied(true))
  const keep = () =>
    save(new Blob([`\ufeff${csv()}`], { type: 'text/csv;charset=utf-8' }), 'sathi-faults.csv')
  return (
    <section className="stack" aria-labelledby={caption}>
      <h2 id={caption}>{say('faults.title')}</h2>
      {faults.length < faultCount && (
        <p>{say('faults.first', { shown: formats.count(faults.length), all: formats.count(faultCount) })}</p>
      )}
      <div className="actions fault-tools screen-only">
        <FileFilter faults={faults} file={file} onChange={setFile} />
        <Button onPress={copy}>{say('faults.copy')}</Button>
        <Button onPress={keep}>{say('faults.keep')}</Button>
        <span role="status">{copied ? say('faults.copied') : ''}</span>
      </div>
      <table className="figures cards faults" aria-labelledby={caption}>
        <thead>
          <tr>
            <th scope="col">{say('faults.file')}</th>
            <th scope="col">{say('faults.line')}</th>
            <th scope="col">{say('faults.column')}</th>
            <th scope="col">{say('faults.what')}</th>
            <th scope="col">{say('faults.found')}</th>
            <th scope="col">{say('faults.accepted')}</th>
          </tr>
        </thead>
        <tbody>
          {chosen.slice(0, shown).map((fault) => (
            <FaultRow key={fault.number} fault={fault} />
          ))}
        </tbody>
      </table>
      {shown < chosen.length && (
        <div>
          <Button onPress={() => setShown(shown + shownAtOnce)}>
            {say('faults.more', { count: Math.min(shownAtOnce, chosen.length - shown) })}
          </Button>
        </div>
      )}
    </section>
  )
}

function FaultRow({ fault }: { fault: LineListFault }) {
  const speech = useSpeech()
  const { say, formats } = speech
  const accepted = acceptedWords(speech, fault.accepted)
  return (
    <tr>
      <td data-label={say('faults.file')}>{fault.file}</td>
      <td data-label={say('faults.line')}>{fault.line === null ? '–' : formats.decimal(fault.line, 0)}</td>
      <td data-label={say('faults.column')}>{fault.column ?? '–'}</td>
      <td data-label={say('faults.what')}>{say(`fault.${fault.code}`)}</td>
      <td data-label={say('faults.found')}>
        <span className="found">{foundWords(speech, fault)}</span>
      </td>
      <td data-label={say('faults.accepted')} lang={accepted === undefined ? 'en' : undefined}>
        {accepted ?? fault.accepted}
      </td>
    </tr>
  )
}
