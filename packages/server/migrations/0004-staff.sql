-- People, their keys and devices, what they may see, how they sign in, and the audit journal.

-- A moment as the rules of the work write it.
create function app.instant(moment timestamptz) returns text language sql stable parallel safe
  return pg_catalog.to_char(moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- Somebody who works here. The code stands in her entries and in line lists; her case work never stands here.
create table app.member (
  org_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,39}$'),
  display_name text not null check (display_name <> ''),
  state text not null check (state in ('invited', 'enrolled', 'active', 'suspended')),
  -- Her present keys; 0 until she has any.
  key_number integer not null check (key_number >= 0),
  made_by uuid,
  made_at timestamptz(3) not null,
  primary key (org_id, id)
);
-- Two codes that differ only in capitals would be one person to a reader.
create unique index member_of_code on app.member (org_id, lower(code));

-- Past times stay: what somebody wrote while she had access is judged by them when it arrives late.
create table app.member_role (
  org_id uuid not null,
  member_id uuid not null,
  role text not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  given_by uuid not null,
  primary key (org_id, member_id, role, from_at)
);
create table app.suspension (
  org_id uuid not null,
  member_id uuid not null,
  from_at timestamptz(3) not null,
  until_at timestamptz(3),
  reason text not null,
  given_by uuid not null,
  primary key (org_id, member_id, from_at)
);

-- A pair of key pairs, made on the member's device. The server holds the private halves only as ciphertext.
create table app.member_key (
  org_id uuid not null,
  member_id uuid not null,
  number integer not null check (number > 0),
  sealing text not null,
  signing text not null,
  -- The invited device's proof, which the approver's device checks with the secret of the invitation.
  proof text,
  wrapped_by_passphrase text not null,
  wrapped_for_recovery text not null,
  -- An approver's signed word for these keys; none until she is approved.
  card jsonb,
  made_at timestamptz(3) not null,
  primary key (org_id, member_id, number)
);

-- Found by a hash of what the link proves; the link itself never comes here.
create table app.invitation (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  proof_hash bytea not null check (octet_length(proof_hash) = 32),
  made_by uuid not null,
  made_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  ended_at timestamptz(3),
  used boolean not null default false,
  primary key (org_id, id),
  unique (org_id, proof_hash)
);

create table app.device (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  name text not null,
  state text not null check (state in ('waiting', 'approved', 'locked', 'wiping', 'wiped')),
  made_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  lease_until timestamptz(3),
  approved_by uuid,
  primary key (org_id, id)
);
create index device_of_member on app.device (org_id, member_id);

-- A case that is a member's from one moment to another. Its state is what devices have been told: time passes without a word,
-- so whoever comes next settles what has begun or ended meanwhile (staff/settle-elapsed-access.ts).
create table app.assignment (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  subject_id uuid not null,
  -- The role in which alone the case is hers; null: in all of hers that reach cases.
  as_role text,
  from_at timestamptz(3) not null,
  until_at timestamptz(3) check (until_at >= from_at),
  given_by uuid not null,
  given_at timestamptz(3) not null,
  state text not null check (state in ('coming', 'running', 'ended')),
  primary key (org_id, id)
);
create unique index assignment_now on app.assignment (org_id, member_id, subject_id, coalesce(as_role, '')) where state <> 'ended';
create index assignment_of_member on app.assignment (org_id, member_id);
create index assignment_of_subject on app.assignment (org_id, subject_id) where state <> 'ended';

-- A case opened for some hours by somebody whose it is not. The reason in words is sealed to those who must see it.
create table app.break_glass (
  org_id uuid not null,
  id uuid not null,
  member_id uuid not null,
  subject_id uuid not null,
  reason text not null,
  words jsonb not null,
  opened_at timestamptz(3) not null,
  until_at timestamptz(3) not null check (until_at >= opened_at),
  state text not null check (state in ('running', 'ended')),
  seen_by uuid,
  seen_at timestamptz(3),
  primary key (org_id, id)
);
create unique index break_glass_now on app.break_glass (org_id, member_id, subject_id) where state = 'running';
create index break_glass_of_member on app.break_glass (org_id, member_id);

-- The public half of what stands on paper in the safe.
create table app.recovery_key (
  org_id uuid not null,
  number integer not null check (number > 0),
  public_key text not null,
  made_by uuid not null,
  made_at timestamptz(3) not null,
  primary key (org_id, number)
);

-- Changes of access in the order in which devices hear of them, by a counter of their own under the feed's lock.
alter table app.org_feed add column access_n bigint not null default 0 check (access_n >= 0);
create table app.access_event (
  org_id uuid not null,
  n bigint not null check (n > 0),
  -- Whom it concerns; null: everybody.
  member_id uuid,
  event jsonb not null,
  at timestamptz(3) not null,
  primary key (org_id, n)
);

-- Who did what with people, keys and records. body is canonical JSON; audit/audit-hash.ts says which bytes the hash covers.
create table app.audit_entry (
  org_id uuid not null,
  n bigint not null check (n > 0),
  at timestamptz(3) not null,
  hash bytea not null check (octet_length(hash) = 32),
  body text not null,
  primary key (org_id, n)
);
create table app.audit_end (
  org_id uuid primary key,
  n bigint not null check (n >= 0),
  head bytea not null check (octet_length(head) = 32)
);
create trigger audit_is_append_only before update or delete or truncate on app.audit_entry
  for each statement execute function app.refuse_change();

