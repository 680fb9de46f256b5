import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'esbuild'

/**
 * `anneal/kit`, for exercises of one's own: one file that runs, and the declarations that TypeScript reads beside it.
 */
export async function buildKit(outdir: string): Promise<void> {
  await build({
    entryPoints: { kit: 'src/kit/kit.ts' },
    outdir,
    bundle: true,
    format: 'esm',
    platform: 'neutral',
    target: 'es2024',
    logLevel: 'warning',
  })
  const args = ['-p', 'src/kit', '--outDir', join(outdir, 'types')]
  execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', ...args], { stdio: 'inherit' })
}
