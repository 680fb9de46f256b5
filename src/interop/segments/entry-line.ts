import { LONGEST_BODY } from '../../core/log-entry.ts'

/** What is a little too long is read, so that it is refused by its name. */
const LONGEST_LINE = 2 * LONGEST_BODY

/** An entry from a line of JSON, unchecked. Undefined, which is no entry, for no JSON, or far more than an entry is. */
export function parseEntryLine(line: string): unknown {
  if (line.length > LONGEST_LINE) return undefined
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
