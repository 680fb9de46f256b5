import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise, Language } from '../core/exercise.ts'
import { count, type Text } from '../core/locale.ts'
import type { Performance, RatioMeasurement, Verdict, VerdictKind } from '../core/verdict.ts'
import { languageOf } from '../grader/languages/all-languages.ts'
import { wholeSource } from './changed-submission.ts'

/** A file under `submissions/{accepted,wrong,slow}`. */
export interface LabelledSubmission {
  readonly name: string
  readonly fileName: string
  readonly language: Language
  readonly label: SubmissionLabel
  readonly source: string
}

export function findSubmissions(folder: string): readonly LabelledSubmission[] {
  return (['accepted', 'wrong', 'slow'] as const).flatMap((shelf) =>
    listFiles(join(folder, shelf)).flatMap((fileName) => {
      const language = languageOf(fileName)
      if (language === undefined) return []
      const name = `${shelf}/${fileName}`
      const path = join(folder, name)
      const text = readFileSync(path, 'utf8')
      return [{ name, fileName, language, label: readLabel(shelf, text), source: wholeSource(path, text) }]
    }),
  )
}

function listFiles(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    // An exercise without a budget has no slow/.
    return []
  }
}

/** What a labelled submission must be judged to be. */
export type SubmissionLabel =
  | { readonly kind: 'accepted' }
  | { readonly kind: 'too-slow' }
  /** `undefined`: no mistake shall be named. */
  | { readonly kind: 'wrong-answer'; readonly diagnosis: string | undefined }
  | { readonly kind: 'other'; readonly verdict: string }
  /** Its first line says nothing that can be read. */
  | { readonly kind: 'unlabelled' }

/**
 * The folder says it, and the first line more: in `wrong/` `// diagnosis: ID+ID`, `# diagnosis: none`,
 * `// verdict: KIND`; in `slow/` perhaps a verdict.
 */
function readLabel(shelf: 'accepted' | 'wrong' | 'slow', source: string): SubmissionLabel {
  if (shelf === 'accepted') return { kind: 'accepted' }
  const found = /^(?:\/\/|#) (diagnosis|verdict): ([a-z0-9-]+(?:\+(?:[a-z0-9-]+|\?))*)\s*$/.exec(
    source.split('\n', 1)[0] ?? '',
  )
  if (found === null) return shelf === 'slow' ? { kind: 'too-slow' } : { kind: 'unlabelled' }
  const [, key, word = ''] = found
  if (key === 'verdict') return { kind: 'other', verdict: word }
  return { kind: 'wrong-answer', diagnosis: word === 'none' ? undefined : word }
}

/** What it must be judged to be where no budget is measured: slow answers are right ones. */
export function labelOfValues(label: SubmissionLabel, { budget }: Pick<Exercise, 'budget'>): SubmissionLabel {
  const isOfBudget =
    label.kind === 'too-slow' || (label.kind === 'other' && VERDICTS_OF_BUDGETS.includes(label.verdict))
  return budget && isOfBudget ? { kind: 'accepted' } : label
}

const VERDICTS_OF_BUDGETS = [
  'too-slow',
  'memory-budget',
] satisfies readonly VerdictKind[] as readonly string[]

/** One clause, such as "is accepted, and should be too-slow"; undefined when the label is met. */
export function whyNotMet(label: SubmissionLabel, verdict: Verdict): string | undefined {
  if (label.kind === 'unlabelled') return 'has no label in its first line: diagnosis or verdict'
  const wanted: VerdictKind | string = label.kind === 'other' ? label.verdict : label.kind
  if (verdict.kind !== wanted) return `is ${verdict.kind}, and should be ${wanted}${detailOf(verdict)}`
  if (label.kind !== 'wrong-answer' || verdict.kind !== 'wrong-answer') return undefined
  const id = verdict.diagnosis?.id
  return sorted(id) === sorted(label.diagnosis)
    ? undefined
    : `has the diagnosis ${id ?? 'none'}, and should have ${label.diagnosis ?? 'none'}`
}

function sorted(id: string | undefined): string | undefined {
  return id?.split('+').sort().join('+')
}

/**
 * So many times a budget, or within it, a label should lie: machines differ, and what one of them tells by a
 * hair another does not.
 */
const LABEL_MARGIN = 1.2

/** What lies so near a budget that another machine may judge it otherwise, in a sentence. */
export function whyTooNear(name: string, verdict: Verdict): string | undefined {
  // Measured too little to lie anywhere.
  if (verdict.kind === 'inconclusive') return undefined
  if (!('performance' in verdict) || verdict.performance === undefined) return undefined
  const shares = measuredOf(verdict.performance).map(({ ratio, budget }) => ratio / budget)
  const most = Math.max(...shares)
  if (most <= 1 / LABEL_MARGIN || most >= LABEL_MARGIN) return undefined
  return `${name} is too near its budget to be ${verdict.kind} on every machine${detailOf(verdict)}.`
}

/**
 * In brackets, what a verdict says of its first failure or has measured; where it is about a measurement that
 * says nothing, what to do too.
 */
export function detailOf(verdict: Verdict): string {
  if ('failure' in verdict && verdict.failure) {
    const { case: name, summary } = verdict.failure
    const told = 'message' in verdict ? thrownIn(verdict.message) : undefined
    return ` (${name.en}: ${[summary.en, told].filter((part) => part !== undefined).join(' ')})`
  }
  if (verdict.kind === 'judge-error') return ` (${verdict.detail.en})`
  if ('message' in verdict) return ` (${verdict.message.en})`
  if (!('performance' in verdict) || verdict.performance === undefined) return ''
  const measured = measuredOf(verdict.performance)
  if (verdict.kind !== 'inconclusive') return ` (${measured.map(shareText).join(', ')})`
  const parts = measured.map((one) => `${shareText(one)}, ${spreadText(one)}`)
  return ` (${parts.join('; ')}). ${verdict.reason.en} ${WHEN_INCONCLUSIVE}`
}

/** Of a trace, the line that says what was thrown: `NameError: name 'np' is not defined`. */
function thrownIn({ en }: Text): string | undefined {
  return en.split('\n').find((line) => /^[\w.]+: /.test(line))
}

type LabelledMeasurement = RatioMeasurement & { readonly label: string }

function shareText({ label, ratio, budget }: LabelledMeasurement): string {
  return `${label} ${ratio.toFixed(2)} of ${budget}`
}

function spreadText({ interval: [low, high], pairs }: LabelledMeasurement): string {
  return `between ${low.toFixed(2)} and ${high.toFixed(2)} in ${count(pairs, 'pair')}`
}

const WHEN_INCONCLUSIVE =
  'Verify it again while the machine has less to do; where it stays so, give the budget smaller inputs, on which more pairs are measured.'

function measuredOf({ ratio, growth, memory }: Performance): readonly LabelledMeasurement[] {
  return [...(ratio ? [{ label: 'ratio', ...ratio }] : []), ...growth, ...memory]
}
