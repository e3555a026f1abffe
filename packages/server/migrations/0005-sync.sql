-- What devices bring and fetch: keys in wraps, files in sealed chunks, what waits for a person, name tokens, notes of reading;
-- and what one member may see, held to by the store itself.

-- The keys that there are, by name. The keys themselves are in wraps alone.
create table app.compartment_key (
  org_id uuid not null,
  subject_id uuid not null,
  compartment text not null,
  version integer not null check (version > 0),
  made_by uuid not null,
  made_at timestamptz(3) not null,
  primary key (org_id, subject_id, compartment, version)
);
-- holder is a member's id or 'recovery'. A wrap is never made again for the same holder: it stays as it came.
create table app.key_wrap (
  org_id uuid not null,
  subject_id uuid not null,
  compartment text not null,
  version integer not null,
  holder text not null check (holder = 'recovery' or holder ~ '^[0-9a-f-]{36}$'),
  wrap text not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  primary key (org_id, subject_id, compartment, version, holder)
);

-- Entries that a person must look at. submission holds what came with the entry; body is its canonical JSON.
create table app.quarantine (
  org_id uuid not null,
  entry_id uuid not null,
  body_hash bytea not null check (octet_length(body_hash) = 32),
  body text not null,
  subject_id uuid not null,
  submission jsonb not null,
  why text not null check (why in ('access-lost', 'other-bytes')),
  member_id uuid not null,
  device_id uuid not null,
  received_at timestamptz(3) not null,
  state text not null check (state in ('waiting', 'taken', 'set-aside')),
  reason text,
  settled_by uuid,
  settled_at timestamptz(3),
  primary key (org_id, entry_id, body_hash)
);
create index quarantine_waiting on app.quarantine (org_id, received_at) where state = 'waiting';

-- A file in sealed chunks. It comes before the entry that refers to it; have counts the chunks that are there, from the first on.
create table app.blob (
  org_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  compartment text not null,
  size bigint not null check (size > 0),
  chunks text[] not null,
  have integer not null check (have >= 0),
  made_by uuid not null,
  made_at timestamptz(3) not null,
  primary key (org_id, id)
);
create index blob_of_subject on app.blob (org_id, subject_id);
create table app.blob_chunk (
  org_id uuid not null,
  blob_id uuid not null,
  number integer not null check (number >= 0),
  bytes bytea not null,
  primary key (org_id, blob_id, number)
);
-- Ciphertext does not get shorter.
alter table app.blob_chunk alter column bytes set storage external;

-- Keyed hashes of names, made on devices: equal names give equal tokens, and the server has no key.
create table app.name_token (
  org_id uuid not null,
  token text not null,
  subject_id uuid not null,
  primary key (org_id, token, subject_id)
);
create index name_token_of_subject on app.name_token (org_id, subject_id);

-- Who opened what where, once each: devices repeat what they were not answered for. The audit journal has them too.
create table app.sealed_read (
  org_id uuid not null,
  member_id uuid not null,
  device_id uuid not null,
  at timestamptz(3) not null,
  subject_id uuid not null,
  compartment text not null,
  primary key (org_id, member_id, device_id, at, subject_id, compartment)
);

-- What a device said of itself when it was last here.
alter table app.device
  add column app_version text,
  -- Milliseconds to add to its clock to have the server's.
  add column clock_offset bigint not null default 0,
  add column unsynced integer,
  add column head_epoch text,
  add column head_position bigint,
  add column head_seal text;

-- Up to which access event it was looked which wraps members lack.
alter table app.org_feed add column asked_n bigint not null default 0 check (asked_n >= 0);

-- Nothing runs by a clock, so whoever comes looks whether anything is due.
create index assignment_to_begin on app.assignment (org_id, from_at) where state = 'coming';
create index assignment_to_end on app.assignment (org_id, until_at) where state <> 'ended' and until_at is not null;
create index break_glass_to_end on app.break_glass (org_id, until_at) where state = 'running';
create index access_event_to_ask on app.access_event (org_id, n) where event ->> 'event' in ('granted', 'roles', 'standing');
create index access_event_of_member on app.access_event (org_id, member_id, n);

-- The member for whom a statement reads, and what she may see: sync/sight-of.ts makes the lists from her roles. Unset, the work
-- of the office itself sees the whole organisation.
create function app.member_id() returns uuid language sql stable parallel safe
  return nullif(pg_catalog.current_setting('app.member_id', true), '')::uuid;
