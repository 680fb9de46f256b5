import { loadContent } from '../../src/content/load-content.ts'
import type { CardId, ExerciseId } from '../../src/core/ids.ts'
import type { LogEntry } from '../../src/core/log-entry.ts'
import { createRandom } from '../../src/core/random.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { NOON } from '../app/open-test-deps.ts'
import { openTestHub, type TestHub } from './open-test-hub.ts'
import { personCalled, pushAll, saying } from './share-log.ts'

/** A name and a diagnosis that would be markup. */
export const HOSTILE_NAME = `"><script>document.title='owned'</script><img src=x onerror=alert(1)>`
export const HOSTILE_MISTAKE = '<svg/onload=alert(2)>/..%2f&amp;'

/** How somebody studied: how likely they recall, for how many days up to how many days ago, and how they fared with Adam. */
interface Life {
  readonly recall: number
  readonly days: number
  readonly idle: number
  readonly adam: 'solves' | 'stuck' | 'gives up'
  readonly mistake?: string
  readonly interview?: string
}

const LIVES: { readonly [name: string]: Life } = {
  Ann: { recall: 0.95, days: 40, idle: 0, adam: 'solves', interview: '2027-01-15' },
  李雷: { recall: 0.7, days: 20, idle: 1, adam: 'stuck' },
  [HOSTILE_NAME]: { recall: 0.85, days: 10, idle: 9, adam: 'gives up', mistake: HOSTILE_MISTAKE },
  Silent: { recall: 0.5, days: 5, idle: 0, adam: 'stuck', mistake: 'known-to-nobody' },
}

let logs: readonly (readonly [string, readonly LogEntry[]])[] | undefined

/** Of each, as their own program records it: the same for every test. */
async function logsOfLives() {
  if (logs !== undefined) return logs
  const { decks } = await loadContent({ builtIn: 'dist' })
  const cards = decks
    .filter(({ name }) => ['adam', 'nms', 'conv2d', 'batch-norm'].includes(name))
    .flatMap((deck) => deck.cards.slice(0, 12))
  logs = Object.entries(LIVES).map(([name, life]) => [name, logOfLife(name, cards, life)] as const)
  return logs
}

function logOfLife(
  seed: string,
  cards: readonly CardId[],
  { recall, days, idle, adam, mistake = 'no-bias-correction', interview }: Life,
): readonly LogEntry[] {
  const store = createStore(openDatabase(':memory:'))
  const random = createRandom(seed)
  const moment = (daysAgo: number, minutes: number) => ({
    at: NOON - daysAgo * 86_400_000 + minutes * 60_000,
    offsetMin: 60,
  })
  for (let day = days; day > 0; day--) {
    for (const [at, card] of cards.entries()) {
      if (random.real() > 0.25) continue
      const rating = random.real() < recall ? 'good' : 'again'
      const change = { kind: 'review', rating, durationMs: 8000 } as const
      store.recordCard(card, change, moment(idle + day, at), store.card(card))
    }
  }
  if (interview !== undefined) store.configure('interview', interview, moment(idle, 1))
  const outcomes = { solves: [false, true], stuck: [false, false, false, false], 'gives up': [false] }[adam]
  for (const [at, accepted] of outcomes.entries()) {
    store.recordExercise(
      {
        kind: 'attempt',
        exercise: 'adam' as ExerciseId,
        language: 'py',
        outcome: {
          kind: 'judged',
          verdict: accepted ? 'accepted' : 'wrong-answer',
          tier: accepted ? 'pass' : 'none',
        },
        diagnosis: accepted ? undefined : mistake,
        recalls: [],
        source: 'def adam(): the-secret-source',
      },
      moment(idle, 10 + at),
    )
  }
  if (adam === 'gives up') {
    store.recordExercise(
      {
        kind: 'attempt',
        exercise: 'adam' as ExerciseId,
        language: 'py',
        outcome: { kind: 'given-up' },
        recalls: [],
        source: '',
      },
      moment(idle, 20),
    )
  }
  const entries = [...store.entries()]
  store.close()
  return entries
}

/** Three who share, one of them with a hostile name, and one who does not. */
export async function openCourse(isBehindProxy = false): Promise<TestHub> {
  const opened = await openTestHub({
    people: { Tom: 'teacher', Ann: 'learner', 李雷: 'learner', [HOSTILE_NAME]: 'learner', Silent: 'learner' },
    pages: { isBehindProxy },
  })
  const { hub } = opened
  for (const [name, log] of await logsOfLives()) {
    const person = await personCalled(hub, name)
    const consent = name === 'Silent' ? [] : [saying('consent', person, NOON)]
    await pushAll(hub, person, [...log, ...consent])
  }
  return opened
}
