/**
 * Events lose what is derived (`before`) and what the subject says already, gain a version, and may be of a
 * kind that only a newer program knows. Single reviews are in the log alone; statistics live on sums by day.
 * The projections are filled by a replay.
 */
export const factsOnly = `
  drop table review;
  drop table attempt;

  create table event_2 (
    id text primary key,
    device text not null,
    kind text not null,
    version integer not null,
    at integer not null,
    offset_min integer not null,
    subject text not null,
    body text not null check (json_valid(body))
  ) strict, without rowid;
  insert into event_2
    select id, device, kind, 1, at, offset_min, subject,
      json_remove(body, '$.before', '$.card', '$.exercise', '$.target', '$.key')
    from event order by id;
  drop table event;
  alter table event_2 rename to event;
  create index event_by_subject on event (subject);
  create index undo_by_target on event (subject) where kind = 'undo';
  create trigger event_is_append_only before update on event
    begin select raise(abort, 'the log is append-only'); end;
  create trigger event_is_kept before delete on event
    begin select raise(abort, 'the log is append-only'); end;

  create table day (
    day integer primary key,
    reviews integer not null check (reviews > 0),
    duration_ms integer not null,
    fresh integer not null,
    young integer not null, young_recalled integer not null,
    mature integer not null, mature_recalled integer not null
  ) strict;

  create table attempt (
    event text primary key references event (id),
    exercise text not null,
    day integer not null,
    at integer not null,
    language text not null,
    verdict text not null,
    tier text not null,
    ratio real,
    diagnosis text,
    recalls text not null check (json_valid(recalls))
  ) strict, without rowid;
  create index attempt_by_day on attempt (day);
`
