import { findKind, kindWords } from '@sathi/domain/catalogue'
import type { AnyKind, Compartment, EntryId, SubjectId } from '@sathi/domain/journal'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useCallback, useMemo } from 'react'
import type { CompartmentAnswer, JournalEntry, OpenDevice } from '../../device/index.ts'
import { Page } from '../../ui/index.ts'
import type { Purpose, SaidEntry } from '../form/entry-draft.ts'
import { EntryForm } from '../form/entry-form.tsx'
import { RetractQuestion } from '../form/retract-question.tsx'
import { writeDraft } from '../form/write-draft.ts'
import { useOpenedDevice } from '../opened/opened-device.tsx'
import { useRead } from '../opened/use-read.ts'
import { timelineFacts } from './case-timeline.ts'
import { devicePorts } from './device-ports.ts'
import { nameOfDraft } from './name-of-draft.ts'
import { ReadingStates } from './reading-states.tsx'
import { saidEntry } from './said-entry.ts'
import { type TimelineSpeech, useTimelineSpeech } from './timeline-speech.ts'

export type WritePurpose = 'amend' | 'retract' | 'settle' | 'mend'
export const writePurposes: readonly WritePurpose[] = ['amend', 'retract', 'settle', 'mend']

type AddProps = {
  readonly kind: AnyKind
  readonly subject: SubjectId
  /** The code of a case that the entry opens. */
  readonly subjectCode?: string
  readonly back?: ReactNode
  readonly lead?: ReactNode
  readonly onSaved?: () => void
}

/** The form of a kind, to add an entry to a case. */
export function AddEntry({ kind, subject, subjectCode, back, lead, onSaved }: AddProps) {
  const speech = useTimelineSpeech()
  const { device, today } = useOpenedDevice()
  const draftName = nameOfDraft(subject, kind.name)
  const ports = useMemo(
    () =>
      devicePorts(speech, {
        device,
        kind,
        subject,
        draftName,
        ...(subjectCode !== undefined && { saving: { subjectCode } }),
        ...(onSaved !== undefined && { onSaved }),
      }),
    [speech, device, kind, subject, subjectCode, draftName, onSaved],
  )
  return (
    <Framed {...{ kind, subject, back, lead }}>
      <EntryForm
        {...{ kind, today, ports }}
        subject={{ type: kind.subject, id: subject }}
        purpose={{ type: 'add' }}
        after={<After subject={subject} another={!kind.opens} />}
      />
    </Framed>
  )
}

type WriteProps = {
  readonly subject: SubjectId
  readonly entry: EntryId
  readonly purpose: WritePurpose
}

type Found =
  | { readonly state: 'not-there' }
  | {
      readonly state: 'there'
      readonly shown: JournalEntry
      readonly others: readonly JournalEntry[]
      readonly opened: ReadonlyMap<Compartment, CompartmentAnswer>
    }

/** Amends an entry, takes it back, settles amendments made apart, or mends one that the office has not taken. */
export function WriteEntry({ subject, entry, purpose }: WriteProps) {
  const { tell } = useTimelineSpeech()
  const { openCompartment } = useOpenedDevice()
  const read = useCallback(
    (device: OpenDevice) => findSaid(device, subject, entry, openCompartment),
    [subject, entry, openCompartment],
  )
  // Opened once, when the screen is gone to: what somebody is correcting does not change while she does.
  const reading = useRead(read, 'once')
  return (
    <ReadingStates reading={reading}>
      {(found) =>
        found.state === 'not-there' ? (
          <Page title={tell('write.notThere')} narrow>
            <BackToFile subject={subject} />
          </Page>
        ) : (
          <Written {...{ subject, purpose }} {...found} />
        )
      }
    </ReadingStates>
  )
}

type WrittenProps = Omit<Extract<Found, { state: 'there' }>, 'state'> & Omit<WriteProps, 'entry'>

