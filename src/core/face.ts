import type { Card, CardCommon, NumericTolerance } from './card.ts'
import { showCloze } from './cloze.ts'
import type { Locale } from './locale.ts'
import { drawNumbers, EXACT_DECIMALS, fillIn, formatNumber } from './numeric-card.ts'
import { createRandom, type Random } from './random.ts'

/** What a screen shows of one card in one language. All texts are Markdown with mathematics between dollars. */
export type Face = FaceCommon & FaceContent

export interface FaceCommon
  extends Pick<CardCommon, 'id' | 'note' | 'deck' | 'tags' | 'source' | 'exercises' | 'image' | 'picture'> {
  readonly prompt: string
  /** Shown after the answer: what people commonly get wrong here. */
  readonly errata: string | undefined
}

export type FaceContent =
  | { readonly kind: 'basic'; readonly answer: string }
  /** `answer` is what was hidden, `whole` the text with nothing hidden. */
  | { readonly kind: 'cloze'; readonly answer: string; readonly whole: string }
  /** `right` is an index of `options`. */
  | {
      readonly kind: 'choice'
      readonly options: readonly LetteredOption[]
      readonly right: number
      readonly answer: string
      readonly why: string | undefined
    }
  | {
      readonly kind: 'numeric'
      readonly expected: number
      readonly tolerance: NumericTolerance
      readonly unit: string | undefined
      /** As it may be typed: in both languages. */
      readonly typedUnits: readonly string[]
      readonly answer: string
      readonly solution: string
    }
  /** `steps` as shown, numbered from 1; `order` are those numbers in the right order. */
  | {
      readonly kind: 'ordering'
      readonly steps: readonly string[]
      readonly order: readonly number[]
      readonly answer: string
      readonly why: string | undefined
    }

export interface LetteredOption {
  /** `a` to `z`. */
  readonly letter: string
  readonly text: string
}

/**
 * The same seed gives the same numbers and shuffles in every language, so that the learner may switch in mid-review.
 * @throws Problem when a numeric card's expressions are wrong (the parser lets none through)
 */
export function faceOf(card: Card, locale: Locale, seed: string): Face {
  const { id, note, deck, tags, source, exercises, image, picture } = card
  const common = { id, note, deck, tags, source, exercises, image, picture, errata: card.errata?.[locale] }
  const cardSeed = `${card.id} ${seed}`
  switch (card.kind) {
    case 'basic':
      return { ...common, kind: 'basic', prompt: card.prompt[locale], answer: card.answer[locale] }
    case 'cloze':
      return { ...common, kind: 'cloze', ...showCloze(card.text[locale], card.hidden) }
    case 'choice':
      return { ...common, prompt: card.prompt[locale], ...choiceFace(card, locale, cardSeed) }
    case 'numeric':
      return { ...common, ...numericFace(card, locale, cardSeed) }
    case 'ordering':
      return { ...common, prompt: card.prompt[locale], ...orderingFace(card, locale, cardSeed) }
  }
}

/** By which an option of a choice is named. */
export function optionLetter(at: number): string {
  return String.fromCharCode('a'.charCodeAt(0) + at)
}

function choiceFace(card: Extract<Card, { kind: 'choice' }>, locale: Locale, seed: string) {
  const shuffled = createRandom(seed).shuffle(card.options)
  const right = shuffled.findIndex((option) => option.right)
  const options = shuffled.map(({ text }, at) => ({ letter: optionLetter(at), text: text[locale] }))
  const answer = `${options[right]?.letter}) ${options[right]?.text}`
  return { kind: 'choice' as const, options, right, answer, why: card.why?.[locale] }
}

function numericFace(card: Extract<Card, { kind: 'numeric' }>, locale: Locale, seed: string) {
  const { values, expected } = drawNumbers(card, seed)
  const unit = card.unit?.[locale]
  return {
    kind: 'numeric' as const,
    prompt: fillIn(card.prompt[locale], values),
    expected,
    tolerance: card.tolerance,
    unit,
    typedUnits: card.unit === undefined ? [] : [card.unit.en, card.unit.zh],
    answer: answerText(expected, card.tolerance, unit),
    solution: fillIn(card.solution[locale], values),
  }
}

function answerText(expected: number, tolerance: NumericTolerance, unit: string | undefined): string {
  const isRounded = tolerance.kind === 'decimals' && tolerance.value < EXACT_DECIMALS
  const number = formatNumber(expected, isRounded ? tolerance.value : undefined)
  if (unit === undefined) return number
  return unit === '%' ? `${number}%` : `${number} ${unit}`
}

function orderingFace(card: Extract<Card, { kind: 'ordering' }>, locale: Locale, seed: string) {
  const shuffled = shuffleApart(card.steps, createRandom(seed))
  return {
    kind: 'ordering' as const,
    steps: shuffled.map((step) => step[locale]),
    order: card.steps.map((step) => shuffled.indexOf(step) + 1),
    answer: card.steps.map((step, at) => `${at + 1}. ${step[locale]}`).join('\n'),
    why: card.why?.[locale],
  }
}

/** Steps shown in the right order would give the answer away. */
function shuffleApart<T>(items: readonly T[], random: Random): readonly T[] {
  const shuffled = random.shuffle(items)
  const [first, ...rest] = shuffled
  if (first === undefined || shuffled.some((item, at) => item !== items[at])) return shuffled
  return [...rest, first]
}
