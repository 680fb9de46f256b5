/**
 * How many of the same learner's were waiting when it came: whoever sends one is judged before the second of
 * who sends twenty.
 */
export const turnsOfSubmissions: readonly string[] = [
  'alter table submission add column turn integer not null default 0',
  'drop index submission_in_queue',
  'create index submission_in_turn on submission (language, turn, received_at, id) where waiting',
]
