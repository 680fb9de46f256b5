/** What interviewers ask is told from what the day asks, which alone its limits count; and each interview has a row. */
export const interviews = `
  alter table day add column fresh_interviewed integer not null default 0;
  alter table day add column due_interviewed integer not null default 0;
  create table interview (
    begun text primary key,
    value text not null check (json_valid(value))
  ) strict, without rowid;
`
