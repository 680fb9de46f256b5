import { existsSync } from 'node:fs'
import { join, relative } from 'node:path'
import { lintPaths } from '../../content/lint-paths.ts'
import { faultLine } from '../../core/fault.ts'
import { count, type Text } from '../../core/locale.ts'
import { faultsFields } from '../../output/json/faults-json.ts'
import { findLocale } from '../find-locale.ts'
import { placesHere } from '../folders.ts'
import { print, printJson } from '../print.ts'

/** Checks decks, and links of exercises. Exit status 1 when there is a fault. */
export async function lint(paths: readonly string[], { json }: { readonly json?: boolean }): Promise<void> {
  const { builtIn, decks, exercises } = placesHere()
  const clone = join(builtIn, '..')
  const folders = {
    builtIn: existsSync(join(clone, 'decks')) ? relative('.', clone) || '.' : builtIn,
    own: decks,
    ownExercises: exercises,
  }
  const faults = await lintPaths(paths, folders)
  const locale = findLocale()
  if (json) printJson(faultsFields(faults, locale))
  else
    print([...faults.map((fault) => faultLine(fault)[locale]), summaryOf(faults.length)[locale]].join('\n'))
  if (faults.length > 0) process.exitCode = 1
}

function summaryOf(faults: number): Text {
  if (faults === 0) return { en: 'No faults.', zh: '没有问题。' }
  return { en: `${count(faults, 'fault')}.`, zh: `共 ${faults} 处问题。` }
}
