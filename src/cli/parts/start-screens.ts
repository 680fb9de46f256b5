import { reviewOptions } from '../commands/review-options.ts'
import { explainAll } from '../explain.ts'
import { openDeps } from '../open-deps.ts'
import { showScreens } from '../show-screens.ts'

/** `anneal` and `anneal review` in a terminal. Which of them it is, the launcher has looked at. */
const [command] = process.argv.slice(2)
explainAll(async () =>
  showScreens(
    await openDeps(),
    command === 'review' ? { kind: 'review', options: reviewOptions({}) } : { kind: 'home' },
  ),
)
