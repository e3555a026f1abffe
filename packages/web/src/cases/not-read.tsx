import { useSpeech } from '../language/index.ts'
import { Button, Notice, Page } from '../ui/index.ts'

/** The device could not read what it holds. */
export function NotRead({ retry }: { retry: () => void }) {
  const { say } = useSpeech()
  return (
    <Page title={say('answer.none')} narrow>
      <Notice
        standing="notice"
        title={say('noServer.words')}
        spoken="alert"
        actions={
          <Button weight="strong" onPress={retry}>
            {say('retry')}
          </Button>
        }
      />
    </Page>
  )
}
