/**
 * The hubs at which the learner is a member, and of each stretch of the log what this machine and the hub had
 * when they last agreed, for each of them may keep entries to itself: what is still so is not compared again.
 */
export const hubs = `
  create table hub_membership (
    member text primary key,
    url text not null unique,
    token text not null,
    course text not null,
    name text not null,
    used_at integer not null,
    synced_at integer
  ) strict, without rowid;
  create table hub_stretch (
    member text not null references hub_membership on delete cascade,
    stretch text not null,
    entries integer not null,
    entries_there integer not null,
    digest_there text not null,
    primary key (member, stretch)
  ) strict, without rowid;
`