-- Sign-in. A schema of its own: nothing here is read by the work, and none of it goes into an export.
create schema auth;

-- Makes the answers for codes that nobody has look like the others.
create table auth.pepper (
  org_id uuid primary key,
  pepper bytea not null check (octet_length(pepper) = 32)
);

-- verifier is a salted hash of what the device derives from the passphrase; the passphrase never comes here.
create table auth.credential (
  org_id uuid not null,
  member_id uuid not null,
  salt text not null,
  memory_kib integer not null,
  passes integer not null,
  lanes integer not null,
  verifier_salt bytea not null,
  verifier bytea not null,
  -- Counts changes: what was proved about one passphrase says nothing about the next.
  version integer not null check (version > 0),
  primary key (org_id, member_id)
);

create table auth.session (
  org_id uuid not null,
  id uuid not null,
  token_hash bytea not null check (octet_length(token_hash) = 32),
  member_id uuid not null,
  device_id uuid not null,
  device_name text not null,
  stage text not null check (stage in ('second-factor', 'signed-in')),
  factor text,
  began_at timestamptz(3) not null,
  seen_at timestamptz(3) not null,
  ends_at timestamptz(3) not null,
  challenge text,
  primary key (org_id, id),
  unique (org_id, token_hash)
);
create index session_of_member on auth.session (org_id, member_id);

create table auth.totp (
  org_id uuid not null,
  member_id uuid not null,
  secret bytea not null,
  state text not null check (state in ('waiting', 'confirmed')),
  -- The period of the last code taken: no code is taken twice.
  last_step bigint not null,
  primary key (org_id, member_id)
);

create table auth.recovery_code (
  org_id uuid not null,
  member_id uuid not null,
  hash bytea not null,
  primary key (org_id, member_id, hash)
);

create table auth.passkey (
  org_id uuid not null,
  id text not null,
  member_id uuid not null,
  name text not null,
  public_key bytea not null,
  counter bigint not null,
  made_at timestamptz(3) not null,
  used_at timestamptz(3),
  primary key (org_id, id)
);
create index passkey_of_member on auth.passkey (org_id, member_id);

-- Failed tries by code and by address, as hashes: of codes that nobody has as of others.
create table auth.attempt (
  org_id uuid not null,
  key bytea not null,
  failures integer not null,
  last_at timestamptz(3) not null,
  primary key (org_id, key)
);
create index attempt_by_age on auth.attempt (org_id, last_at);

do $$
declare
  one text;
begin
  foreach one in array array[
    'app.member', 'app.member_role', 'app.suspension', 'app.member_key', 'app.invitation', 'app.device', 'app.assignment',
    'app.break_glass', 'app.recovery_key', 'app.access_event', 'app.audit_entry', 'app.audit_end', 'auth.pepper',
    'auth.credential', 'auth.session', 'auth.totp', 'auth.recovery_code', 'auth.passkey', 'auth.attempt'
  ] loop
    execute format('alter table %s enable row level security', one);
    execute format('alter table %s force row level security', one);
    execute format('create policy own_organisation on %s using (org_id = (select app.org_id())) '
      || 'with check (org_id = (select app.org_id()))', one);
  end loop;
end
$$;

-- The first organisation of a deployment is set up once, however many devices ask at the same moment.
create table auth.first_set_up (
  one boolean primary key default true check (one),
  org_id uuid not null
);
create function app.take_first_set_up(organisation uuid) returns boolean
  language sql volatile security definer set search_path = ''
  as $$
    with taken as (insert into auth.first_set_up (org_id) values (organisation) on conflict do nothing returning 1)
    select exists (select 1 from taken)
  $$;
revoke all on function app.take_first_set_up(uuid) from public;

grant execute on function app.take_first_set_up(uuid) to :"app_login";
grant select, insert, update (display_name, state, key_number) on app.member to :"app_login";
grant select, insert, update (until_at) on app.member_role to :"app_login";
grant select, insert, update (until_at) on app.suspension to :"app_login";
grant select, insert, update (wrapped_by_passphrase, card) on app.member_key to :"app_login";
grant select, insert, update (ended_at, used) on app.invitation to :"app_login";
grant select, insert, update (name, state, seen_at, lease_until, approved_by) on app.device to :"app_login";
grant select, insert, update (until_at, state) on app.assignment to :"app_login";
grant select, insert, update (until_at, state, seen_by, seen_at) on app.break_glass to :"app_login";
grant select, insert on app.recovery_key to :"app_login";
grant update (access_n) on app.org_feed to :"app_login";
grant select, insert on app.access_event to :"app_login";
grant select, insert on app.audit_entry to :"app_login";
grant select, insert, update (n, head) on app.audit_end to :"app_login";
grant usage on schema auth to :"app_login";
grant select, insert on auth.pepper to :"app_login";
grant select, insert, update on auth.credential to :"app_login";
grant select, insert, update (seen_at, challenge), delete on auth.session to :"app_login";
grant select, insert, update (secret, state, last_step), delete on auth.totp to :"app_login";
grant select, insert, delete on auth.recovery_code to :"app_login";
grant select, insert, update (counter, used_at), delete on auth.passkey to :"app_login";
grant select, insert, update (failures, last_at), delete on auth.attempt to :"app_login";
