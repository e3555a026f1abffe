import {
  type CodeOf,
  type DayNumber,
  dayNumberOf,
  type EntryId,
  type Fact,
  type OpenOf,
  recorded,
  sheetPart,
  unlessEmpty,
} from '../journal/index.ts'
import { crisis_declared, relief_delivered, relief_need, type reliefLists } from './kinds.ts'

/** A need in a crisis after which nothing has been delivered for that crisis. */
export type WaitingNeed = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly crisis: string
  readonly needs: readonly CodeOf<typeof reliefLists.needs>[]
}

/** Something delivered, and the need of that crisis that it answers. */
export type Delivery = {
  readonly id: EntryId
  readonly day: DayNumber
  readonly crisis: string
  /** The latest need of the same crisis on the day of delivery or before it; absent when there is none. */
  readonly need?: { readonly id: EntryId; readonly day: DayNumber }
}

export type ReliefSheet = {
  readonly waiting?: readonly WaitingNeed[]
  readonly deliveries?: readonly Delivery[]
}

/** What reached her in crises, and what she still waits for (REL-1, REL-2). */
export const reliefPart = sheetPart({
  name: 'relief',
  subject: 'case',
  kinds: { relief_need, relief_delivered },
  fold: ({ relief_need: needs, relief_delivered: delivered }): ReliefSheet => {
    const waiting = needs.filter((need) => !delivered.some((delivery) => answers(delivery, need)))
    return recorded({
      waiting: unlessEmpty(
        waiting.map(({ id, day, open }) => ({ id, day, crisis: open.crisis_code, needs: open.needs })),
      ),
      deliveries: unlessEmpty(
        delivered.map((delivery) => {
          const need = needs.findLast((earlier) => answers(delivery, earlier))
          return recorded({
            id: delivery.id,
            day: delivery.day,
            crisis: delivery.open.crisis_code,
            need: need && { id: need.id, day: need.day },
          })
        }),
      ),
    })
  },
})

function answers(
  delivery: Fact<OpenOf<typeof relief_delivered>>,
  need: Fact<OpenOf<typeof relief_need>>,
): boolean {
  return delivery.open.crisis_code === need.open.crisis_code && need.day <= delivery.day
}

export type CrisisSheet = {
  readonly name: string
  readonly hazard: CodeOf<typeof reliefLists.hazards>
  readonly startsOn: DayNumber
  readonly endsOn?: DayNumber
  readonly districts?: readonly string[]
}

/** A crisis as last declared (REL-3). */
export const crisesPart = sheetPart({
  name: 'crises',
  subject: 'crisis',
  kinds: { crisis_declared },
  fold: ({ crisis_declared: declared }): CrisisSheet | undefined => {
    const open = declared.at(-1)?.open
    return (
      open &&
      recorded({
        name: open.name,
        hazard: open.hazard,
        startsOn: dayNumberOf(open.starts_on),
        endsOn: open.ends_on === undefined ? undefined : dayNumberOf(open.ends_on),
        districts: open.districts,
      })
    )
  },
})
