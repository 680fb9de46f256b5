import { readdirSync, readFileSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import type { Language } from '../../src/core/exercise.ts'
import type { VerdictKind } from '../../src/core/verdict.ts'
import { languageOf } from '../../src/grader/languages/all-languages.ts'
import type { Danger } from '../../src/grader/protocol/language.ts'

const FOLDER = join(import.meta.dirname, 'submissions')

/** A hostile submission; its first lines say what must become of it. */
export interface Attack {
  readonly fileName: string
  readonly language: Language
  readonly source: string
  readonly verdict: VerdictKind
  /** Part of what the learner is told. */
  readonly message: string
  /** Where this is not denied, the attack says REACHED. */
  readonly danger: Danger | undefined
  /** Tried in the weaker layers too, though nothing is reached. */
  readonly everywhere: boolean
  /** The layers in which it reaches what it is after, which is said and not denied: docs/security.md. */
  readonly visibleIn: readonly string[]
  /** What must be denied for the attack to fail; where it is not, there is nothing to try. */
  readonly needs: Danger | undefined
  readonly budget: boolean
  readonly requestMs: number
  readonly memoryMb: number
}

/** What an attack aims at, by the name between braces in its source. */
export type Targets = Readonly<
  Record<'home' | 'graders' | 'database' | 'secret' | 'judge' | 'victim' | 'port' | 'mark', string>
>

export function findAttacks(): readonly Attack[] {
  return readdirSync(FOLDER)
    .filter((name) => !name.startsWith('right.'))
    .sort()
    .map(readAttack)
}

export function aimed({ source, language }: Attack, targets: Targets): string {
  const answer = readFileSync(join(FOLDER, `right${RIGHT[language]}`), 'utf8')
  const whole = language === 'cpp' ? `${answer}\n${source}` : `${source}\n${answer}`
  return whole.replace(/\{\{(\w+)\}\}/g, (_, name: keyof Targets) => targets[name])
}

const RIGHT: { readonly [L in Language]: string } = { ts: '.ts', js: '.ts', py: '.py', cpp: '.cpp' }

function readAttack(fileName: string): Attack {
  const source = readFileSync(join(FOLDER, fileName), 'utf8')
  const language = languageOf(fileName)
  const head = (key: string) => new RegExp(`^(?://|#) ${key}: (.*)$`, 'm').exec(source)?.[1]
  if (language === undefined) throw new Error(`${fileName} is in no language`)
  return {
    fileName,
    language,
    source,
    verdict: head('verdict') as VerdictKind,
    message: head('message') ?? '',
    danger: head('danger') as Danger | undefined,
    everywhere: head('everywhere') === 'yes',
    visibleIn: head('visible')?.split(' ') ?? [],
    needs: head('needs') as Danger | undefined,
    budget: head('budget') === 'yes',
    requestMs: Number(head('requestMs') ?? 1000),
    memoryMb: Number(head('memoryMb') ?? 800),
  }
}

/** Processes that have `folder` in their environment, command or place: those of submissions judged in it. */
export function processesIn(folder: string): readonly string[] {
  return readdirSync('/proc').filter((pid) => {
    if (!/^\d+$/.test(pid) || Number(pid) === process.pid) return false
    try {
      const about = [readFileSync(`/proc/${pid}/cmdline`, 'utf8'), readlinkSync(`/proc/${pid}/cwd`)]
      return about.some((text) => text.includes(folder))
    } catch {
      // Gone, or a zombie without a place.
      return false
    }
  })
}
