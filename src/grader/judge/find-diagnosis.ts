import type { Diagnosis } from '../../core/verdict.ts'
import type { Case, Tried } from '../cases/case.ts'
import { type Combination, namedIn, nameOf } from '../cases/combination.ts'
import type { AnyGrader } from '../cases/load-grader.ts'
import type { AnswerWith } from '../cases/prepare-exercise.ts'
import { MOST_MISTAKES } from './combinations.ts'
import { diagnose } from './diagnose.ts'
import { openMatcher } from './match-rules.ts'
import { explains, type Matching, tellsApart } from './matching.ts'
import { createAllowance, type WorkAllowance } from './work-allowance.ts'

export interface DiagnosisSearch {
  readonly grader: AnyGrader
  readonly answer: AnswerWith
  /** A random case that no submission has met. */
  readonly draw: (at: number) => Case
  /** What the submission makes of a case; undefined where it cannot be asked any more, or has taken its time. */
  readonly ask: (one: Case) => Promise<Tried | undefined>
}

export interface FoundDiagnosis {
  readonly diagnosis: Diagnosis
  /** Whether an outcome could be that of the mistakes. */
  readonly explains: (tried: Tried) => boolean
}

/**
 * Counted, not timed: what is told of a submission is the same on every machine. In mAP, the slowest, a
 * million takes a second.
 */
const SEARCH_WORK = 5_000_000
const DRAW_WORK = 400_000
const DRAWS = 150
const MOST_ASKED = 24
/** So many inputs must tell two sets of choices apart, where there are so many. */
const ENOUGH = 2
/**
 * And a set that fits from what is right, and from fewer mistakes: what nobody has listed differs from it in
 * some of them alone.
 */
const ENOUGH_TO_SAY = 8
/** More sets of choices than these fit only where there is next to nothing to fit. */
const MOST_FITS = 24

/**
 * The mistakes whose outputs equal the submission's in all that was tried, the fewest that do. It is then
 * asked for more: inputs on which these mistakes, fewer of them and others that would fit as well give
 * different answers. Only what foretells all of them is said.
 */
export async function findDiagnosis(
  tried: readonly Tried[],
  search: DiagnosisSearch,
): Promise<FoundDiagnosis | undefined> {
  const { grader, answer } = search
  if (grader.rules === undefined || !tried.some(({ outcome }) => outcome.kind === 'wrong')) return undefined
  const matching = { rules: grader.rules, comparison: grader.comparison, answer }
  const [searching, drawing] = [createAllowance(SEARCH_WORK), createAllowance(DRAW_WORK)]
  let known = tried
  let matches = openMatcher(known, matching, searching)
  let size = 0
  while (size <= MOST_MISTAKES) {
    let fits = matches(size)
    if (fits.length > MOST_FITS) return undefined
    const hadFits = fits.length > 0
    for (const [rivalsOf, enough] of ROUNDS) {
      const pairs = pairsOf(fits, rivalsOf(fits))
      const asked = inputsThatTell(pairs, enough, search.draw, matching, drawing)
      const answered = await askAll(asked, search)
      known = [...known, ...answered]
      fits = fits.filter((fit) => answered.every((one) => explains(fit, one, matching)))
    }
    if (fits.length > 0) return found(withFewestChoices(fits), known, matching)
    // The same mistakes, with other choices that are none, may make what is known now.
    if (hadFits) matches = openMatcher(known, matching, searching)
    else size++
  }
  return undefined
}

type Fits = readonly Combination[]

/** Of those that nothing tells apart. */
function withFewestChoices(fits: Fits): Fits {
  const least = Math.min(...fits.map(({ length }) => length))
  return fits.filter(({ length }) => length === least)
}

function found(fits: Fits, known: readonly Tried[], matching: Matching): FoundDiagnosis | undefined {
  const [fit = []] = fits
  const diagnosis = diagnose(fits, known, matching)
  return diagnosis && { diagnosis, explains: (tried) => explains(fit, tried, matching) }
}

/** They themselves, each without one of its mistakes, and what is right. */
function withFewer(fits: Fits): Fits {
  const fewer = fits.flatMap((fit) => namedIn(fit).map((mistake) => fit.filter((one) => one !== mistake)))
  const all = [...fits, ...fewer, []]
  return [...new Map(all.map((made) => [nameOf(made), made])).values()]
}

const ROUNDS: readonly (readonly [rivalsOf: (fits: Fits) => Fits, enough: number])[] = [
  [(fits) => fits, ENOUGH],
  [withFewer, ENOUGH_TO_SAY],
]

interface RivalPair {
  readonly fit: Combination
  readonly rival: Combination
}

function pairsOf(fits: Fits, rivals: Fits): readonly RivalPair[] {
  return fits.flatMap((fit) => rivals.filter((one) => one !== fit).map((rival) => ({ fit, rival })))
}

function inputsThatTell(
  pairs: readonly RivalPair[],
  enough: number,
  draw: (at: number) => Case,
  plain: Matching,
  allowance: WorkAllowance,
): readonly Case[] {
  const matching = { ...plain, answer: allowance.counted(plain.answer) }
  const told = new Map<RivalPair, number>(pairs.map((pair) => [pair, 0]))
  const chosen: Case[] = []
  for (let at = 0; at < DRAWS && chosen.length < MOST_ASKED && allowance.isOpen(); at++) {
    const open = pairs.filter((pair) => (told.get(pair) ?? 0) < enough)
    if (open.length === 0) break
    const one = draw(at)
    const telling = open.filter(({ fit, rival }) => tellsApart(fit, rival, one, matching))
    if (telling.length > 0) chosen.push(one)
    for (const pair of telling) told.set(pair, (told.get(pair) ?? 0) + 1)
  }
  return chosen
}

async function askAll(cases: readonly Case[], { ask }: DiagnosisSearch): Promise<readonly Tried[]> {
  const answered: Tried[] = []
  for (const one of cases) {
    const tried = await ask(one)
    if (tried === undefined) break
    answered.push(tried)
  }
  return answered
}
