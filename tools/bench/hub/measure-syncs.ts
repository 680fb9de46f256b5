import pg from 'pg'
import type { LogEntry } from '../../../src/core/log-entry.ts'
import { compare, timed } from '../compare.ts'
import type { BenchLearner } from './bench-learners.ts'
import type { HubOfLearners } from './hub-of-learners.ts'
import { persisting } from './persisting.ts'
import { quantile } from './quantile.ts'
import { syncLearner, syncTogether } from './sync-learners.ts'

const PAIRS = 9

/** All learners at once: the first time, and on each of so many days; then one who is alone, on the day behind them. */
export async function measureSyncs(place: HubOfLearners, days: number): Promise<void> {
  console.log('syncs of all at once'.padEnd(24), COLUMNS.join('  '))
  await measureTogether(place, 'first', [undefined])
  await measureTogether(
    place,
    `${days} days`,
    Array.from({ length: days }, (_, day) => day),
  )
  await measureTogether(place, 'nothing new', [undefined])
  await measureAlone(place, days)
}

const COLUMNS = [
  'syncs/s',
  'p50 ms',
  'p99 ms',
  'CPU ms a sync: hub',
  'Postgres',
  'learner',
  'kB of WAL',
  'tried again',
]

async function measureTogether(
  place: HubOfLearners,
  label: string,
  days: readonly (number | undefined)[],
): Promise<void> {
  const { hub, postgres, learners, url } = place
  const before = { hub: hub.usage(), postgres: postgres.usage(), here: process.cpuUsage() }
  const log = await walPosition(place)
  const times: number[] = []
  const again: string[] = []
  const ms = await timed(async () => {
    for (const day of days)
      times.push(
        ...(await syncTogether(learners, (learner) =>
          persisting(
            () => syncLearner(learner, url, { answered: answersOf(learner, day) }),
            (problem) => again.push(problem.line.en),
          ),
        )),
      )
  })
  const own = process.cpuUsage(before.here)
  const each = [
    1000 * (hub.usage().cpuSeconds - before.hub.cpuSeconds),
    1000 * (postgres.usage().cpuSeconds - before.postgres.cpuSeconds),
    (own.user + own.system) / 1000,
    ((await walPosition(place)) - log) / 1000,
  ].map((sum) => (sum / times.length).toFixed(2))
  const row = [
    ((1000 * times.length) / ms).toFixed(0),
    quantile(times, 0.5).toFixed(0),
    quantile(times, 0.99).toFixed(0),
    ...each,
    `${again.length}`,
  ]
  console.log(label.padEnd(24), row.map((text, at) => text.padStart(COLUMNS[at]?.length ?? 0)).join('  '))
  for (const [why, all] of Map.groupBy(again, (one) => one)) console.log(`  ${all.length} times: ${why}`)
}

function answersOf({ days }: BenchLearner, day: number | undefined): readonly LogEntry[] | undefined {
  return day === undefined ? undefined : days[day]
}

async function walPosition({ db }: HubOfLearners): Promise<number> {
  const [row] = await db.query<{ readonly bytes: number }>(
    `select (pg_current_wal_lsn() - '0/0')::bigint bytes`,
  )
  return row?.bytes ?? Number.NaN
}

/** Against what is the least of it: a transaction that writes one row durably, on a connection that is open. */
async function measureAlone({ learners, postgres, url }: HubOfLearners, day: number): Promise<void> {
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  await client.query('create table bare (at bigint)')
  const bare = () => timed(() => client.query('insert into bare values ($1)', [Date.now()]))
  let next = 0
  const alone = (from: number | undefined) => () => {
    const learner = learners[next++ % learners.length]
    if (learner === undefined) throw new Error('no learners')
    return timed(() => syncLearner(learner, url, { answered: answersOf(learner, from) }))
  }
  console.log()
  await compare('a day’s sync of one who is alone / a bare durable transaction', PAIRS, alone(day), bare)
  await compare('a sync without anything new / a bare durable transaction', PAIRS, alone(undefined), bare)
  await client.query('drop table bare')
  await client.end()
}
