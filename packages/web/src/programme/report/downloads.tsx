import type { Period } from '@sathi/reporting/figures'
import { useState } from 'react'
import { type Document, documentAddress, lineListAddress } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Button, Notice, Section } from '../../ui/index.ts'
import { fetchDocument } from '../files/fetch-document.ts'

type Making = { state: 'idle' } | { state: 'making'; document: Document } | { state: 'failed' }

/** The report on paper and as a sheet, in the language that is read now, and the whole line list. */
export function Downloads({ period }: { period: Period }) {
  const { say, language } = useSpeech()
  const [making, setMaking] = useState<Making>({ state: 'idle' })
  const make = async (document: Document) => {
    setMaking({ state: 'making', document })
    const name = `sathi-${period.from}-${period.to}-${language}.${document.slice('report.'.length)}`
    const arrived = await fetchDocument(documentAddress(document, period, language), name)
    setMaking({ state: arrived ? 'idle' : 'failed' })
  }
  const busy = making.state === 'making'
  return (
    <div className="screen-only">
      <Section title={say('downloads.title')}>
        <p className="soft prose">{say('downloads.words')}</p>
        <div className="actions">
          <Button isDisabled={busy} onPress={() => make('report.pdf')}>
            {say('downloads.pdf')}
          </Button>
          <Button isDisabled={busy} onPress={() => make('report.xlsx')}>
            {say('downloads.xlsx')}
          </Button>
          <a className="button" href={lineListAddress} download="sathi-line-list.xlsx">
            {say('downloads.lineList')}
          </a>
        </div>
        <p role="status">{busy ? say('downloads.making') : ''}</p>
        {making.state === 'failed' && (
          <Notice standing="notice" title={say('downloads.failed')} spoken="alert">
            <p>{say('downloads.failedNext')}</p>
          </Notice>
        )}
      </Section>
    </div>
  )
}
