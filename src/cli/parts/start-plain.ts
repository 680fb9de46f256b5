import { printQueue } from '../commands/print-queue.ts'
import { printToday } from '../commands/print-today.ts'
import { explainAll } from '../explain.ts'

/**
 * `anneal` and `anneal review`, also with `--json`, where there is no terminal. Which of them it is, the
 * launcher has looked at.
 */
const [command, flag] = process.argv.slice(2)
// To take apart all that is in memory would take as long as to read the decks.
process.once('beforeExit', () => process.exit())
explainAll(() => (command === 'review' ? printQueue({ json: flag !== undefined }) : printToday()))
