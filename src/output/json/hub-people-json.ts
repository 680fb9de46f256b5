import type { ListedPerson } from '../../hub/people/list-people.ts'

/** What `hub people --json` prints. */
export function peopleFields(people: readonly ListedPerson[]): object {
  return {
    people: people.map(({ seenAt, ...person }) => ({
      ...person,
      seenAt: seenAt === null ? null : new Date(seenAt).toISOString(),
    })),
  }
}
