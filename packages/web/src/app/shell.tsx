import { getRouteApi, Link, Outlet, useRouter, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { Answered } from '../api/index.ts'
import { useSpeech } from '../language/index.ts'
import { titleId } from '../ui/index.ts'
import { LanguageSwitch, NativeReaderNote } from './language-switch.tsx'
import './shell.css'

const root = getRouteApi('__root__')

/** What stands around every screen: the name, the ways to go, the languages, and whose records these are. */
export function Shell() {
  const { say } = useSpeech()
  const answer = root.useLoaderData()
  const organisation =
    answer.state === 'answered' && answer.value.state === 'ready' ? answer.value : undefined
  const listensOn = answer.state === 'answered' ? answer.value.listensOn : undefined
  // Somebody who chose a period keeps it on her way back to the whole report.
  const { from, to } = useSearch({ strict: false })
  const period = from === undefined || to === undefined ? {} : { from, to }
  useTitleFocus()
  useEffect(() => {
    document.title = say('shell.name')
  }, [say])
  return (
    <div className="shell">
      <a className="skip unseen" href={`#${titleId}`}>
        {say('shell.skip')}
      </a>
      {organisation?.synthetic && <aside className="synthetic">{say('shell.synthetic')}</aside>}
      <header className="shell-head screen-only">
        <div className="shell-name">
          <Link to="/" className="wordmark">
            {say('shell.name')}
          </Link>
          {organisation !== undefined && <OrganisationName name={organisation.name} />}
        </div>
        {organisation !== undefined && (
          <nav className="shell-ways" aria-label={say('shell.ways')}>
            <Link to="/report" search={period}>
              {say('shell.report')}
            </Link>
            <Link to="/import">{say('shell.import')}</Link>
          </nav>
        )}
        <LanguageSwitch />
      </header>
      <main className="shell-main">
        <Answered answer={answer} whole>
          {() => <Outlet />}
        </Answered>
      </main>
      <footer className="shell-foot small soft screen-only">
        <NativeReaderNote />
        {listensOn !== undefined && (
          <p>{say(listensOn === 'this-computer' ? 'shell.localOnly' : 'shell.onNetwork')}</p>
        )}
      </footer>
    </div>
  )
}

/** Whose records these are. It leads to where the name can be changed. */
function OrganisationName({ name }: { name: string | null }) {
  const { say } = useSpeech()
  return (
    <Link
      to="/organisation"
      className="organisation-name small"
      aria-label={name === null ? undefined : say('organisation.rename', { name })}
    >
      {name ?? say('organisation.unnamed')}
    </Link>
  )
}

/** A new screen begins at its title, for people who follow with a keyboard or a screen reader. */
function useTitleFocus(): void {
  const router = useRouter()
  useEffect(
    () =>
      router.subscribe('onRendered', ({ fromLocation, pathChanged }) => {
        if (fromLocation !== undefined && pathChanged)
          document.getElementById(titleId)?.focus({ preventScroll: true })
      }),
    [router],
  )
}
