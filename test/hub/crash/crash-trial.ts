import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '../../../src/core/random.ts'
import type { HubEngine } from '../open-test-hub.ts'
import { type CrashLearner, openCrashLearner } from './crash-learner.ts'
import { openCrashWorld } from './crash-world.ts'
import { lostOrTwice } from './lost-or-twice.ts'
import { openStrikeProxy, STRIKE_TIMES, type StrikeTime } from './strike-proxy.ts'

export interface CrashTrial {
  /** What was struck, and at which request. */
  readonly strikes: readonly string[]
  readonly requests: number
  readonly submissions: number
  /** One sentence for each thing that was lost, or is there twice. */
  readonly problems: readonly string[]
}

interface TrialWish {
  readonly seed: string
  /** The embedded one is within the hub, which then judges too. */
  readonly engine: HubEngine
  readonly strikes: number
  /** Whether the learners submit too; without, there are no workers. */
  readonly submits: boolean
}

/**
 * Three learners sync, and submit, with the built program, and at requests that the seed draws one of all processes is killed with -9 and
 * started again: each victim once before any is struck a second time. In the end what is here and there is compared.
 */
export async function runCrashTrial({ seed, engine, strikes, submits }: TrialWish): Promise<CrashTrial> {
  const random = createRandom(`crash ${seed}`)
  const root = mkdtempSync(join(tmpdir(), 'anneal-crash-hub-'))
  const world = await openCrashWorld(join(root, 'hub'), engine, submits)
  const victims = [...world.victims, 'learner'] as const
  const plan = Array.from({ length: Math.ceil(strikes / victims.length) }, () => random.shuffle(victims))
    .flat()
    .slice(0, strikes)
  const struck: string[] = []
  let requests = 0
  let next = random.int(4, 12)
  let when: StrikeTime = random.pick(STRIKE_TIMES)
  let mending = Promise.resolve()
  const proxy = await openStrikeProxy(async (time, authorization) => {
    if (time === 'asked') requests++
    const victim = plan[struck.length]
    if (victim === undefined || time !== when || requests < next) return
    struck.push(`${victim} when request ${requests} was ${time}`)
    next = requests + random.int(4, 12)
    when = random.pick(STRIKE_TIMES)
    mending = mending.then(() => strike(victim, authorization))
    await mending
  })
  proxy.leadTo(world.hubUrl())
  const learners = ['Ada', 'Ben', 'Cho'].map((name) =>
    openCrashLearner({
      name,
      home: join(root, name),
      token: world.invite(name),
      url: proxy.url,
      whole: () => mending,
    }),
  )
  async function strike(victim: (typeof victims)[number], authorization: string): Promise<void> {
    if (victim === 'learner') learners.find((one) => one.authorization === authorization)?.kill()
    else await world.restart(victim)
    proxy.leadTo(world.hubUrl())
  }
  try {
    const isOver = () => struck.length === plan.length
    await Promise.all(learners.map((learner) => studyUntil(learner, submits, isOver)))
    for (const learner of learners) await learner.sync()
    const db = await world.openDatabase()
    const problems = await lostOrTwice(db, learners)
    // Lest nothing was compared.
    await db.query('delete from entry where ctid = (select min(ctid) from entry)')
    const isSeen = (await lostOrTwice(db, learners)).length > problems.length
    await db.close()
    const submissions = learners.reduce((sum, { attempts }) => sum + attempts(), 0)
    return { strikes: struck, requests, submissions, problems: isSeen ? problems : [...problems, UNSEEN] }
  } finally {
    proxy.close()
    await world.end()
    rmSync(root, { recursive: true, force: true })
  }
}

const UNSEEN = 'An entry that is lost is not noticed.'

async function studyUntil(learner: CrashLearner, submits: boolean, isOver: () => boolean): Promise<void> {
  let round = 0
  do {
    learner.answer(++round)
    await learner.sync()
    if (submits) await learner.submit(round)
  } while (!isOver())
}