function Written({ subject, purpose, shown, others, opened }: WrittenProps) {
  const speech = useTimelineSpeech()
  const { language, tell } = speech
  const { device, today } = useOpenedDevice()
  const { entry } = shown
  const kind = findKind(entry.kind)
  const heads = useMemo(() => {
    const saidOf = (one: JournalEntry) => saidEntry(one.entry, opened, byWords(speech, one))
    return [saidOf(shown), ...others.map(saidOf)] as const
  }, [speech, shown, others, opened])
  const [said] = heads
  const ports = useMemo(() => {
    if (kind === undefined) return undefined
    const { amends, settles } = entry
    return devicePorts(speech, {
      device,
      kind,
      subject,
      draftName: `${purpose} ${entry.id}`,
      ...(purpose === 'mend' && {
        begin: writeDraft(kind, said, language),
        saving: {
          insteadOf: entry.id,
          ...(kind.opens && shown.subjectCode !== undefined && { subjectCode: shown.subjectCode }),
        },
        keeps: { ...(amends !== undefined && { amends }), ...(settles !== undefined && { settles }) },
      }),
    })
  }, [speech, device, kind, subject, purpose, entry, said, language, shown])
  if (kind === undefined || ports === undefined) return null
  const ref = { type: kind.subject, id: subject }
  const after = <After subject={subject} />
  return (
    <Framed kind={kind} subject={subject}>
      {purpose === 'retract' ? (
        <RetractQuestion
          {...{ kind, said, today, after }}
          subject={ref}
          onSave={ports.onSave}
          onKeep={() => history.back()}
        />
      ) : (
        <>
          {purpose === 'mend' && <p className="lead">{tell('write.mendWords')}</p>}
          <EntryForm {...{ kind, today, ports, after }} subject={ref} purpose={purposeOf(purpose, heads)} />
        </>
      )}
    </Framed>
  )
}

function purposeOf(purpose: WritePurpose, heads: readonly [SaidEntry, ...SaidEntry[]]): Purpose {
  const [said, other, ...others] = heads
  if (purpose === 'mend') return { type: 'add' }
  if (purpose === 'settle' && other !== undefined) return { type: 'settle', heads: [said, other, ...others] }
  return { type: 'amend', said }
}

async function findSaid(
  device: OpenDevice,
  subject: SubjectId,
  id: EntryId,
  open: (subject: SubjectId, compartment: Compartment) => Promise<CompartmentAnswer>,
): Promise<Found> {
  const facts = timelineFacts(await device.readSubject(subject))
  const fact = facts.find(({ shown, heads }) => [shown, ...heads].some(({ entry }) => entry.id === id))
  if (fact === undefined) return { state: 'not-there' }
  const wanted = new Set(
    fact.heads.flatMap(({ entry }) => Object.keys(entry.sealed ?? {}) as readonly Compartment[]),
  )
  const opened = new Map<Compartment, CompartmentAnswer>()
  for (const compartment of wanted) opened.set(compartment, await open(subject, compartment))
  return {
    state: 'there',
    shown: fact.shown,
    others: fact.heads.filter((head) => head !== fact.shown),
    opened,
  }
}

function byWords({ tell, formats }: TimelineSpeech, { entry: { author, recordedAt } }: JournalEntry): string {
  const at = formats.instant(recordedAt)
  return author === null ? tell('recorded', { at }) : tell('by', { author, at })
}

type FramedProps = Pick<AddProps, 'kind' | 'subject' | 'back' | 'lead'> & { readonly children: ReactNode }

function Framed({ kind, subject, back, lead, children }: FramedProps) {
  const { word } = useTimelineSpeech()
  return (
    <Page
      title={word(kindWords(kind.name))}
      narrow
      back={back ?? <BackToFile subject={subject} />}
      lead={lead}
    >
      {children}
    </Page>
  )
}

function After({ subject, another = false }: { subject: SubjectId; another?: boolean }) {
  const { tell } = useTimelineSpeech()
  return (
    <>
      <Link to="/notes/$subjectId" params={{ subjectId: subject }} className="button strong">
        {tell('write.back')}
      </Link>
      {another && (
        <Link to="/notes/$subjectId/add" params={{ subjectId: subject }} className="button">
          {tell('write.new')}
        </Link>
      )}
    </>
  )
}

function BackToFile({ subject }: { subject: SubjectId }) {
  const { tell } = useTimelineSpeech()
  return (
    <Link to="/notes/$subjectId" params={{ subjectId: subject }} className="big-link">
      {tell('write.back')}
    </Link>
  )
}
