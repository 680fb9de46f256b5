import { explained } from '../explain.ts'
import { runCommandLine } from '../run-command-line.ts'

/** Every command, by its words. */
void explained(() => runCommandLine(process.argv.slice(2)))
