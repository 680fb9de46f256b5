/** The scheduling parameters that stand, each scope's as a value. */
export const parameters = `
  create table parameters (
    scope text primary key check (scope in ('cards', 'exercises')),
    value text not null check (json_valid(value))
  ) strict, without rowid;
`
