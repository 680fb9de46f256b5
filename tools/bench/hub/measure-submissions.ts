import { type BenchSubmission, drawSubmissions } from './bench-submissions.ts'
import type { HubOfLearners } from './hub-of-learners.ts'
import { makeTrouble } from './make-trouble.ts'
import { persisting } from './persisting.ts'
import { added, NO_USAGE, type Usage } from './process-usage.ts'
import { quantile } from './quantile.ts'
import { submitToHub, type TimedVerdict } from './submit-to-hub.ts'
import { syncLearner } from './sync-learners.ts'

interface LoadSetting {
  readonly submissions: number
  readonly workers: number
  /** How often something is killed. */
  readonly everyMs: number
}

export interface SubmissionsMeasured {
  readonly sent: readonly BenchSubmission[]
  /** What was judged otherwise than its label says. */
  readonly unmet: readonly string[]
}

/** So many learners wait for a verdict at a time, for each worker. */
const WAITING_A_WORKER = 2

export async function measureSubmissions(
  place: HubOfLearners,
  { submissions, workers: count, everyMs }: LoadSetting,
): Promise<SubmissionsMeasured> {
  const sent = drawSubmissions(place.exercises, submissions)
  const workers = await Promise.all(
    Array.from({ length: count }, (_, at) => place.startWorker(`worker-${at}`)),
  )
  const over = new AbortController()
  const trouble = makeTrouble({ ...place, workers }, everyMs, over.signal)
  const began = performance.now()
  const syncs = syncAll(place)
  const judged = await submitAll(place, sent, count * WAITING_A_WORKER)
  const seconds = (performance.now() - began) / 1000
  await syncs
  over.abort()
  const struck = await trouble
  for (const worker of workers) await worker.end()
  console.log(
    `\nkilled: a worker ${struck.workers} times, the hub ${struck.hub}, Postgres ${struck.postgres}; ${await retried(place)} jobs were begun again`,
  )
  const worker = workers.map(({ usage }) => usage()).reduce(added, NO_USAGE)
  tellJudged(judged, { seconds, cpuSeconds: worker.cpuSeconds, workers: count })
  tellPeaks({ hub: place.hub.usage(), worker, 'Postgres, one process': place.postgres.usage() })
  return { sent, unmet: judged.flatMap(({ unmet }) => unmet ?? []) }
}

/** On the day that is left to them, one after the other, through all of the trouble. */
async function syncAll({ learners, url }: HubOfLearners): Promise<void> {
  for (const learner of learners)
    await persisting(() => syncLearner(learner, url, { answered: learner.days.at(-1) }))
}

async function submitAll(
  { learners, url }: HubOfLearners,
  sent: readonly BenchSubmission[],
  atOnce: number,
): Promise<readonly TimedVerdict[]> {
  const judged: TimedVerdict[] = []
  let next = 0
  async function submitNext(): Promise<void> {
    for (let at = next++; at < sent.length; at = next++) {
      const { token } = learners[at % learners.length] ?? {}
      const one = sent[at]
      if (one && token) judged.push(await submitToHub(one, { url, token }))
    }
  }
  await Promise.all(Array.from({ length: atOnce }, submitNext))
  return judged
}

async function retried({ db }: HubOfLearners): Promise<number> {
  const [row] = await db.query<{ readonly jobs: number }>(
    'select count(*) jobs from pgboss.job where retry_count > 0',
  )
  return row?.jobs ?? Number.NaN
}

interface BenchCost {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly workers: number
}

function tellJudged(judged: readonly TimedVerdict[], { seconds, cpuSeconds, workers }: BenchCost): void {
  const told = (values: readonly number[]) =>
    [0.5, 0.99].map((share) => (quantile(values, share) / 1000).toFixed(2)).join(' and ')
  console.log(
    `${judged.length} verdicts in ${seconds.toFixed(0)} s: ${(judged.length / seconds / workers).toFixed(2)} a second and worker, ${(cpuSeconds / judged.length).toFixed(2)} s of CPU each`,
  )
  console.log(`from submit to verdict, p50 and p99: ${told(judged.map(({ ms }) => ms))} s`)
  console.log(`of them the judge: ${told(judged.map(({ judgeMs }) => judgeMs))} s`)
}

function tellPeaks(used: { readonly [program: string]: Usage }): void {
  const peaks = Object.entries(used).map(([program, { peakMb }]) => `${program} ${peakMb.toFixed(0)} MB`)
  console.log(`largest resident set: ${peaks.join(', ')}`)
}
