import { isDeepStrictEqual } from 'node:util'
import { travelsToHub } from '../../../src/app/hub/travels-to-hub.ts'
import type { LogEntry } from '../../../src/core/log-entry.ts'
import type { Sql } from '../../../src/hub/database/database.ts'
import { streamLog } from '../../../src/hub/log/read-entries.ts'
import { personNamed } from '../../../src/hub/people/person-named.ts'
import { type CrashLearner, within } from './crash-learner.ts'

/** One sentence for each thing that is not here and there alike, or was judged otherwise than once. */
export async function lostOrTwice(sql: Sql, learners: readonly CrashLearner[]): Promise<readonly string[]> {
  const problems: string[] = []
  for (const { name, home, attempts } of learners) {
    const { id } = await personNamed(sql, { name })
    const there: LogEntry[] = []
    for await (const entry of streamLog(sql, id)) there.push(entry)
    const here = within(home, (store) => [...store.entries()]).filter((entry) => travelsToHub(id, entry))
    const sorted = here.toSorted((one, other) => (one.id < other.id ? -1 : 1))
    if (!isDeepStrictEqual(sorted, there))
      problems.push(`${name} has ${here.length} entries, the hub ${there.length}`)
    const [counted] = await sql.query<{ readonly entries: number; readonly stretches: number }>(
      `select entries, (select coalesce(sum(entries), 0) from stretch where person = $1)::bigint stretches
       from person where id = $1`,
      [id],
    )
    for (const counts of Object.values(counted ?? {}))
      if (counts !== there.length)
        problems.push(`${name}: the hub counts ${counts} entries and has ${there.length}`)
    const judged = await sql.query<{ readonly judgements: number }>(
      `select count(judgement.submission) judgements from submission
       left join judgement on judgement.submission = submission.id where person = $1 group by submission.id`,
      [id],
    )
    if (judged.length !== attempts() || judged.some(({ judgements }) => judgements !== 1))
      problems.push(
        `${name} has ${attempts()} attempts, and the hub these judgements: ${JSON.stringify(judged)}`,
      )
  }
  return problems
}
