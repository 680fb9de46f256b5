import { expect } from 'vitest'
import type { Deps } from '../../src/app/deps.ts'
import { LOCALES } from '../../src/core/locale.ts'
import type { Destination } from '../../src/ui/frame/destination.ts'
import { lineWidth } from '../../src/ui/text/line.ts'
import { drive } from './drive-screens.ts'

const SIZES = [
  { columns: 20, rows: 5 },
  { columns: 40, rows: 12 },
  { columns: 59, rows: 15 },
  { columns: 80, rows: 24 },
  { columns: 120, rows: 40 },
  { columns: 300, rows: 100 },
]

/**
 * Expects that a screen fills a window of any size exactly, in both languages, after each row of keys.
 * @param presses `[[], ['?'], ['down', 'down']]`: as it opens, with its help, two lines further down
 */
export function expectToFill(deps: Deps, screen: Destination, presses: readonly (readonly string[])[]): void {
  for (const locale of LOCALES) {
    deps.store.configure('locale', locale, deps.now())
    for (const size of SIZES) {
      for (const names of presses) {
        const session = drive(deps, screen, { size })
        session.press(...names)
        const { lines } = session.frame()
        expect(lines).toHaveLength(size.rows)
        for (const runs of lines) expect(lineWidth(runs)).toBeLessThanOrEqual(size.columns)
      }
    }
  }
}
