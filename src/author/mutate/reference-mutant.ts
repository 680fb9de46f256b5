/**
 * The reference with one change, made by an operator. Not one of a grader's `mutants`: those are mistakes
 * that people make, written by hand and told to the learner; these are made by the hundred, to ask whether
 * the cases notice anything at all.
 */
export interface ReferenceMutant {
  /** By which it is switched on; another one after the next edit. */
  readonly id: string
  /** Such as `EqualityOperator`. */
  readonly operator: string
  /** Beside the grader: `reference.ts`, or what it imports from its own folder. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** The lines that it changes, before and after, as one line with single blanks. */
  readonly was: string
  readonly is: string
  /** Which it is of those that change equal lines in the same way, from 1. */
  readonly nth: number
}

/** A change as the instrumenter tells it. */
export interface SourceChange {
  readonly id: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: InstrumentedPlace; readonly end: InstrumentedPlace }
}

/** Both count from 0. */
interface InstrumentedPlace {
  readonly line: number
  readonly column: number
}

/** @param source the text of `file`, to which the changes belong */
export function namedMutants(
  file: string,
  source: string,
  changes: readonly SourceChange[],
): readonly ReferenceMutant[] {
  const lines = source.split('\n')
  const alike = new Map<string, number>()
  return changes.map(({ id, mutatorName: operator, replacement, location: { start, end } }) => {
    const before = lines.slice(start.line, end.line + 1).join('\n')
    const after =
      (lines[start.line] ?? '').slice(0, start.column) +
      replacement +
      (lines[end.line] ?? '').slice(end.column)
    const [was, is] = [folded(before), folded(after)]
    const nth = (alike.get(`${was}\n${is}`) ?? 0) + 1
    alike.set(`${was}\n${is}`, nth)
    return { id, operator, file, line: start.line + 1, was, is, nth }
  })
}

/** So that indentation and the breaking of lines name no other mutant. */
export function folded(code: string): string {
  return code.trim().replace(/\s+/g, ' ')
}
