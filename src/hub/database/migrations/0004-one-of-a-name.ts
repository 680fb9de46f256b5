/** Whoever runs a hub names people by their names. */
export const oneOfAName: readonly string[] = [
  'create unique index person_name on person (course, name) where left_at is null',
]
