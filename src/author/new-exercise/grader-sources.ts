import type { Exercise, Language } from '../../core/exercise.ts'
import type { Type } from '../../core/signature.ts'
import { supportFor } from '../../grader/languages/all-languages.ts'
import { typeText } from '../../grader/languages/node/type-text.ts'
import { dtypesIn, dtypesOf } from '../../grader/protocol/named-types.ts'

/** Graders are written in it. */
export const GRADER_LANGUAGE: Language = 'ts'

/** The door to the kit: of a grader in a clone, and of one of one's own. */
export type Kit = '#kit' | 'anneal/kit'

/** `reference.ts`: the types of the exercise, and its function that is still to be written. */
export function referenceSource(exercise: Exercise, kit: Kit): string {
  const { params, returns } = exercise.signature
  const list = params.map(({ name, type }) => `${name}: ${kitText(type)}`).join(', ')
  const hasArrays = dtypesOf(exercise).length > 0
  return `${hasArrays ? `import type { Nd } from '${kit}'\n\n` : ''}\
/** TODO: as which function of the truth library, and how. */
export function ${functionName(exercise)}(${list}): ${kitText(returns)} {
  throw new Error('not implemented')
}
`
}

/** `rules.ts`: no mistake yet. */
export function rulesSource(exercise: Exercise, kit: Kit): string {
  const name = functionName(exercise)
  return `import { defineRules } from '${kit}'
import type { ${name} } from './reference.ts'

// TODO: the wrong choices that people really make
/** By rule and id { en, zh, cards, choice }: en goes on after "Your output equals", zh after "…程序完全一致：", the cards teach the point. */
export const rules = defineRules(${name}With, {})

/** What one may choose otherwise than the reference does; without any choice it is right. */
interface Choices {
  // TODO: a field for each rule, such as its border, its rounding, the order of ties; until then a choice is a whole implementation
  readonly whole?: typeof ${name}
}

function ${name}With({ whole }: Choices): typeof ${name} {
  if (whole) return whole
  throw new Error('not implemented')
}
`
}

/** `grader.ts`: its random cases follow from the ranges in `exercise.yaml`, all else is to be filled in. */
export function graderSource(exercise: Exercise, kit: Kit): string {
  return `import { defineGrader } from '${kit}'
import { ${functionName(exercise)} } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: ${functionName(exercise)},
  // TODO: the arguments of the statement's example: [[...args]]
  examples: [],
  // TODO: hand-made cases [{ en, zh }, ...args], tiny ones first, for they are shown whole; then ties and whatever chance does not bring
  cases: [],
  // TODO: settle and valid, where the statement demands more than ranges; random, where anything that they allow is seldom worth asking
${toleranceText(exercise.signature.returns)}  // TODO: performance, if exercise.yaml has a budget
  rules,
})
`
}

function functionName({ id }: Exercise): string {
  return supportFor(GRADER_LANGUAGE).functionName(id)
}

function kitText(type: Type): string {
  return typeText(type, {
    array: (dtype) => `Nd<'${dtype}'>`,
    record: ({ fields }) =>
      `{ ${fields.map((field) => `readonly ${field.name}: ${kitText(field.type)}`).join('; ')} }`,
  })
}

/** Floats are never compared to the last bit. */
function toleranceText(returns: Type): string {
  const dtypes = dtypesIn([returns])
  if (dtypes.includes('f32')) return toleranceOf('1e-5', '1e-6')
  return dtypes.includes('f64') || hasFloat(returns) ? toleranceOf('1e-9', '1e-12') : ''
}

function toleranceOf(rtol: string, atol: string): string {
  return `  tolerance: { rtol: ${rtol}, atol: ${atol}, why: 'TODO: what it follows from' },\n`
}

function hasFloat(type: Type): boolean {
  return type.kind === 'f64' || (type.kind === 'record' && type.fields.some((field) => hasFloat(field.type)))
}
