import { execFileSync } from 'node:child_process'

/** The tests that start the program are to meet the sources as they are: `npx vitest` builds nothing by itself. */
export function setup(): void {
  execFileSync(process.execPath, ['tools/build-if-stale.ts'], { stdio: 'inherit' })
}
