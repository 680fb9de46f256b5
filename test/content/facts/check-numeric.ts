import { expect, test } from 'vitest'
import { markNumber } from '../../../src/core/mark-number.ts'
import { drawNumbers, type NumericCard, numberDrawer } from '../../../src/core/numeric-card.ts'
import { cardsOfGroup, isNumeric } from './decks-of-group.ts'

/** The numbers of one draw, by the names of the deck's `let` lines. */
export type Drawn = Readonly<Record<LetName, number>>

/** From a card's id to its answer, computed by another route than the deck's. */
export type NumericChecks = Readonly<Record<string, (drawn: Drawn) => number>>

/** From a card's id to what the mistakes that it is about make of its numbers: a forgotten factor, two shares swapped. */
export type WrongWays = Readonly<Record<string, (drawn: Drawn) => readonly number[]>>

const SEEDS = 40

/** More than the rarest numbers need to be drawn. */
const SEEDS_OF_WRONG_WAYS = 200

/** Tighter than any card's tolerance, so that a rough formula does not hide in it; the references compute in float32. */
const CLOSE = 1e-5

/** Declares the tests of one group: each numeric card has a check, and agrees with it for many seeds. */
export function checkNumericCards(group: string, checks: NumericChecks): void {
  const cards = cardsOfGroup(group).filter(isNumeric)

  test(`every numeric card of ${group} has a check, and every check a card`, () => {
    expect(Object.keys(checks).sort()).toEqual(cards.map(({ id }) => id).sort())
  })

  test.each(Object.entries(checks))('%s', (id, check) => {
    const card = cards.find((card) => card.id === id)
    if (card === undefined) throw new Error(`There is no numeric card ${id}; it was checked here.`)
    expect(disagreements(card, check)).toEqual([])
  })
}

/** Declares for each card that none of its draws lets a mistake come out right. */
export function checkWrongWays(group: string, ways: WrongWays): void {
  const cards = cardsOfGroup(group).filter(isNumeric)

  test.each(Object.entries(ways))('no draw of %s lets a mistake pass', (id, wrongAnswers) => {
    const card = cards.find((card) => card.id === id)
    if (card === undefined) throw new Error(`There is no numeric card ${id}; its mistakes were tried here.`)
    expect(passed(card, wrongAnswers)).toEqual([])
  })
}

function passed(card: NumericCard, wrongAnswers: WrongWays[string]): readonly string[] {
  const draw = numberDrawer(card)
  return Array.from({ length: SEEDS_OF_WRONG_WAYS }, (_, seed) => draw(`mistake ${seed}`)).flatMap(
    ({ values, expected }) => {
      const drawn = Object.fromEntries(values)
      const marks = wrongAnswers(drawn as Drawn).map((wrong) =>
        markNumber(String(wrong), expected, card.tolerance),
      )
      return marks.some(({ kind }) => kind === 'right') ? [JSON.stringify(drawn)] : []
    },
  )
}

function disagreements(card: NumericCard, check: (drawn: Drawn) => number): readonly string[] {
  return Array.from({ length: SEEDS }, (_, seed) => drawNumbers(card, `fact ${seed}`)).flatMap(
    ({ values, expected }) => {
      const drawn = Object.fromEntries(values)
      const computed = check(drawn as Drawn)
      const isMarkedRight = markNumber(String(computed), expected, card.tolerance).kind === 'right'
      const isClose = Math.abs(computed - expected) <= CLOSE * Math.max(1, Math.abs(expected))
      return isMarkedRight && isClose ? [] : [`${JSON.stringify(drawn)}: computed ${computed}`]
    },
  )
}

type LetName =
  | Letter
  | 'D'
  | 'T'
  | 'b1'
  | 'b2'
  | 'fn'
  | 'fp'
  | 'g1'
  | 'g2'
  | 'lam'
  | 'lr'
  | 'mu'
  | 'tp'
  | 'wa'
  | 'wd'
  | 'xa'

type Letter =
  | 'a'
  | 'b'
  | 'c'
  | 'd'
  | 'e'
  | 'f'
  | 'g'
  | 'h'
  | 'i'
  | 'j'
  | 'k'
  | 'l'
  | 'm'
  | 'n'
  | 'o'
  | 'p'
  | 'q'
  | 'r'
  | 's'
  | 't'
  | 'u'
  | 'v'
  | 'w'
  | 'x'
  | 'y'
  | 'z'
