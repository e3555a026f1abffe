import type { Period } from '@sathi/reporting/figures'
import { useState } from 'react'
import { type Answer, type Document, documentAddress, RefusalNotice } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Button, Notice, Section } from '../../ui/index.ts'
import { fetchDocument } from '../files/fetch-document.ts'

type Making = Answer<undefined> | { readonly state: 'idle' | 'making' }

/** The report on paper and as a sheet, in the language that is read now, and the whole line list. */
export function Downloads({ period }: { period: Period }) {
  const { say, language } = useSpeech()
  const [making, setMaking] = useState<Making>({ state: 'idle' })
  const busy = making.state === 'making'
  const make = async (document: Document) => {
    setMaking({ state: 'making' })
    setMaking(await fetchDocument(documentAddress(document, period, language)))
  }
  return (
    <div className="screen-only">
      <Section title={say('downloads.title')}>
        <p className="soft prose">{say('downloads.words')}</p>
        <div className="actions">
          <Button isDisabled={busy} onPress={() => make('/api/report.pdf')}>
            {say('downloads.pdf')}
          </Button>
          <Button isDisabled={busy} onPress={() => make('/api/report.xlsx')}>
            {say('downloads.xlsx')}
          </Button>
          <Button isDisabled={busy} onPress={() => make('/api/line-list.xlsx')}>
            {say('downloads.lineList')}
          </Button>
        </div>
        <p role="status">{busy ? say('downloads.making') : ''}</p>
        {making.state === 'refused' && <RefusalNotice refusal={making.refusal} />}
        {making.state === 'unreachable' && (
          <Notice standing="notice" title={say('downloads.failed')} spoken="alert">
            <p>{say('downloads.failedNext')}</p>
          </Notice>
        )}
      </Section>
    </div>
  )
}
