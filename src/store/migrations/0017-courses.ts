/**
 * What this machine has of the courses of its hubs: in which folder and of which release; of each of their
 * files where it lies and what it held when the learner last had it, or was offered it; and what releases had
 * at a place, by which an edit is told from an older release that another machine brought.
 */
export const courses = `
  create table course (
    member text primary key references hub_membership on delete cascade,
    folder text not null,
    release integer not null,
    pushed integer not null,
    takes_graders integer not null check (takes_graders in (0, 1))
  ) strict, without rowid;
  create table course_file (
    member text not null references hub_membership on delete cascade,
    path text not null,
    place text not null,
    contents text not null,
    primary key (member, path)
  ) strict, without rowid;
  create table course_contents (
    place text not null,
    contents text not null,
    member text not null references hub_membership on delete cascade,
    release integer not null,
    primary key (place, contents, member)
  ) strict, without rowid;
`
