import type { Exercise } from '../../core/exercise.ts'
import type { Signature, Type } from '../../core/signature.ts'
import type { Dtype } from '../../core/value.ts'
import { supportFor } from '../../grader/languages/all-languages.ts'

/** `reference.ts`: the types of the exercise, and its function that is still to be written. */
export function referenceSource(exercise: Exercise): string {
  const { params, returns } = exercise.signature
  const list = params.map(({ name, type }) => `${name}: ${typeText(type)}`).join(', ')
  return `${importOf(exercise.signature)}export type Args = readonly [${list}]

export type Result = ${typeText(returns)}

/** TODO: as which function of the truth library, and how. */
export function ${functionName(exercise)}(${list}): Result {
  throw new Error('not implemented')
}
`
}

/** `mutants.ts`: no mistake yet. */
export function mutantsSource(): string {
  return `${importLine('type { Mutant }', DEFINE_GRADER)}${importLine('type { Args, Result }', './reference.ts')}
// TODO: the mistakes that people really make, four or more
/** Each { id, message: { en, zh }, cards, run }: the message says what the learner's output equals, the cards teach the point. */
export const mutants: readonly Mutant<Args, Result>[] = []
`
}

/** `grader.ts`: random cases from the signature's types, all else to be filled in. */
export function graderSource(exercise: Exercise): string {
  const { signature } = exercise
  const makers = dtypesIn(signature.params.map(({ type }) => type))
  const imports = [
    importLine('type { Random }', '../../src/core/random.ts'),
    makers.length > 0 ? importLine(`{ draw, ${makers.join(', ')} }`, AUTHOR_ARRAYS) : '',
    importLine('{ defineGrader }', DEFINE_GRADER),
    importLine('{ mutants }', './mutants.ts'),
    importLine(`{ type Args, ${functionName(exercise)}, type Result }`, './reference.ts'),
  ]
  return `${imports.join('')}
export const grader = defineGrader<Args, Result>({
  reference: ${functionName(exercise)},
  // TODO: hand-made cases { name: { en, zh }, args }, tiny ones first, for they are shown whole; then edges: one element, empty, ties, extremes
  cases: [],
  random: randomArgs,
  randomCases: 40,
  // TODO: valid or shrink, so that a failing random case is shown as small as it can be; see docs/exercise-format.md
  comparison: ${comparisonText(signature.returns)},
  // TODO: performance, if exercise.yaml has a budget
  mutants,
})

// TODO: the whole input space that the statement allows, ties and extremes among it
function randomArgs(random: Random): Args {
${dimsIn(signature)
  .map((dim) => `  const ${dim} = random.int(1, 8)\n`)
  .join('')}  return [${signature.params.map(({ type }) => drawText(type)).join(', ')}]
}
`
}

const DEFINE_GRADER = '../../src/kit/define-grader.ts'
const AUTHOR_ARRAYS = '../../src/kit/arrays.ts'

function importLine(what: string, path: string): string {
  return `import ${what} from '${path}'\n`
}

function functionName({ id }: Exercise): string {
  return supportFor('ts').functionName(id)
}

function importOf({ params, returns }: Signature): string {
  return dtypesIn([...params.map(({ type }) => type), returns]).length > 0
    ? `${importLine('type { Nd }', AUTHOR_ARRAYS)}\n`
    : ''
}

function dtypesIn(types: readonly Type[]): readonly Dtype[] {
  const found = types.flatMap((type): readonly Dtype[] => {
    if (type.kind === 'array') return [type.dtype]
    return type.kind === 'record' ? dtypesIn(type.fields.map((field) => field.type)) : []
  })
  return [...new Set(found)].sort()
}

function typeText(type: Type): string {
  switch (type.kind) {
    case 'int':
    case 'f64':
      return 'number'
    case 'bool':
      return 'boolean'
    case 'str':
      return 'string'
    case 'array':
      return `Nd<'${type.dtype}'>`
    case 'record':
      return `{ ${type.fields.map((field) => `readonly ${field.name}: ${typeText(field.type)}`).join('; ')} }`
  }
}

/** Floats are never compared to the last bit. */
function comparisonText(returns: Type): string {
  const dtypes = dtypesIn([returns])
  if (dtypes.includes('f32'))
    return `{ kind: 'close', rtol: 1e-5, atol: 1e-6, why: 'TODO: what it follows from' }`
  return dtypes.includes('f64') || hasFloat(returns)
    ? `{ kind: 'close', rtol: 1e-9, atol: 1e-12, why: 'TODO: what it follows from' }`
    : `{ kind: 'exact' }`
}

function hasFloat(type: Type): boolean {
  return type.kind === 'f64' || (type.kind === 'record' && type.fields.some((field) => hasFloat(field.type)))
}

/** Names of lengths among the parameters, each drawn once. */
function dimsIn({ params }: Signature): readonly string[] {
  const names = params.flatMap(({ type }) => dimNames(type))
  return [...new Set(names)]
}

function dimNames(type: Type): readonly string[] {
  if (type.kind === 'record') return type.fields.flatMap((field) => dimNames(field.type))
  return type.kind === 'array' ? type.dims.flatMap((dim) => dim.match(/[A-Za-z]\w*/g) ?? []) : []
}

function drawText(type: Type): string {
  switch (type.kind) {
    case 'int':
      return 'random.int(1, 5)'
    case 'f64':
      return 'random.normal()'
    case 'bool':
      return 'random.pick([false, true])'
    case 'str':
      return "random.pick(['', 'text'])"
    case 'array': {
      const shape = `[${type.dims.join(', ')}]`
      return `${type.dtype}(${shape}, draw(${shape}, ${NUMBERS[type.dtype]}))`
    }
    case 'record':
      return `{ ${type.fields.map((field) => `${field.name}: ${drawText(field.type)}`).join(', ')} }`
  }
}

const NUMBERS: { readonly [D in Dtype]: string } = {
  u8: '() => random.int(0, 255)',
  i32: '() => random.int(-100, 100)',
  f32: 'random.normal',
  f64: 'random.normal',
}
