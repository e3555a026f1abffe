/** The tables of schema `app`, as the migrations make them. An int8 is read as a number, a timestamptz as a Date. */
export type Tables = {
  organisation: {
    org_id: string
    name: string
    synthetic: boolean
    created_at: Date
    epoch: string
    folds: string | null
  }
  org_feed: { org_id: string; n: number; head: Buffer; codes: Buffer; about: Buffer }
  subject: { org_id: string; id: string; type: string; code: string }
  entry: {
    org_id: string
    id: string
    position: number
    subject_id: string
    kind: string
    amends: string | null
    retracts: string | null
    row_id: string | null
    received_at: Date
    hash: Buffer
    body: string
  }
  sheet: { org_id: string; part: string; subject_id: string; body: string | null; position: number }
}
