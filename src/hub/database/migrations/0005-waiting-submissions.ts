/** Who is before whom, and how many a learner has waiting, is asked at every look at a queue. */
export const waitingSubmissions: readonly string[] = [
  'alter table submission add column waiting boolean not null default true',
  'create index submission_in_queue on submission (language, received_at, id) where waiting',
  'create index submission_of_waiting_person on submission (person) where waiting',
]
