import { mkdirSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * What is started for each strike, one file instead of a hundred: `scenario.js` and `sync-again.js`.
 * @returns a folder in which they find the packages
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
    packages: 'external',
    logLevel: 'warning',
  })
  return outdir
}