create function app.sight(path text[]) returns text[] language sql stable parallel safe
  return array(select pg_catalog.jsonb_array_elements_text(nullif(pg_catalog.current_setting('app.sight', true), '')::jsonb #> path));

do $$
declare
  one record;
  -- Rows of a case's journal: by kind, by part, by compartment. In every case; in cases of hers; in a case that is hers in one
  -- role; in a case that she opened in need. Each list of cases is read once for a statement.
  of_case constant text := $policy$
    (select app.member_id()) is null
    or %1$s = any ((select app.sight('{everywhere,%2$s}'))::text[])
    or (%1$s = any ((select app.sight('{cases,%2$s}'))::text[]) and subject_id in (
      select a.subject_id from app.assignment as a where a.org_id = (select app.org_id())
        and a.member_id = (select app.member_id()) and a.state = 'running' and a.as_role is null))
    or (subject_id, %1$s) in (
      select a.subject_id, item from app.assignment as a, unnest(app.sight(array['roles', a.as_role, '%2$s'])) as item
      where a.org_id = (select app.org_id()) and a.member_id = (select app.member_id()) and a.state = 'running'
        and a.as_role is not null)
    or (%1$s = any ((select app.sight('{glass,%2$s}'))::text[]) and subject_id in (
      select b.subject_id from app.break_glass as b where b.org_id = (select app.org_id())
        and b.member_id = (select app.member_id()) and b.state = 'running'))
  $policy$;
  own_row constant text := '(select app.member_id()) is null or member_id = (select app.member_id())';
  sight constant jsonb := jsonb_build_object(
    'app.organisation', 'true',
    'app.org_feed', 'true',
    'app.member', 'true',
    'app.recovery_key', 'true',
    'app.assignment', own_row,
    'app.break_glass', own_row,
    'app.member_role', own_row,
    'app.member_key', own_row,
    'app.device', own_row,
    'app.access_event', own_row || ' or member_id is null',
    'app.entry', format(of_case, 'kind', 'kinds'),
    'app.sheet', format(of_case, 'part', 'parts'),
    'app.compartment_key', format(of_case, 'compartment', 'opens'),
    'app.blob', format(of_case, 'compartment', 'opens'),
    -- A wrap that is held in reserve shows itself when the glass is broken. The index key is nobody's case.
    'app.key_wrap', format('(select app.member_id()) is null or holder = (select app.member_id())::text '
      || 'and (compartment = ''index'' or %s)', format(of_case, 'compartment', 'opens')),
    'app.subject', $policy$
      (select app.member_id()) is null
      or type = any ((select app.sight('{everywhere,types}'))::text[])
      or (type = any ((select app.sight('{cases,types}'))::text[]) and id in (
        select a.subject_id from app.assignment as a where a.org_id = (select app.org_id())
          and a.member_id = (select app.member_id()) and a.state = 'running' and a.as_role is null))
      or (id, type) in (
        select a.subject_id, item from app.assignment as a, unnest(app.sight(array['roles', a.as_role, 'types'])) as item
        where a.org_id = (select app.org_id()) and a.member_id = (select app.member_id()) and a.state = 'running'
          and a.as_role is not null)
      or (type = any ((select app.sight('{glass,types}'))::text[]) and id in (
        select b.subject_id from app.break_glass as b where b.org_id = (select app.org_id())
          and b.member_id = (select app.member_id()) and b.state = 'running'))
    $policy$,
    'app.blob_chunk', $policy$
      (select app.member_id()) is null
      or exists (select from app.blob as b where b.org_id = blob_chunk.org_id and b.id = blob_chunk.blob_id)
    $policy$
  );
begin
  -- A table that no list names shows a member nothing, and in no table does a statement that reads for a member write.
  for one in
    select c.oid::regclass::text as name from pg_catalog.pg_class as c
    join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
    join pg_catalog.pg_attribute as a on a.attrelid = c.oid and a.attname = 'org_id'
    where n.nspname in ('app', 'auth') and c.relkind = 'r' and c.relname <> 'first_set_up'
    order by n.nspname, c.relname
  loop
    execute format('alter table %s enable row level security', one.name);
    execute format('alter table %s force row level security', one.name);
    execute format('drop policy if exists own_organisation on %s', one.name);
    execute format('create policy own_organisation on %s using (org_id = (select app.org_id())) '
      || 'with check (org_id = (select app.org_id()))', one.name);
    execute format('create policy member_sees on %s as restrictive for select using (%s)', one.name,
      coalesce(sight ->> one.name, '(select app.member_id()) is null'));
    execute format('create policy member_adds_nothing on %s as restrictive for insert '
      || 'with check ((select app.member_id()) is null)', one.name);
    execute format('create policy member_changes_nothing on %s as restrictive for update '
      || 'using ((select app.member_id()) is null)', one.name);
    execute format('create policy member_removes_nothing on %s as restrictive for delete '
      || 'using ((select app.member_id()) is null)', one.name);
    if one.name <> 'app.organisation' then
      execute format('drop policy if exists listing_by_owner on %s', one.name);
      execute format('create policy listing_by_owner on %s for select to current_user '
        || 'using (current_setting(''app.listing'', true) = ''on'')', one.name);
    end if;
  end loop;
end
$$;

-- As before, now over every table: from one organisation's id to the next over the key that begins with it.
create or replace function app.stored_organisation_ids() returns setof uuid
  language plpgsql security definer set search_path = ''
  as $$
declare
  one text;
  ids uuid[] := array(select o.org_id from app.organisation as o);
begin
  perform pg_catalog.set_config('app.listing', 'on', true);
  for one in
    select p.schemaname || '.' || p.tablename from pg_catalog.pg_policies as p
    where p.policyname = 'listing_by_owner' and p.schemaname || '.' || p.tablename <> 'app.organisation'
  loop
    execute pg_catalog.format('with recursive next as (
        (select org_id from %1$s order by org_id limit 1)
        union all select (select t.org_id from %1$s as t where t.org_id > next.org_id order by t.org_id limit 1)
        from next where next.org_id is not null)
      select $1 || array(select org_id from next where org_id is not null)', one) using ids into ids;
  end loop;
  perform pg_catalog.set_config('app.listing', '', true);
  return query select distinct i.id from unnest(ids) as i (id) order by 1;
end
$$;

grant select, insert on app.compartment_key to :"app_login";
grant select, insert on app.key_wrap to :"app_login";
grant select, insert, update (state, reason, settled_by, settled_at) on app.quarantine to :"app_login";
grant select, insert, update (have) on app.blob to :"app_login";
grant select, insert on app.blob_chunk to :"app_login";
grant select, insert on app.name_token to :"app_login";
grant select, insert on app.sealed_read to :"app_login";
grant update (app_version, clock_offset, unsynced, head_epoch, head_position, head_seal) on app.device to :"app_login";
grant update (asked_n) on app.org_feed to :"app_login";
