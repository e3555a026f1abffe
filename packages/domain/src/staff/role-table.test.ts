import { describe, expect, test } from 'vitest'
import { type KindName, kinds, roomNames, roomOfKind } from '../catalogue/index.ts'
import { compartments } from '../journal/index.ts'
import { roleReads, roleWrites } from './role-kinds.ts'
import { roleTable } from './role-table.ts'
import { foundingRoles, type Role, roles } from './roles.ts'

const allKinds = Object.keys(kinds) as KindName[]
const caseKinds = allKinds.filter((kind) => kinds[kind].subject === 'case')

/** A role and what is chosen for it: whole rooms by name, then single kinds in brackets. */
function line(role: Role, chosen: (kind: KindName) => boolean): string {
  const words = roomNames.flatMap((room): string[] => {
    const inRoom = allKinds.filter((kind) => roomOfKind(kind) === room)
    const some = inRoom.filter(chosen)
    return some.length === inRoom.length ? [room] : some.length === 0 ? [] : [`(${some.join(' ')})`]
  })
  return `${role.padEnd(21)}${words.join(' ') || 'nothing'}`
}

function rolesWhich(does: (role: Role) => boolean): Role[] {
  return roles.filter(does)
}

describe('PEO-1 the table', () => {
  test('PEO-1 says which cases a role reaches and which compartments it opens of them', () => {
    const table = roles.map((role) => {
      const { opens, reach } = roleTable[role]
      return `${role.padEnd(21)}${reach.padEnd(17)}${opens.join(' ')}`.trimEnd()
    })
    expect(table.join('\n')).toMatchInlineSnapshot(`
      "caseworker           assigned         casework
      counsellor           assigned         casework counselling
      health_worker        assigned         casework health
      legal_officer        assigned         casework legal
      livelihoods_officer  assigned         casework
      repatriation_officer assigned         casework legal
      peer_mentor          own_pairs
      training_officer     none
      supervisor           assigned         casework legal
      clinical_supervisor  assigned         counselling health
      me_officer           every_case_coded
      director             every_case_coded
      data_protection_lead none
      partner_officer      none
      evaluator            every_case_coded"
    `)
  })

  test('PEO-1 says which rooms a role reads, and which single kinds of other rooms', () => {
    expect(
      roles.map((role) => line(role, (kind) => roleReads(role, kind))).join('\n'),
    ).toMatchInlineSnapshot(`
      "caseworker           cases consent repatriation aftercare assessments livelihoods mentoring relief community (quote_offered) agencies
      counsellor           cases consent aftercare assessments counselling community agencies
      health_worker        cases consent aftercare health agencies
      legal_officer        cases consent repatriation aftercare agencies
      livelihoods_officer  cases consent aftercare livelihoods agencies
      repatriation_officer cases consent repatriation (post_registered post_roster screening_done screening_referred) agencies
      peer_mentor          nothing
      training_officer     training (post_registered post_roster) agencies
      supervisor           cases consent repatriation aftercare assessments counselling livelihoods mentoring relief community (feedback_given quote_offered) (post_registered post_roster screening_done screening_referred) agencies changes
      clinical_supervisor  cases consent aftercare assessments counselling health community
      me_officer           cases consent repatriation aftercare assessments counselling health livelihoods mentoring relief community evaluation training identification agencies changes
      director             cases consent repatriation aftercare assessments counselling health livelihoods mentoring relief community (feedback_given quote_offered study_opened) training identification agencies changes
      data_protection_lead nothing
      partner_officer      (post_registered) (agency_registered)
      evaluator            cases consent repatriation aftercare assessments counselling health livelihoods mentoring relief community evaluation training identification agencies changes"
    `)
  })

  test('PEO-1 says which rooms a role writes, and which single kinds of other rooms', () => {
    expect(
      roles.map((role) => line(role, (kind) => roleWrites(role, kind))).join('\n'),
    ).toMatchInlineSnapshot(`
      "caseworker           cases consent (address_clue) aftercare assessments livelihoods mentoring (relief_need relief_delivered) community (feedback_given quote_offered)
      counsellor           consent (risk_raised risk_resolved service_given retrafficking_reported) assessments counselling community
      health_worker        consent (risk_raised risk_resolved service_given retrafficking_reported) health
      legal_officer        consent repatriation (risk_raised risk_resolved service_given retrafficking_reported)
      livelihoods_officer  consent (plan_goal risk_raised risk_resolved service_given retrafficking_reported) livelihoods
      repatriation_officer cases consent repatriation (risk_raised service_given) (screening_done screening_referred screening_confirmed) agencies
      peer_mentor          (mentoring_contact)
      training_officer     training (post_registered post_roster) agencies
      supervisor           cases consent repatriation aftercare assessments livelihoods mentoring relief community (feedback_given quote_offered) identification agencies changes
      clinical_supervisor  (risk_raised risk_resolved) assessments counselling health
      me_officer           (crisis_declared) (study_opened study_interview) agencies changes
      director             agencies changes
      data_protection_lead nothing
      partner_officer      (screening_done screening_referred)
      evaluator            (study_opened study_interview) (change_substantiated)"
    `)
  })

  test('PEO-1 says what is done beside reading and writing, and by whom', () => {
    const table = roles.map((role) => [role.padEnd(21), roleTable[role].duties.join(' ')].join('').trimEnd())
    expect(table.join('\n')).toMatchInlineSnapshot(`
      "caseworker
      counsellor
      health_worker
      legal_officer
      livelihoods_officer
      repatriation_officer
      peer_mentor
      training_officer
      supervisor           assign_cases see_access break_glass settle_quarantine lock_devices see_figures export_records
      clinical_supervisor  break_glass settle_quarantine
      me_officer           see_figures set_targets export_records
      director             invite_members give_roles suspend_members see_figures set_targets export_records
      data_protection_lead invite_members give_roles suspend_members see_access read_audit approve_devices lock_devices use_recovery erase
      partner_officer
      evaluator            see_figures export_records"
    `)
  })
})

