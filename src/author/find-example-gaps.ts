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
 * have, and those that its two languages do not have alike, one sentence each.
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
  const ends = writtenLocales(exercise, learnerFolder, nameIn).map((locale): StatementEnd => {
    const name = nameIn(locale)
    const path = join(learnerFolder, name)
    return { name, text: existsSync(path) ? fromExample(readFileSync(path, 'utf8')) : undefined }
  })
  const lacking = ends.flatMap(({ name, text }) => {
    if (text === undefined) return [`It has no ${name}.`]
    const written = figuresIn(text.split(/^(?:Source: |来源：)/m)[0] ?? '')
    const missing = [...new Set(wanted)].filter((number) => !written.some((figure) => isOf(number, figure)))
    return missing.length === 0 ? [] : [`The example in ${name} does not have ${missing.join(', ')}.`]
  })
  return [...lacking, ...(exercise.isOwn ? [] : numbersApart(ends))]
}

interface StatementEnd {
  readonly name: string
  /** From the example on; undefined without the file. */
  readonly text: string | undefined
}

/** One language was mended without the other, or writes in words what the other writes in figures. */
function numbersApart([one, other]: readonly StatementEnd[]): readonly string[] {
  if (one?.text === undefined || other?.text === undefined) return []
  const [mine, yours] = [timesOfNumbers(one.text), timesOfNumbers(other.text)]
  const apart = [...new Set([...mine.keys(), ...yours.keys()])]
    .filter((number) => mine.get(number) !== yours.get(number))
    .map((number) => `${number} stands ${mine.get(number) ?? 0} and ${yours.get(number) ?? 0} times`)
  if (apart.length === 0) return []
  return [
    `From the example on, ${one.name} and ${other.name} have other numbers: ${apart.join(', ')}. Write each in figures in both, or in words in both.`,
  ]
}

function timesOfNumbers(text: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const [number] of text.matchAll(/\d+(?:\.\d+)?/g)) times.set(number, (times.get(number) ?? 0) + 1)
  return times
}

function numbersIn(value: Value): readonly number[] {
  if (typeof value === 'number') return [value]
  if (typeof value !== 'object') return []
  return isArray(value) ? Array.from(value.data) : Object.values(value).flatMap(numbersIn)
}

function fromExample(statement: string): string {
  return statement.split(/^\*\*(?:Example|示例)\*\*/m)[1] ?? ''
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
