import type { ReactNode } from 'react'
import { Button, Notice, Page, Waiting } from '../../ui/index.ts'
import type { Reading } from '../opened/use-read.ts'
import { useTimelineSpeech } from './timeline-speech.ts'

type ReadingStatesProps<Value> = {
  readonly reading: Reading<Value>
  readonly children: (value: Value) => ReactNode
}

/** A screen while the device reads, when it could not, and when it has. */
export function ReadingStates<Value>({ reading, children }: ReadingStatesProps<Value>) {
  const { tell } = useTimelineSpeech()
  switch (reading.state) {
    case 'reading':
      return <Waiting words={tell('reading')} />
    case 'there':
      return children(reading.value)
    case 'failed':
      return (
        <Page title={tell('failed')} narrow>
          <Notice
            standing="notice"
            title={tell('failed')}
            spoken="alert"
            actions={
              <Button weight="strong" onPress={reading.retry}>
                {tell('retry')}
              </Button>
            }
          >
            <p>{tell('failedWords')}</p>
          </Notice>
        </Page>
      )
  }
}
