import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Exercise } from '../core/exercise.ts'
import type { Locale } from '../core/locale.ts'
import { isArray, type Value } from '../core/value.ts'
import { type AnyGrader, answerOf } from '../grader/cases/load-grader.ts'
import { nameArgs } from '../grader/cases/name-args.ts'
import { writtenLocales } from './written-locales.ts'

/**
 * The numbers of the grader's examples, and of what the reference makes of them, that a statement does not
 * have, one sentence each.
 */
export function gapsInExamples(
  exercise: Exercise,
  grader: AnyGrader,
  learnerFolder: string,
): readonly string[] {
  const examples = grader.examples ?? []
  if (examples.length === 0)
    return ['grader.ts has no examples: the arguments of those in the statement, whose figures are computed.']
  const wanted = examples.flatMap((args) => {
    const named = nameArgs(exercise, args)
    return [...named.map(({ value }) => value), answerOf(exercise, grader.reference, named)].flatMap(
      numbersIn,
    )
  })
  const nameIn = (locale: Locale) => `statement.${locale}.md`
  return writtenLocales(exercise, learnerFolder, nameIn).flatMap((locale) => {
    const name = nameIn(locale)
    const path = join(learnerFolder, name)
    if (!existsSync(path)) return [`It has no ${name}.`]
    const written = figuresIn(exampleIn(readFileSync(path, 'utf8')))
    const missing = [...new Set(wanted)].filter((number) => !written.some((figure) => isOf(number, figure)))
    return missing.length === 0 ? [] : [`The example in ${name} does not have ${missing.join(', ')}.`]
  })
}

function numbersIn(value: Value): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object') return []
  return isArray(value) ? Array.from(value.data) : Object.values(value).flatMap(numbersIn)
}

function exampleIn(statement: string): string {
  const [, after = ''] = statement.split(/^\*\*(?:Example|示例)\*\*/m)
  return after.split(/^(?:Source: |来源：)/m)[0] ?? ''
}

interface WrittenFigure {
  readonly value: number
  /** Half a unit of its last digit; a number of one or two digits is rounded to nothing. */
  readonly within: number
}

function figuresIn(text: string): readonly WrittenFigure[] {
  const numbers = text.matchAll(/-?(\d+(?:\.(\d+))?)(?:e([+-]?\d+))?|NaN|-?Infinity/g)
  return Array.from(numbers, ([figure, digits = '', decimals = '', exponent = '0']) => {
    const isRounded = decimals !== '' && digits.replace(/^[0.]+/, '').length > 2
    return {
      value: Number(figure),
      within: isRounded ? 0.5 * 10 ** (Number(exponent) - decimals.length) : 0,
    }
  })
}

/** With a little for what f32 makes of a decimal number. A sign may stand apart from its number, or be a hyphen. */
function isOf(number: number, { value, within }: WrittenFigure): boolean {
  if (!Number.isFinite(number)) return Object.is(number, value)
  const slack = within + 1e-6 * Math.abs(number)
  return Math.abs(number - value) <= slack || (number < 0 && Math.abs(number + value) <= slack)
}
