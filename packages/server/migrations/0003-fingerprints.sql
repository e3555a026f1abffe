-- What the hash chain does not cover: the codes of subjects, which erasure may replace, and what is stored about the organisation.
-- packages/server/src/journal/digests.ts says which bytes; the program keeps both up to date from here on.
alter table app.org_feed
  -- The sum of a SHA-256 of each subject, modulo 2^256, most significant byte first: of none it is 0.
  add column codes bytea not null default decode(repeat('00', 32), 'hex') check (octet_length(codes) = 32),
  add column about bytea not null default decode(repeat('00', 32), 'hex') check (octet_length(about) = 32);
grant update (codes, about) on app.org_feed to :"app_login";

do $$
declare
  one app.organisation;
begin
  -- Row-level security holds for the owner too: one organisation after the other.
  for one in select * from app.organisation loop
    perform set_config('app.org_id', one.org_id::text, true);
    update app.org_feed set
      about = sha256(convert_to(concat_ws(E'\n', 'sathi organisation 1', one.org_id, one.synthetic::text,
        (extract(epoch from one.created_at) * 1000)::bigint, one.epoch, one.name), 'UTF8')),
      codes = (
        -- Eight digits of 32 bits, each added up by itself; what does not fit a digit is carried to the one before it.
        with recursive
          digest as (
            select sha256(convert_to(concat_ws(E'\n', 'sathi subject 1', org_id, id, type, code), 'UTF8')) as bytes
            from app.subject where org_id = one.org_id
          ),
          digit as (
            select place, coalesce(sum(('x' || encode(substring(bytes from place * 4 + 1 for 4), 'hex'))::bit(32)::bigint), 0) as total
            from generate_series(0, 7) as place left join digest on true group by place
          ),
          carried as (
            select place, total from digit where place = 7
            union all
            select digit.place, digit.total + div(carried.total, 4294967296)
            from carried join digit on digit.place = carried.place - 1
          )
        select decode(string_agg(lpad(to_hex(mod(total, 4294967296)::bigint), 8, '0'), '' order by place), 'hex') from carried
      )
    where org_id = one.org_id;
  end loop;
  perform set_config('app.org_id', '', true);
end
$$;
alter table app.org_feed alter column about drop default;

-- Which organisations any row of any table belongs to, so that a check sees rows whose organisation is gone. Like the other
-- list it gives ids only; its owner sees rows of others only within it.
create policy listing_by_owner on app.org_feed for select to current_user using (current_setting('app.listing', true) = 'on');
create policy listing_by_owner on app.subject for select to current_user using (current_setting('app.listing', true) = 'on');
create policy listing_by_owner on app.entry for select to current_user using (current_setting('app.listing', true) = 'on');
create policy listing_by_owner on app.sheet for select to current_user using (current_setting('app.listing', true) = 'on');
create function app.stored_organisation_ids() returns setof uuid
  language plpgsql security definer set search_path = ''
  as $$
begin
  perform pg_catalog.set_config('app.listing', 'on', true);
  return query
    select org_id from app.organisation
    union select org_id from app.org_feed
    -- From one id to the next over the index: the tables below may have many millions of rows.
    union (
      with recursive next as (
        (select org_id from app.subject order by org_id limit 1)
        union all select (select s.org_id from app.subject as s where s.org_id > next.org_id order by s.org_id limit 1)
        from next where next.org_id is not null)
      select org_id from next where org_id is not null)
    union (
      with recursive next as (
        (select org_id from app.entry order by org_id limit 1)
        union all select (select e.org_id from app.entry as e where e.org_id > next.org_id order by e.org_id limit 1)
        from next where next.org_id is not null)
      select org_id from next where org_id is not null)
    union (
      with recursive next as (
        (select org_id from app.sheet order by org_id limit 1)
        union all select (select s.org_id from app.sheet as s where s.org_id > next.org_id order by s.org_id limit 1)
        from next where next.org_id is not null)
      select org_id from next where org_id is not null)
    order by 1;
  perform pg_catalog.set_config('app.listing', '', true);
end
$$;
revoke all on function app.stored_organisation_ids() from public;
grant execute on function app.stored_organisation_ids() to :"app_login";
