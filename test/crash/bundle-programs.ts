import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * What is started for each strike, one file instead of some hundreds, which would take longer to load than the strike: `scenario.js` and
 * `sync-again.js`.
 * @returns a folder in which they find the packages that are binaries
 */
export async function bundlePrograms(): Promise<string> {
  mkdirSync('.cache', { recursive: true })
  const outdir = mkdtempSync(join('.cache', 'crash-'))
  await build({
    entryPoints: ['test/crash/scenario.ts', 'test/crash/sync-again.ts'],
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['better-sqlite3', 'esbuild'],
    banner: { js: REQUIRE },
    logLevel: 'warning',
  })
  return outdir
}

/** CommonJS packages inside the bundle ask for Node's own modules by it. */
const REQUIRE =
  "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);"
