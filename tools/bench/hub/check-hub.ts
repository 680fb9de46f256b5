import { travelsToHub } from '../../../src/app/hub/travels-to-hub.ts'
import type { Sql } from '../../../src/hub/database/database.ts'
import { type BenchLearner, withStore } from './bench-learners.ts'
import type { BenchSubmission } from './bench-submissions.ts'

/** One sentence for each learner of whom the hub has not just what they have. */
export async function unequalLogs(sql: Sql, learners: readonly BenchLearner[]): Promise<readonly string[]> {
  const faults: string[] = []
  for (const learner of learners) {
    const rows = await sql.query<{ readonly id: string; readonly person: string }>(
      'select entry.id, person from entry join person on person.id = person where name = $1',
      [learner.name],
    )
    const there = new Set(rows.map(({ id }) => id))
    const here = await idsHere(learner, rows[0]?.person ?? '')
    const lost = countWithout(here, there)
    const strange = countWithout(there, here)
    if (lost + strange + (rows.length - there.size) > 0 || here.size === 0)
      faults.push(`${learner.name} has ${here.size} events: ${lost} not at the hub, ${strange} only there`)
  }
  return faults
}

function countWithout(ids: ReadonlySet<string>, others: ReadonlySet<string>): number {
  return [...ids].filter((id) => !others.has(id)).length
}

function idsHere(learner: BenchLearner, member: string): Promise<ReadonlySet<string>> {
  return withStore(
    learner,
    (store) =>
      new Set([...store.entries()].filter((entry) => travelsToHub(member, entry)).map(({ id }) => id)),
  )
}

/** One sentence for each submission that has not just one judgement. */
export async function unequalJudgements(
  sql: Sql,
  sent: readonly BenchSubmission[],
): Promise<readonly string[]> {
  const rows = await sql.query<{ readonly id: string; readonly judgements: number }>(
    `select submission.id, count(judgement.submission) judgements
     from submission left join judgement on judgement.submission = submission.id group by submission.id`,
  )
  const there = new Map(rows.map(({ id, judgements }) => [id, judgements]))
  const faults = sent.flatMap(({ id, exercise }) =>
    there.get(id) === 1
      ? []
      : [`${id} of ${exercise} has ${there.get(id) ?? 'not even a row, no'} judgements`],
  )
  return there.size === sent.length
    ? faults
    : [...faults, `${there.size} submissions, and ${sent.length} sent`]
}
