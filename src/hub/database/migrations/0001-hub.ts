/**
 * Times are milliseconds since 1970. What is JSON lies there as text: Postgres's own kind knows no \u0000 and
 * forgets the order.
 */
export const firstTables: readonly string[] = [
  `create table hub (
    is_the_one boolean primary key check (is_the_one),
    id text not null,
    made_at bigint not null
  )`,
  `create table course (
    name text primary key,
    title text not null,
    made_at bigint not null
  )`,
  // Of one who left, the row stays as a tombstone: nothing else of them does.
  `create table person (
    id text primary key,
    course text not null references course,
    name text not null,
    role text not null check (role in ('learner', 'teacher')),
    token_hash bytea not null unique,
    shares boolean not null default false,
    entry_bytes bigint not null default 0,
    made_at bigint not null,
    seen_at bigint,
    left_at bigint
  )`,
  'create index person_of_course on person (course, name)',
  // One row an event, as the learner's log has it.
  `create table entry (
    person text not null references person,
    id text collate "C" not null,
    device text not null,
    kind text not null,
    version integer not null,
    at bigint not null,
    offset_min integer not null,
    subject text not null,
    body text not null,
    primary key (person, id)
  )`,
  // How many entries each stretch of a log has, and the exclusive or of their digests: where both are the
  // same, so are the entries.
  `create table stretch (
    person text not null references person,
    stretch text collate "C" not null,
    entries integer not null,
    digest bigint not null,
    primary key (person, stretch)
  )`,
  // What a course gives its learners: a release names its files by what they hold.
  `create table release (
    course text not null references course,
    version integer not null check (version > 0),
    pushed_by text not null references person,
    pushed_at bigint not null,
    note text not null,
    primary key (course, version)
  )`,
  `create table release_file (
    course text not null,
    version integer not null,
    path text not null,
    contents text not null,
    bytes integer not null,
    primary key (course, version, path),
    foreign key (course, version) references release
  )`,
  `create table blob (
    course text not null references course,
    contents text not null,
    bytes bytea not null,
    primary key (course, contents)
  )`,
  // What is judged here for a learner.
  `create table submission (
    id text collate "C" primary key,
    person text not null references person,
    exercise text not null,
    language text not null,
    file_name text not null,
    source text not null,
    release integer,
    received_at bigint not null
  )`,
  'create index submission_of_person on submission (person, id)',
  // Recorded once, however often it was judged.
  `create table judgement (
    submission text collate "C" primary key references submission on delete cascade,
    verdict text not null,
    grading text not null,
    worker text not null,
    judged_at bigint not null
  )`,
  // What follows from a learner's log, made anew when it has grown; only of learners who share.
  `create table progress (
    person text primary key references person,
    entries bigint not null,
    folded_at bigint not null,
    state text not null
  )`,
]
