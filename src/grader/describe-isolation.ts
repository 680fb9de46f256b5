import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { Language } from '../core/exercise.ts'
import { Problem } from '../core/problem.ts'
import { allLanguages } from './languages/all-languages.ts'
import { DANGERS, type Danger } from './languages/language.ts'
import { DEFAULT_LIMITS } from './run/limits.ts'
import { READS_USAGE } from './run/process-usage.ts'

/** What runs a language here, for `doctor`. */
export type FoundTool =
  | {
      readonly kind: 'found'
      readonly language: Language
      readonly name: string
      readonly path: string
      readonly version: string
    }
  | {
      readonly kind: 'missing'
      readonly language: Language
      readonly name: string
      readonly problem: Problem
    }

/** Asks every language for its tool and that tool for its version. */
export function findTools(): Promise<readonly FoundTool[]> {
  return Promise.all(
    allLanguages().map(async (support): Promise<FoundTool> => {
      const { language, name } = support
      try {
        const { path } = await support.findTool()
        return { kind: 'found', language, name, path, version: await support.versionOf({ path }) }
      } catch (error) {
        if (!(error instanceof Problem)) throw error
        return { kind: 'missing', language, name, problem: error }
      }
    }),
  )
}

/** What stands between a submission and this machine, and what does not: docs/security.md says more. */
export interface Isolation {
  readonly platform: NodeJS.Platform
  readonly bubblewrap: string | undefined
  readonly cpuTime: 'system' | 'child'
  readonly memoryMb: number
  readonly denied: { readonly [L in Language]: readonly Danger[] }
  readonly open: { readonly [L in Language]: readonly Danger[] }
}

export function describeIsolation(): Isolation {
  return {
    platform: process.platform,
    bubblewrap: findOnPath('bwrap'),
    cpuTime: READS_USAGE ? 'system' : 'child',
    memoryMb: DEFAULT_LIMITS.memoryMb,
    denied: byLanguage((denies) => DANGERS.filter((danger) => denies.includes(danger))),
    open: byLanguage((denies) => DANGERS.filter((danger) => !denies.includes(danger))),
  }
}

function byLanguage(choose: (denies: readonly Danger[]) => readonly Danger[]): Isolation['denied'] {
  const entries = allLanguages().map(({ language, denies }) => [language, choose(denies)] as const)
  return Object.fromEntries(entries) as Isolation['denied']
}

function findOnPath(name: string): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return folders.map((folder) => join(folder, name)).find(isProgram)
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    // Not there, or not for us.
    return false
  }
}
