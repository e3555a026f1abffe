-- The journal: organisations, subjects, entries with their positions and hash chain, and sheets.
-- :"app_login" stands for the login that does the ordinary work (as psql -v app_login=… writes it).

-- The organisation of the running transaction. Unset reads as '' after an earlier local setting.
create function app.org_id() returns uuid language sql stable parallel safe
  return nullif(pg_catalog.current_setting('app.org_id', true), '')::uuid;

create table app.organisation (
  org_id uuid primary key,
  name text not null check (name <> ''),
  -- Invented people only: shown on every screen and page.
  synthetic boolean not null,
  created_at timestamptz(3) not null,
  -- Names this life of the feed; changes with a restore, which makes cursors of before void.
  epoch uuid not null
);

-- How far the journal has come: the last position and its hash. Locked last in every transaction that appends.
create table app.org_feed (
  org_id uuid primary key,
  n bigint not null check (n >= 0),
  head bytea not null check (octet_length(head) = 32)
);

-- What journals are about. The code stands here and never in an entry, because erasure may replace it.
create table app.subject (
  org_id uuid not null,
  id uuid not null,
  type text not null,
  code text not null,
  primary key (org_id, id),
  unique (org_id, type, code)
);

-- body is the canonical JSON of the entry, byte for byte as it was judged; the other columns repeat it for the indexes.
create table app.entry (
  org_id uuid not null,
  id uuid not null,
  position bigint not null,
  subject_id uuid not null,
  kind text not null,
  amends uuid,
  retracts uuid,
  row_id text,
  received_at timestamptz(3) not null,
  hash bytea not null,
  body text not null,
  primary key (org_id, id),
  unique (org_id, position)
);
create index entry_of_subject on app.entry (org_id, subject_id, kind);
create unique index entry_of_row on app.entry (org_id, kind, row_id) where row_id is not null;

-- body is null where the journal leaves nothing to tell; position is that of the last entry when body last changed.
create table app.sheet (
  org_id uuid not null,
  part text not null,
  subject_id uuid not null,
  body text,
  position bigint not null,
  primary key (org_id, part, subject_id)
);
create index sheet_since on app.sheet (org_id, position);
-- Sheets are read whole and often: a long one is kept as it is, uncompressed.
alter table app.sheet alter column body set storage external;

create function app.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'entries are never changed or removed' using errcode = 'restrict_violation';
end
$$;
create trigger entry_is_append_only before update or delete or truncate on app.entry
  for each statement execute function app.refuse_change();

alter table app.organisation enable row level security;
alter table app.organisation force row level security;
create policy own_organisation on app.organisation
  using (org_id = (select app.org_id())) with check (org_id = (select app.org_id()));

alter table app.org_feed enable row level security;
alter table app.org_feed force row level security;
create policy own_organisation on app.org_feed
  using (org_id = (select app.org_id())) with check (org_id = (select app.org_id()));

alter table app.subject enable row level security;
alter table app.subject force row level security;
create policy own_organisation on app.subject
  using (org_id = (select app.org_id())) with check (org_id = (select app.org_id()));

alter table app.entry enable row level security;
alter table app.entry force row level security;
create policy own_organisation on app.entry
  using (org_id = (select app.org_id())) with check (org_id = (select app.org_id()));

alter table app.sheet enable row level security;
alter table app.sheet force row level security;
create policy own_organisation on app.sheet
  using (org_id = (select app.org_id())) with check (org_id = (select app.org_id()));

-- Which organisations there are, for what goes through them one by one: start-up, backup, jobs. Ids only.
create policy listing_by_owner on app.organisation for select to current_user using (true);
create function app.organisation_ids() returns setof uuid
  language sql stable security definer set search_path = ''
  as 'select org_id from app.organisation order by org_id';
revoke all on function app.organisation_ids() from public;

grant usage on schema app to :"app_login";
grant execute on function app.organisation_ids() to :"app_login";
grant select, insert on app.entry to :"app_login";
-- Locking a row takes the right to update it: appending holds the organisation and the subjects.
grant select, insert, update (name) on app.organisation to :"app_login";
grant select, insert, update (code) on app.subject to :"app_login";
grant select, insert, update (n, head) on app.org_feed to :"app_login";
grant select, insert, update (body, position) on app.sheet to :"app_login";
