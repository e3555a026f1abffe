import { getKind, kindWords } from '@sathi/domain/catalogue'
import { type Day, type EntryId, type PartialDate, type SubjectId, subjectTypes } from '@sathi/domain/journal'
import { StrictMode, useMemo, useState } from 'react'
import { createRoot } from 'react-dom/client'
import {
  activateLanguage,
  LanguageProvider,
  languages,
  preferredLanguage,
  useSpeech,
} from '../../../language/index.ts'
import { Button, Page } from '../../../ui/index.ts'
import type { EntryDraft, Purpose, SaidEntry } from '../entry-draft.ts'
import { EntryForm } from '../entry-form.tsx'
import { RetractQuestion } from '../retract-question.tsx'
import './form-page.css'
import { inventedPorts, type SaveBehaviour } from './invented-ports.ts'

// Mounts the form of any kind without a server, for journeys and for whoever works on it. No address of the product leads here.
// ?kind=follow_up&for=add|amend|settle|retract&save=saved|slow|refused|broken

const search = new URLSearchParams(location.search)
const kind = getKind(search.get('kind') ?? 'follow_up')
const wanted = search.get('for') ?? 'add'
const behaviour = (search.get('save') ?? 'saved') as SaveBehaviour
const today = '2021-11-24' as Day
const subject = {
  type: kind.subject,
  id: `00000000-0000-7000-9000-00000000000${subjectTypes.indexOf(kind.subject)}` as SubjectId,
}
const ownNames = { en: 'English', bn: 'বাংলা', hi: 'हिन्दी' } as const

function said(number: number, about: Partial<SaidEntry> = {}): SaidEntry {
  return {
    id: `00000000-0000-7000-8000-00000000000${number}` as EntryId,
    version: 1,
    occurredOn: '2021-11-20' as PartialDate,
    open: {
      channel: 'home_visit',
      reached: 'survivor',
      safe: 'yes',
      due_on: '2021-11',
      risk_flags: ['debt', 'owl_seen'],
    },
    sealedFields: { casework: { narrative: 'সেলাইয়ের কাজ পেয়েছেন।' } },
    unreadable: [],
    ...about,
  }
}

const other = said(2, {
  open: { channel: 'phone', reached: 'survivor', safe: 'no', due_on: '2021-11', risk_flags: ['debt'] },
  sealedFields: { casework: { narrative: 'ফোনে বললেন, ভালো নেই।' } },
})

const purposes: Readonly<Record<string, Purpose>> = {
  add: { type: 'add' },
  amend: { type: 'amend', said: said(1) },
  settle: { type: 'settle', heads: [said(1), other] },
  closed: { type: 'amend', said: said(1, { sealedFields: {}, unreadable: ['casework'] }) },
}

function FormPage() {
  const { word } = useSpeech()
  const [saved, setSaved] = useState<readonly EntryDraft[]>([])
  const [isHere, setHere] = useState(true)
  const ports = useMemo(
    () => inventedPorts(behaviour, (entry) => setSaved((before) => [...before, entry])),
    [],
  )
  return (
    <main>
      <nav aria-label="Languages">
        {languages.map((language) => (
          <Button key={language} lang={language} onPress={() => activateLanguage(language)}>
            {ownNames[language]}
          </Button>
        ))}
      </nav>
      <Page title={word(kindWords(kind.name))} narrow>
        {!isHere ? (
          <p>Left</p>
        ) : wanted === 'retract' ? (
          <RetractQuestion
            {...{ kind, subject, today }}
            said={said(1)}
            onSave={ports.onSave}
            onKeep={() => setHere(false)}
          />
        ) : (
          <EntryForm {...{ kind, subject, today, ports }} purpose={purposes[wanted] ?? { type: 'add' }} />
        )}
        <div hidden id="saved">
          {JSON.stringify(saved)}
        </div>
        <Button onPress={() => setHere(!isHere)}>{isHere ? '←' : '→'}</Button>
      </Page>
    </main>
  )
}

const frame = document.getElementById('app')
if (frame === null) throw new Error('the page has no place for the form')
await activateLanguage(preferredLanguage())
createRoot(frame).render(
  <StrictMode>
    <LanguageProvider>
      <FormPage />
    </LanguageProvider>
  </StrictMode>,
)
