import { loadContent } from '../../../src/content/load-content.ts'
import type { CardId, ExerciseId } from '../../../src/core/ids.ts'
import { createRandom } from '../../../src/core/random.ts'
import { collectStatistics } from '../../app/collect-statistics.ts'
import { daysLater, openTestDeps } from '../../app/open-test-deps.ts'

/** A deck whose title would be markup. */
const HOSTILE = 'Adam <script>alert("1")</script> & co'

const DECKS = {
  adam: `---\ntitle: '${HOSTILE}'\n---\n\n## adam/a\nQ: a?\nA: a.\n\n## adam/b\nQ: b?\nA: b.\n`,
  nms: '## nms/c\nQ: c?\nA: c.\n\n## nms/d\nQ: d?\nA: d.\n',
}

/** The statistics of a learner of some months, who tried two exercises. */
export async function statisticsOfStudy() {
  const deps = openTestDeps(DECKS)
  const { exercises } = await loadContent({ builtIn: 'dist' })
  const random = createRandom('page')
  const cards = ['adam/a', 'adam/b', 'nms/c', 'nms/d'] as CardId[]
  for (let day = 0; day < 120; day++) {
    for (const card of cards.filter(() => random.real() < 0.3)) {
      const rating = random.real() < 0.2 ? 'again' : 'good'
      deps.store.recordCard(
        card,
        { kind: 'review', rating, durationMs: 9000 },
        deps.now(),
        deps.store.card(card),
      )
    }
    if (day % 20 === 7) attempt(day)
    daysLater(deps, 1)
  }
  return collectStatistics({ ...deps, content: { ...deps.content, exercises } })

  function attempt(day: number): void {
    const accepted = day % 40 === 7
    const verdict = accepted ? 'accepted' : 'wrong-answer'
    deps.store.recordExercise(
      {
        kind: 'attempt',
        exercise: 'adam' as ExerciseId,
        language: 'py',
        outcome: { kind: 'judged', verdict, tier: accepted ? 'pass' : 'none' },
        ratio: accepted ? 4 - day / 50 : undefined,
        diagnosis: accepted ? undefined : 'no-bias-correction',
        recalls: [],
        source: '',
      },
      deps.now(),
    )
  }
}
