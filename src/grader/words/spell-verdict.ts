import type { Exercise } from '../../core/exercise.ts'
import type { Param } from '../../core/signature.ts'
import { isArray, type Value } from '../../core/value.ts'
import type { Failure, ImageCase, NamedValue, Verdict } from '../../core/verdict.ts'

/** Names what failed as the learner's starter does: `gt_boxes`, where the signature has `gtBoxes`. */
export function spellVerdict(
  verdict: Verdict,
  { signature: { params, returns } }: Exercise,
  spell: (name: string) => string,
): Verdict {
  if (!('failure' in verdict) || verdict.failure === undefined) return verdict
  const names = namesIn([...params, { name: 'result', type: returns }])
  const others = names.filter((name) => spell(name) !== name)
  if (others.length === 0) return verdict
  const words = new RegExp(`\\b(?:${others.join('|')})\\b`, 'g')
  return { ...verdict, failure: spelledFailure(verdict.failure, spell, (text) => text.replace(words, spell)) }
}

function namesIn(params: readonly Param[]): readonly string[] {
  return params.flatMap(({ name, type }) => [name, ...(type.kind === 'record' ? namesIn(type.fields) : [])])
}

type Spell = (text: string) => string

function spelledFailure(failure: Failure, spell: Spell, inText: Spell): Failure {
  const { args, expected, got, summary, worst, imageCase } = failure
  return {
    ...failure,
    args: args.map((one) => spelledArgument(one, spell)),
    expected: expected === undefined ? undefined : spelledValue(expected, spell),
    got: got === undefined ? undefined : spelledValue(got, spell),
    summary: { en: inText(summary.en), zh: inText(summary.zh) },
    worst: worst && { ...worst, at: inText(worst.at) },
    imageCase: imageCase && spelledImageCase(imageCase, spell, inText),
  }
}

function spelledImageCase(imageCase: ImageCase, spell: Spell, inText: Spell): ImageCase {
  const { args, expected, got, at } = imageCase
  return {
    ...imageCase,
    args: args.map((one) => spelledArgument(one, spell)),
    expected: spelledValue(expected, spell),
    got: spelledValue(got, spell),
    at: at && inText(at),
  }
}

export function spelledArgument({ name, value }: NamedValue, spell: Spell): NamedValue {
  return { name: spell(name), value: spelledValue(value, spell) }
}

export function spelledValue(value: Value, spell: Spell): Value {
  if (typeof value !== 'object' || isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value).map(([field, part]) => [spell(field), spelledValue(part, spell)]),
  )
}
