import { foundingRoles } from '@sathi/domain/staff'
import { expect, test } from 'vitest'
import { createOrganisation } from '../journal/index.ts'
import { aCard, aPerson, aSetUp } from './testing/a-person.ts'
import { aBrowser, anOffice, aServer, saidNo } from './testing/an-office.ts'

test('SGN-1 one request sets up organisation, first person and recovery key, and signs her in', async () => {
  const office = await anOffice()
  const me = (await office.lead.browser.ask('GET', '/api/me')).json()
  expect(me).toMatchObject({
    organisation: office.orgId,
    code: 'dir-01',
    memberState: 'active',
    deviceState: 'approved',
  })
  expect([...me.roles].sort()).toEqual([...foundingRoles].sort())
  expect(await office.rows('select public_key from app.recovery_key')).toEqual([
    { public_key: office.recovery.publicKey },
  ])
  const { cards } = (await office.lead.browser.ask('GET', '/api/members/cards')).json()
  expect(cards).toMatchObject([{ memberId: office.lead.person.id, approvedBy: { keyNumber: 1 } }])
})

test('SGN-1 of set-ups at the same moment one is done, and none afterwards', async () => {
  const { app, store } = await aServer()
  const bodies = await Promise.all(['dir-01', 'dir-02', 'dir-03'].map((code) => aSetUp(code)))
  const said = await Promise.all(bodies.map(({ body }) => aBrowser(app).ask('POST', '/api/set-up', body)))
  expect(said.map(saidNo).sort()).toEqual([201, 'already-set-up', 'already-set-up'].sort())
  const ids = await store.database.withWholeSnapshot((deployment) => deployment.organisationIds())
  expect(ids).toHaveLength(1)
  expect((await aBrowser(app).ask('GET', '/api/set-up')).json()).toEqual({ state: 'done' })
  const { body } = await aSetUp('dir-04')
  const later = { ...body, organisation: { ...body.organisation, id: ids[0] } }
  expect(saidNo(await aBrowser(app).ask('POST', '/api/set-up', later))).toBe('already-set-up')
})

test('SGN-1 records that came before people keep their organisation, under the name that is given now', async () => {
  const { app, store } = await aServer()
  const before = await createOrganisation(store.database, { name: 'Our organisation', synthetic: true })
  const state = (await aBrowser(app).ask('GET', '/api/set-up')).json()
  expect(state).toEqual({ state: 'open', organisation: before.orgId })
  const { founder, body } = await aSetUp()
  expect(saidNo(await aBrowser(app).ask('POST', '/api/set-up', body))).toBe('already-set-up')
  const card = await aCard(founder, before.orgId, founder)
  const organisation = { id: before.orgId, name: 'Shobuj Pata' }
  const fitting = { ...body, organisation, member: { ...body.member, card } }
  const browser = aBrowser(app)
  expect(saidNo(await browser.ask('POST', '/api/set-up', fitting))).toBe(201)
  expect((await browser.ask('GET', '/api/me')).json()).toMatchObject({ organisation: before.orgId })
})

test('SGN-1 a first card that does not fit what it comes with sets nothing up', async () => {
  const { app, store } = await aServer()
  const { founder, body } = await aSetUp()
  const stranger = await aPerson('dir-01')
  const cards = {
    'signed by another': {
      ...body.member.card,
      signature: (await aCard(founder, body.organisation.id, stranger)).signature,
    },
    'of another organisation': await aCard(founder, founder.id, founder),
    'of another code': await aCard({ ...founder, code: 'dir-09' }, body.organisation.id, founder),
    'of other keys': await aCard({ ...stranger, id: founder.id }, body.organisation.id, founder),
  }
  for (const [what, card] of Object.entries(cards)) {
    const said = await aBrowser(app).ask('POST', '/api/set-up', { ...body, member: { ...body.member, card } })
    expect(saidNo(said), what).toBe('card-refused')
  }
  expect(await store.database.withWholeSnapshot((deployment) => deployment.organisationIds())).toEqual([])
})
