/** The log, its projections, and the device that writes here. */
export const init = `
  create table device (
    id text primary key
  ) strict;

  create table event (
    id text primary key,
    device text not null,
    kind text not null check (kind in ('review', 'suspend', 'bury', 'attempt', 'hint', 'undo', 'config')),
    at integer not null,
    offset_min integer not null,
    subject text not null,
    body text not null check (json_valid(body))
  ) strict;
  create index event_by_subject on event (subject, kind);
  create trigger event_is_append_only before update on event
    begin select raise(abort, 'the log is append-only'); end;
  create trigger event_is_kept before delete on event
    begin select raise(abort, 'the log is append-only'); end;

  create table card_state (
    card text primary key,
    kind text not null check (kind in ('new', 'learning', 'review', 'relearning')),
    stability real, difficulty real, last_review integer, last_day integer, reps integer, lapses integer,
    due integer, step integer,
    due_day integer, interval_days integer,
    suspended integer not null check (suspended in (0, 1)),
    buried_on integer,
    leech integer not null check (leech in (0, 1)),
    check (case kind when 'new' then stability is null
      when 'review' then stability > 0 and due_day is not null and interval_days >= 1
      else stability > 0 and due is not null and step is not null end)
  ) strict;

  create table exercise_state (
    exercise text primary key,
    kind text not null check (kind in ('new', 'review')),
    stability real, difficulty real, last_review integer, last_day integer, reps integer, lapses integer,
    due_day integer, interval_days integer,
    failures integer not null, hints integer not null, hinted_on integer, attempts integer not null,
    best text not null check (best in ('none', 'pass', 'gold')),
    check ((kind = 'new') = (stability is null))
  ) strict;

  create table setting (
    key text primary key,
    value text not null
  ) strict;

  create table review (
    event text primary key references event (id),
    card text not null,
    day integer not null,
    rating text not null check (rating in ('again', 'hard', 'good', 'easy')),
    kind_before text not null check (kind_before in ('new', 'learning', 'review', 'relearning')),
    interval_before integer,
    duration_ms integer not null
  ) strict;
  create index review_by_day on review (day);

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
  ) strict;
  create index attempt_by_day on attempt (day);
`
