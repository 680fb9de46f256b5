import { readdirSync } from 'node:fs'

/** None where there is no such folder, or it cannot be looked into: that is told by whoever writes there. */
export function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
