import { createRequire } from 'node:module'
import type { TransformOptions } from 'esbuild'
import { requireBanner, TRANSFORM } from './esbuild-program.ts'

type Transform = (text: string, options: TransformOptions) => Promise<{ readonly code: string }>
interface Esbuild {
  readonly transform: Transform
  readonly stop: () => Promise<void>
}

let kept: Esbuild | undefined
let isBroken = false

/**
 * What a process of its own would make of the text, from one that is kept for many, or undefined: where the
 * text is at fault, that one says why. Whoever breaks this one or holds it up has ended it: from then on each
 * has its own.
 */
export async function transformKept(text: string, fileName: string): Promise<string | undefined> {
  if (isBroken) return undefined
  kept ??= createRequire(import.meta.url)('esbuild') as Esbuild
  const options = { ...TRANSFORM, logLevel: 'silent', sourcefile: fileName, ...requireBanner(text) } as const
  const clock = Promise.withResolvers<null>()
  const timer = setTimeout(clock.resolve, HELD_UP_MS, null)
  const made = kept.transform(text, options).then(
    ({ code }) => code,
    // What is wrong with a text stands in a list; without one it is esbuild that has ended.
    (error: { readonly errors?: unknown }) => (error.errors === undefined ? null : undefined),
  )
  const code = await Promise.race([made, clock.promise])
  clearTimeout(timer)
  if (code !== null) return code
  isBroken = true
  await kept.stop()
  return undefined
}

const HELD_UP_MS = 20_000
