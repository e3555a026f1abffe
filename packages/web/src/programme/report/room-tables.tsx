import { indicatorRooms, type Period, type Report } from '@sathi/reporting/figures'
import { useSpeech } from '../../language/index.ts'
import { figureRows } from '../figure/figure-rows.ts'
import { FigureTable } from '../figure/figure-table.tsx'

/** Every indicator, in one table per room of the work. */
export function RoomTables({ period, figures }: { period: Period; figures: Report['figures'] }) {
  const speech = useSpeech()
  return indicatorRooms.map(({ room, name, indicators }) => (
    <FigureTable
      key={room}
      caption={speech.word(name)}
      period={period}
      rows={indicators.flatMap((id) => figureRows(speech, id, figures[id]))}
    />
  ))
}
