import type { Database, Statement } from 'better-sqlite3'

/** From now on a statement is compiled when it is first used: a start uses few of the many that the store knows. */
export function prepareByNeed(db: Database): void {
  const prepare = db.prepare.bind(db)
  db.prepare = ((sql: string) => laterStatement(() => prepare(sql))) as Database['prepare']
}

type Used = Pick<Statement<unknown[], unknown>, 'get' | 'all' | 'iterate' | 'run'>

interface LaterStatement extends Used {
  readonly pluck: () => LaterStatement
  readonly raw: () => LaterStatement
}

function laterStatement(prepare: () => Statement<unknown[], unknown>): LaterStatement {
  let prepared: Statement<unknown[], unknown> | undefined
  function statement(): Statement<unknown[], unknown> {
    prepared ??= prepare()
    return prepared
  }
  return {
    get: (...values) => statement().get(...values),
    all: (...values) => statement().all(...values),
    iterate: (...values) => statement().iterate(...values),
    run: (...values) => statement().run(...values),
    pluck: () => laterStatement(() => statement().pluck()),
    raw: () => laterStatement(() => statement().raw()),
  }
}
