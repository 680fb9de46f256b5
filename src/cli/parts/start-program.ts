import { explainAll } from '../explain.ts'
import { runCommandLine } from '../run-command-line.ts'

/** Every command, by its words. */
explainAll(() => runCommandLine(process.argv.slice(2)))
