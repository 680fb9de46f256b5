import { summarizeToday } from '../../app/summarize-today.ts'
import { todayText } from '../../ui/plain/today-text.ts'
import { openDeps } from '../open-deps.ts'
import { print, printJson } from '../print.ts'

/** What the home screen tells, as text. */
export async function printToday({ json }: { readonly json?: boolean } = {}): Promise<void> {
  const deps = await openDeps()
  if (json)
    return printJson((await import('../../output/json/today-json.ts')).todayFields(summarizeToday(deps)))
  print(todayText(deps, summarizeToday(deps)))
}