test('PEO-2 every kind is read by at least one role and written by at least one', () => {
  for (const kind of allKinds) {
    expect(
      rolesWhich((role) => roleReads(role, kind)),
      kind,
    ).not.toEqual([])
    expect(
      rolesWhich((role) => roleWrites(role, kind)),
      kind,
    ).not.toEqual([])
  }
})

test('PEO-2 the member who sets up reads and writes every kind and opens every compartment', () => {
  for (const kind of allKinds) {
    expect(
      foundingRoles.some((role) => roleReads(role, kind)),
      kind,
    ).toBe(true)
    expect(
      foundingRoles.some((role) => roleWrites(role, kind)),
      kind,
    ).toBe(true)
  }
  for (const one of compartments) {
    expect(
      foundingRoles.some((role) => roleTable[role].opens.includes(one)),
      one,
    ).toBe(true)
  }
})

test('PEO-3 who sees every case opens no sealed part and writes in no case', () => {
  const everyCase = rolesWhich((role) => roleTable[role].reach === 'every_case_coded')
  expect(everyCase).toEqual(['me_officer', 'director', 'evaluator'])
  for (const role of everyCase) {
    expect(roleTable[role].opens).toEqual([])
    expect(caseKinds.filter((kind) => roleWrites(role, kind))).toEqual([])
  }
})

test('PEO-3 sealed parts are opened only by roles that are assigned to cases', () => {
  for (const role of rolesWhich((one) => roleTable[one].opens.length > 0)) {
    expect(roleTable[role].reach, role).toBe('assigned')
  }
})

test('PEO-4 notes of counselling are open to the counsellor and the clinical supervisor alone', () => {
  expect(rolesWhich((role) => roleTable[role].opens.includes('counselling'))).toEqual([
    'counsellor',
    'clinical_supervisor',
  ])
  expect(rolesWhich((role) => roleTable[role].opens.includes('health'))).toEqual([
    'health_worker',
    'clinical_supervisor',
  ])
})

test('PEO-5 a peer mentor reads no entries and writes only that she met her pair', () => {
  expect(allKinds.filter((kind) => roleReads('peer_mentor', kind))).toEqual([])
  expect(allKinds.filter((kind) => roleWrites('peer_mentor', kind))).toEqual(['mentoring_contact'])
  expect(roleTable.peer_mentor).toMatchObject({ reach: 'own_pairs', opens: [], duties: [] })
})

test('PEO-6 kinds that join a code to a case others may not know are read by those who see every case by code', () => {
  expect(rolesWhich((role) => roleReads(role, 'study_interview'))).toEqual(['me_officer', 'evaluator'])
  expect(rolesWhich((role) => roleReads(role, 'screening_confirmed'))).toEqual([
    'me_officer',
    'director',
    'evaluator',
  ])
  // Any further kind outside cases that names a case belongs here.
  const naming = allKinds.filter(
    (kind) =>
      kinds[kind].subject !== 'case' &&
      Object.values(kinds[kind].open).some(({ shape }) => shape.type === 'reference' && shape.to === 'case'),
  )
  expect(naming.sort()).toEqual(['screening_confirmed', 'study_interview'])
})

test('PEO-6 feedback about the work is not read by those whose work it is about', () => {
  expect(rolesWhich((role) => roleReads(role, 'feedback_given'))).toEqual([
    'supervisor',
    'me_officer',
    'director',
    'evaluator',
  ])
})

test('PEO-7 the data-protection lead reads and writes no journal and opens nothing', () => {
  expect(allKinds.filter((kind) => roleReads('data_protection_lead', kind))).toEqual([])
  expect(allKinds.filter((kind) => roleWrites('data_protection_lead', kind))).toEqual([])
  expect(roleTable.data_protection_lead).toMatchObject({ reach: 'none', opens: [] })
})
