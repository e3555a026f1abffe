import { getRouteApi, Link } from '@tanstack/react-router'
import { Answered, type ReportAnswer } from '../../api/index.ts'
import { useSpeech } from '../../language/index.ts'
import { Page, Section } from '../../ui/index.ts'
import { PeriodChooser } from '../period/period-chooser.tsx'
import { Downloads } from './downloads.tsx'
import { HeadlineTable } from './headline-table.tsx'
import { NotesOfReport } from './notes-of-report.tsx'
import { RoomTables } from './room-tables.tsx'

const report = getRouteApi('/report')

/** The headline report: the figures a donor asks for first, then every other, each open to what it counts. */
export function ReportScreen() {
  const answer = report.useLoaderData()
  return answer === undefined ? (
    <NoRecordsYet />
  ) : (
    <Answered answer={answer} whole>
      {(value) => <Figures {...value} />}
    </Answered>
  )
}

function Figures({ report: { period, figures }, notes }: ReportAnswer) {
  const { say } = useSpeech()
  return (
    <Page title={say('report.title')} lead={<PeriodChooser period={period} />}>
      <HeadlineTable period={period} figures={figures} />
      <NotesOfReport notes={notes} />
      <Downloads period={period} />
      <Section title={say('report.every')}>
        <p className="soft prose">{say('report.everyWords')}</p>
        <RoomTables period={period} figures={figures} />
      </Section>
    </Page>
  )
}

function NoRecordsYet() {
  const { say } = useSpeech()
  return (
    <Page title={say('report.title')} narrow>
      <p>{say('report.noRecords')}</p>
      <p>
        <Link to="/import" className="button strong">
          {say('report.bringIn')}
        </Link>
      </p>
    </Page>
  )
}
