/** What the teacher's page needs. */
export const teacherTables: readonly string[] = [
  // So that it is known without counting whether a log has grown.
  'alter table person add column entries bigint not null default 0',
  `update person set entries = coalesce((select sum(entries) from stretch where stretch.person = person.id), 0)`,
  // Of which program's making the state is.
  'alter table progress add column form integer not null default 0',
  // Of teachers who signed in, in a browser.
  `create table session (
    token_hash bytea primary key,
    person text not null references person,
    expires_at bigint not null
  )`,
  'create index session_of_person on session (person)',
]
