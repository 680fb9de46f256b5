import type { Hub } from '../hub.ts'
import { type Invited, invite } from '../people/invite.ts'
import { type ListedPerson, listPeople } from '../people/list-people.ts'
import type { PersonName } from '../people/person-named.ts'
import { type Removed, removePerson } from '../people/remove-person.ts'
import { renewToken } from '../people/renew-token.ts'

/** What only whoever runs a hub may do, and no token of anybody's. Each throws a Problem for what cannot be. */
export interface Office {
  readonly invite: (wish: Omit<Invited, 'token'>) => Promise<Invited>
  readonly people: () => Promise<readonly ListedPerson[]>
  readonly renewToken: (who: PersonName) => Promise<Invited>
  readonly remove: (who: PersonName) => Promise<Removed>
}

export function officeOf({ db, now }: Hub): Office {
  return {
    invite: (wish) => invite(db, wish, now()),
    people: () => listPeople(db),
    renewToken: (who) => renewToken(db, who),
    remove: (who) => removePerson(db, who, now()),
  }
}
