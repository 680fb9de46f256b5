import type { Deps } from '../../app/deps.ts'
import type { Today } from '../../app/summarize-today.ts'
import { todayLines } from '../home/home-view.ts'
import { plainAround, plainText } from './plain-text.ts'

/** The home screen's summary. */
export function todayText(deps: Deps, today: Today): string {
  return plainText(todayLines(today, plainAround(deps)))
}
