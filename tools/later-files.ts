import { existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { type BuildOptions, build, type Plugin } from 'esbuild'
import { stubsOf } from './function-stubs.ts'

/** By the names of their folders. */
export const SCREENS = globSync('src/ui/*/*-screen.ts')
  .map((path) => basename(dirname(path)))
  .filter((name) => existsSync(fileOf(name)))

function fileOf(screen: string): string {
  return `src/ui/${screen}/${screen}-screen.ts`
}

/**
 * Files beside the scripts, each with what it holds: the screens that no command line of a script shows first; what reads decks that have
 * changed, exercises of one's own, and entries that were written elsewhere; what decodes images; what most texts can do without.
 */
const LATER_FILES: { readonly [file: string]: readonly string[] } = {
  'later-screens.cjs': SCREENS.filter((name) => name !== 'home' && name !== 'review').map(fileOf),
  'later-content.cjs': [
    'src/content/parse-deck.ts',
    'src/content/own-exercises.ts',
    'src/core/parse-entry.ts',
  ],
  'later-images.cjs': ['src/app/decode-image.ts'],
  'later-text.cjs': ['src/core/formula.ts', 'node_modules/decode-named-character-reference/index.js'],
}

/** @param options as the scripts are built, without their own */
export async function buildLaterFiles(options: BuildOptions, folder: string): Promise<void> {
  for (const [file, paths] of Object.entries(LATER_FILES)) {
    const contents = paths.map((path) => `export * from ${JSON.stringify(`./${path}`)}`).join('\n')
    await build({ ...options, stdin: { contents, resolveDir: '.' }, outfile: join(folder, file) })
  }
}

/**
 * Leaves what comes later to its own file, which is loaded when the first of its functions is called: what a start reads does not grow
 * with the program.
 */
export const leaveLater: Plugin = {
  name: 'leave-later',
  setup({ onLoad }) {
    const later = new Map(
      Object.entries(LATER_FILES).flatMap(([file, paths]) => paths.map((path) => [resolve(path), file])),
    )
    onLoad({ filter: /\.[jt]s$/, namespace: 'file' }, async ({ path }) => {
      const name = later.get(path)
      if (name === undefined) return undefined
      const from = `__dirname + ${JSON.stringify(`/${name}`)}`
      return { contents: stubsOf(await readFile(path, 'utf8'), path, from), loader: 'js' }
    })
  },
}
