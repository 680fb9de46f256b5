import type { Exercise, Language } from '../core/exercise.ts'
import type { ExerciseId } from '../core/ids.ts'
import type { Text } from '../core/locale.ts'
import { Problem } from '../core/problem.ts'
import { parseSignature } from '../core/signature.ts'
import { allLanguages } from './languages/all-languages.ts'
import type { OuterKind, OuterLayer } from './protocol/compiling.ts'
import {
  DANGERS,
  type Danger,
  type LanguageSupport,
  type Tool,
  type ToolPlaces,
} from './protocol/language.ts'
import { DEFAULT_LIMITS } from './run/limits.ts'
import { openProgram, type ProgramSetting } from './run/open-program.ts'
import { findOuterLayer } from './run/outer-layer.ts'
import { READS_USAGE } from './run/process-usage.ts'
import { unlessAborted } from './run/unless-aborted.ts'

/** What runs a language here, for `doctor`. */
export type FoundTool =
  | {
      readonly kind: 'found'
      readonly language: Language
      readonly name: string
      readonly path: string
      readonly version: Text
    }
  | {
      readonly kind: 'missing'
      readonly language: Language
      readonly name: string
      readonly problem: Problem
    }

/** Asks every language for its tool and that tool for its version. */
export function findTools(places: ToolPlaces): Promise<readonly FoundTool[]> {
  return Promise.all(
    allLanguages().map(async (support): Promise<FoundTool> => {
      const { language, name } = support
      try {
        const { path } = await support.findTool(places)
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
  readonly layer: OuterKind
  readonly cpuTime: 'system' | 'child'
  readonly memoryMb: number
  /** Of each language that runs here. */
  readonly languages: readonly LanguageIsolation[]
  readonly broken: readonly BrokenLanguage[]
}

export interface LanguageIsolation {
  readonly language: Language
  readonly denied: readonly Danger[]
  readonly open: readonly Danger[]
}

/** Its tool is there, and what runs beside a submission does not start. */
export interface BrokenLanguage {
  readonly language: Language
  readonly problem: Problem
}

type Roots = Pick<ProgramSetting, 'graderRoot' | 'cacheRoot' | 'signal'> & ToolPlaces

/**
 * Tries every layer that there may be: starts what runs beside a submission, without one, and hears what
 * holds. Rejects at once when it is stopped, whatever tool it is waiting for.
 */
export function describeIsolation(roots: Roots): Promise<Isolation> {
  return unlessAborted(roots.signal, tryIsolation(roots))
}

async function tryIsolation(roots: Roots): Promise<Isolation> {
  const layer = await findOuterLayer()
  const languages = await Promise.all(allLanguages().map((support) => isolationOf(support, layer, roots)))
  return {
    platform: process.platform,
    layer: layer.kind,
    cpuTime: READS_USAGE ? 'system' : 'child',
    memoryMb: DEFAULT_LIMITS.memoryMb,
    languages: languages.filter((one) => one !== undefined && 'denied' in one),
    broken: languages.filter((one) => one !== undefined && 'problem' in one),
  }
}

async function isolationOf(
  support: LanguageSupport,
  layer: OuterLayer,
  roots: Roots,
): Promise<LanguageIsolation | BrokenLanguage | undefined> {
  const { language, denies } = support
  let tool: Tool | undefined
  try {
    tool = await support.findTool(roots)
    const setting = {
      support,
      tool,
      ...roots,
      limits: DEFAULT_LIMITS,
    }
    await using program = await openProgram(setting, TRIVIAL, {
      kind: 'text',
      fileName: `submission${support.extension}`,
      text: support.starter(TRIVIAL, 'en'),
    })
    const by = [
      ...denies,
      ...OUTER_DENIES[layer.kind],
      ...program.layers.flatMap((name) => HARNESS_DENIES[name] ?? []),
    ]
    return {
      language,
      denied: DANGERS.filter((danger) => by.includes(danger)),
      open: DANGERS.filter((danger) => !by.includes(danger)),
    }
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    // `findTools` tells of a tool that is not there.
    return tool && { language, problem: error }
  }
}

const TRIVIAL: Exercise = {
  id: 'trivial' as ExerciseId,
  title: { en: 'Trivial', zh: '平凡' },
  topic: 'trivial',
  signature: parseSignature('(n: int) -> int'),
  difficulty: 'easy',
  minutes: 1,
  prerequisites: [],
  budget: undefined,
  hints: [],
}

const OUTER_DENIES: { readonly [K in OuterKind]: readonly Danger[] } = {
  bubblewrap: ['write files', 'read files', 'network', 'signals'],
  namespaces: ['network', 'signals'],
  none: [],
}

/** What a harness takes away from its own process, by the names that it says hello with. */
const HARNESS_DENIES: { readonly [layer: string]: readonly Danger[] } = {
  landlock: ['write files', 'read files'],
  seccomp: ['write files', 'network', 'start programs', 'signals'],
}
