/** Sums of what was foretold and came of it, up to an event; made again from the log where they are missing. */
export const calibration = `
  create table calibration (
    event text primary key,
    value text not null check (json_valid(value))
  ) strict, without rowid;
`
