import type { CardId } from '../../core/ids.ts'
import type { Diagnosis } from '../../core/verdict.ts'
import type { Case, Tried } from '../cases/case.ts'
import { type Combination, type NamedChoice, namedIn, nameOf } from '../cases/combination.ts'
import { mistakeMade, mistakesMade } from '../words/sentences.ts'
import { compare } from './compare.ts'
import { cheapestFirst } from './match-rules.ts'
import { type Matching, tellsApart } from './matching.ts'

/** A case with one number that happens to agree is no evidence; so many cases are, or so many numbers of one. */
const DISTINCTIVE_CASES = 2
const DISTINCTIVE_NUMBERS = 3
const HARM_CASES = 40

/**
 * What is said of a submission that each of `fits` explains wholly: the mistakes that all of them make, as
 * far as two cases show each, or one with several numbers. The most harmful first: the one that alone would
 * fail most cases.
 */
export function diagnose(
  fits: readonly Combination[],
  tried: readonly Tried[],
  matching: Matching,
): Diagnosis | undefined {
  const [fit, ...others] = fits
  if (fit === undefined) return undefined
  const evidence = new Map(namedIn(fit).map((one) => [one, evidenceOf(one, fit, tried, matching)]))
  const shown = (mistake: NamedChoice) => evidence.get(mistake) ?? 0
  const { profiles } = matching.rules
  const profile = profiles.find(({ of }) => of.every((id) => fit.some((choice) => choice.id === id)))
  const needed = ({ id }: NamedChoice) => (profile?.of.includes(id) ? 1 : DISTINCTIVE_CASES)
  const made = namedIn(fit).filter(
    (mistake) => shown(mistake) >= needed(mistake) && others.every((other) => other.includes(mistake)),
  )
  if (made.length === 0) return undefined
  // What a profile brings along and nothing shows is not missed.
  const isWhole = others.length === 0 && namedIn(fit).every((one) => made.includes(one) || shown(one) === 0)
  const harm = new Map(made.map((mistake) => [mistake, harmOf(mistake, tried, matching)]))
  const worstFirst = made.toSorted((one, other) => (harm.get(other) ?? 0) - (harm.get(one) ?? 0))
  const mistakes = worstFirst.map(({ id, mistake }) => {
    const { cards, ...text } = mistake
    return { id, text, cards: cards as readonly CardId[] }
  })
  return {
    id: isWhole ? nameOf(made) : `${nameOf(made)}+?`,
    message: mistakesMade(
      mistakes.map(({ text }) => text),
      { isWhole, profile: profile?.name },
    ),
    cards: [...new Set(mistakes.flatMap(({ cards }) => cards))],
    mistakes: mistakes.map(({ id, text, cards }) => ({ id, message: mistakeMade(text), cards })),
  }
}

/** In how many cases another answer would have come without the mistake, as far as they count. */
function evidenceOf(
  mistake: NamedChoice,
  fit: Combination,
  tried: readonly Tried[],
  matching: Matching,
): number {
  const without = fit.filter((choice) => choice !== mistake)
  let cases = 0
  for (const { case: at, outcome } of cheapestFirst(tried)) {
    if (outcome.kind !== 'wrong' && outcome.kind !== 'passed') continue
    cases += evidenceIn(at, without, fit, matching)
    if (cases >= DISTINCTIVE_CASES) break
  }
  return cases
}

/** Whether these cases alone would let a mistake be named that is made by itself. */
export function isEvidentIn(cases: readonly Case[], mistake: NamedChoice, matching: Matching): boolean {
  let evidence = 0
  return cases.some((at) => {
    evidence += evidenceIn(at, [], [mistake], matching)
    return evidence >= DISTINCTIVE_CASES
  })
}

function evidenceIn(at: Case, without: Combination, fit: Combination, matching: Matching): number {
  if (!tellsApart(without, fit, at, matching)) return 0
  const [one, other] = [matching.answer(without, at), matching.answer(fit, at)]
  const mismatch =
    one === undefined || other === undefined ? undefined : compare(one, other, matching.comparison)
  return (mismatch?.worst?.wrong ?? 0) >= DISTINCTIVE_NUMBERS ? DISTINCTIVE_CASES : 1
}

/** In how many of some cases it would show alone. */
function harmOf(mistake: NamedChoice, tried: readonly Tried[], matching: Matching): number {
  const some = cheapestFirst(tried).slice(0, HARM_CASES)
  return some.filter(({ case: at }) => tellsApart([], [mistake], at, matching)).length
}
