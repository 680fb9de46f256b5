import { summarizeToday } from '../../app/summarize-today.ts'
import { todayText } from '../../ui/plain/today-text.ts'
import { openDeps } from '../open-deps.ts'
import { print } from '../print.ts'

/** What the home screen tells, as text. */
export async function printToday(): Promise<void> {
  const deps = await openDeps()
  print(todayText(deps, summarizeToday(deps)))
}
