import { statement, type Transaction } from '../database/index.ts'

/** Something beside the journal that is not as devices brought it. */
export type SyncFinding = {
  readonly found: /** A wrap of a key that is not kept. */
    | 'wrap-without-key'
    /** A key that nobody holds. */
    | 'key-without-wrap'
    /** A part is sealed under a key that is not kept: nobody can open it. */
    | 'sealed-without-key'
    /** Chunks are missing or too many. */
    | 'file-incomplete'
    /** A chunk is not the one that was announced. */
    | 'chunk-differs'
    /** An entry that waits for a person is not as it came. */
    | 'quarantined-differs'
    /** What devices are told of access has gaps, or goes on behind its end. */
    | 'access-events-differ'
  /** The case, file or entry that it is about; the organisation for what is told. */
  readonly id: string
}

const mostListed = 1_000

// What a hand has written may be no JSON and no number: it is found, never stumbled over.
const selectFindings = statement(
  'check_sync',
  `select found, id::text as id, count(*) over ()::int as total from (
     select 'wrap-without-key' as found, w.subject_id as id from app.key_wrap as w
       where w.org_id = (select app.org_id()) and not exists (select from app.compartment_key as k
         where k.org_id = (select app.org_id()) and k.subject_id = w.subject_id and k.compartment = w.compartment
           and k.version = w.version)
     union all
     select 'key-without-wrap', k.subject_id from app.compartment_key as k
       where k.org_id = (select app.org_id()) and not exists (select from app.key_wrap as w
         where w.org_id = (select app.org_id()) and w.subject_id = k.subject_id and w.compartment = k.compartment
           and w.version = k.version)
     union all
     select 'sealed-without-key', e.id from (
         select id, subject_id, case when pg_input_is_valid(body, 'jsonb') then body::jsonb -> 'sealed' end as sealed
         from app.entry where org_id = (select app.org_id()) and body like '%"sealed":{%' offset 0) as e,
         jsonb_each(case when jsonb_typeof(e.sealed) = 'object' then e.sealed else '{}' end) as part (compartment, says)
       where not exists (select from app.compartment_key as k
         where k.org_id = (select app.org_id()) and k.subject_id = e.subject_id and k.compartment = part.compartment
           and k.version::text = part.says ->> 'keyVersion')
     union all
     select 'file-incomplete', b.id from app.blob as b
       where b.org_id = (select app.org_id()) and (b.have > cardinality(b.chunks) or b.have <> (
           select count(*) from app.blob_chunk as c
           where c.org_id = (select app.org_id()) and c.blob_id = b.id and c.number < b.have)
         or exists (select from app.blob_chunk as c
           where c.org_id = (select app.org_id()) and c.blob_id = b.id and c.number >= b.have))
     union all
     select 'file-incomplete', c.blob_id from app.blob_chunk as c
       where c.org_id = (select app.org_id()) and c.number = 0 and not exists (
         select from app.blob as b where b.org_id = (select app.org_id()) and b.id = c.blob_id)
     union all
     select 'chunk-differs', c.blob_id from app.blob_chunk as c
       join app.blob as b on b.org_id = (select app.org_id()) and b.id = c.blob_id
       where c.org_id = (select app.org_id())
         and translate(encode(sha256(c.bytes), 'base64'), '+/=', '-_') is distinct from b.chunks[c.number + 1]
     union all
     select 'quarantined-differs', q.entry_id from app.quarantine as q
       where q.org_id = (select app.org_id()) and sha256(convert_to(q.body, 'UTF8')) <> q.body_hash
     union all
     select 'access-events-differ', f.org_id from app.org_feed as f
       where f.org_id = (select app.org_id()) and (f.access_n <> (select count(*) from app.access_event as e
           where e.org_id = (select app.org_id()))
         or f.access_n <> (select coalesce(max(e.n), 0) from app.access_event as e where e.org_id = (select app.org_id()))
         or f.asked_n > f.access_n)
   ) as findings limit ${mostListed}`,
)

export type SyncCheck = {
  /** The first thousand. */
  readonly findings: readonly SyncFinding[]
  readonly findingCount: number
}

/** Checks keys, files, the quarantine and what devices are told of access, of the transaction's organisation. */
export async function checkSync(tx: Transaction): Promise<SyncCheck> {
  const rows = await tx.query<SyncFinding & { readonly total: number }>(selectFindings, [])
  return { findings: rows.map(({ found, id }) => ({ found, id })), findingCount: rows[0]?.total ?? 0 }
}
