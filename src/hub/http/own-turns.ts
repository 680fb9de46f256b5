/**
 * Work of one person after the other, so that nobody has more than one connection to the database waiting for
 * their own.
 */
export function ownTurns() {
  const last = new Map<string, Promise<unknown>>()
  return async <T>(person: string, work: () => Promise<T>): Promise<T> => {
    const mine = Promise.allSettled([last.get(person)]).then(work)
    last.set(person, mine)
    try {
      return await mine
    } finally {
      if (last.get(person) === mine) last.delete(person)
    }
  }
}
