import type { Exercise } from '../../core/exercise.ts'
import type { Text } from '../../core/locale.ts'
import { createNameSpeller, type NameSpeller, type Spell } from '../../core/spell-names.ts'
import { isArray, type Value } from '../../core/value.ts'
import type { Failure, ImageCase, NamedValue, Verdict } from '../../core/verdict.ts'

/** Names things as the learner's starter does: `gt_boxes`, where the signature has `gtBoxes`. */
export function spellVerdict(verdict: Verdict, { signature }: Exercise, spell: Spell): Verdict {
  const { inPlaces, inProse } = createNameSpeller(signature, spell)
  const taught = withTexts(verdict, inProse)
  if (!('failure' in taught) || taught.failure === undefined) return taught
  return { ...taught, failure: spelledFailure(taught.failure, spell, inPlaces) }
}

/** A sentence about the result. */
export function spellText(text: Text, { signature }: Exercise, spell: Spell): Text {
  return createNameSpeller(signature, spell).inProse(text)
}

/** What explains a verdict in whole sentences. */
function withTexts(verdict: Verdict, inProse: NameSpeller['inProse']): Verdict {
  if ('lesson' in verdict && verdict.lesson) {
    const { lesson } = verdict
    const cause = lesson.cause && inProse(lesson.cause)
    return { ...verdict, lesson: { ...lesson, cause, better: inProse(lesson.better) } }
  }
  if (verdict.kind !== 'wrong-answer') return verdict
  const { diagnosis, onlyWhere } = verdict
  return {
    ...verdict,
    diagnosis: diagnosis && {
      ...diagnosis,
      message: inProse(diagnosis.message),
      mistakes: diagnosis.mistakes.map((one) => ({ ...one, message: inProse(one.message) })),
    },
    onlyWhere: onlyWhere && inProse(onlyWhere),
  }
}

function spelledFailure(failure: Failure, spell: Spell, inText: NameSpeller['inPlaces']): Failure {
  const { args, expected, got, summary, worst, imageCase } = failure
  return {
    ...failure,
    args: args.map((one) => spelledArgument(one, spell)),
    expected: expected === undefined ? undefined : spelledValue(expected, spell),
    got: got === undefined ? undefined : spelledValue(got, spell),
    summary: { en: inText(summary.en), zh: inText(summary.zh) },
    worst: worst && { ...worst, at: inText(worst.at), first: inText(worst.first) },
    imageCase: imageCase && spelledImageCase(imageCase, spell, inText),
  }
}

function spelledImageCase(imageCase: ImageCase, spell: Spell, inText: NameSpeller['inPlaces']): ImageCase {
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
