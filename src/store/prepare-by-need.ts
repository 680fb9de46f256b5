import type { Database, Statement } from 'better-sqlite3'

/** From now on a statement is compiled when it is first used: a start uses few of the many that the store knows. */
export function prepareByNeed(db: Database): void {
  const prepare = db.prepare.bind(db)
  Object.assign(db, { prepare: (sql: string) => new LaterStatement(() => prepare(sql)) })
}

/** What the store asks of a statement. Its methods are its class's: a store has some two hundred. */
class LaterStatement {
  readonly #prepare: () => Statement<unknown[], unknown>
  #prepared: Statement<unknown[], unknown> | undefined

  constructor(prepare: () => Statement<unknown[], unknown>) {
    this.#prepare = prepare
  }

  get(...values: unknown[]) {
    return this.#statement().get(...values)
  }

  all(...values: unknown[]) {
    return this.#statement().all(...values)
  }

  iterate(...values: unknown[]) {
    return this.#statement().iterate(...values)
  }

  run(...values: unknown[]) {
    return this.#statement().run(...values)
  }

  pluck() {
    return new LaterStatement(() => this.#statement().pluck())
  }

  raw() {
    return new LaterStatement(() => this.#statement().raw())
  }

  #statement(): Statement<unknown[], unknown> {
    this.#prepared ??= this.#prepare()
    return this.#prepared
  }
}
