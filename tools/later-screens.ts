import { existsSync, globSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { basename, dirname, resolve } from 'node:path'
import type { Plugin } from 'esbuild'
import { exportedFunctions } from './exported-functions.ts'

/** Beside the scripts. */
export const LATER_SCREENS = 'later-screens.cjs'

/** By the names of their folders. */
export const SCREENS = globSync('src/ui/*/*-screen.ts')
  .map((path) => basename(dirname(path)))
  .filter((name) => existsSync(fileOf(name)))

/** No command line that is a script of its own shows them first. */
const LATER = SCREENS.filter((name) => name !== 'home' && name !== 'review').map(fileOf)

function fileOf(screen: string): string {
  return `src/ui/${screen}/${screen}-screen.ts`
}

/** What the file holds. */
export const laterScreens = LATER.map((path) => `export * from ${JSON.stringify(`./${path}`)}`).join('\n')

/**
 * Leaves the screens that come later to a file of their own, which is loaded when the first of them is opened: what a start reads does not
 * grow with the program.
 */
export const leaveScreens: Plugin = {
  name: 'leave-screens',
  setup({ onLoad }) {
    const later = new Set(LATER.map((path) => resolve(path)))
    onLoad({ filter: /-screen\.ts$/ }, async ({ path }) => {
      if (!later.has(path)) return undefined
      const file = `__dirname + ${JSON.stringify(`/${LATER_SCREENS}`)}`
      const stubs = exportedFunctions(await readFile(path, 'utf8'), path).map(
        ({ name }) => `export const ${name} = (...values) => require(${file}).${name}(...values)`,
      )
      return { contents: stubs.join('\n'), loader: 'js' }
    })
  },
}
