import type { Exercise } from '../../../../core/exercise.ts'
import type { ExerciseId } from '../../../../core/ids.ts'
import type { Param, Type } from '../../../../core/signature.ts'
import type { Dtype } from '../../../../core/value.ts'
import { snakeCase } from '../../../protocol/snake-case.ts'

/** A type in a learner's own words: `NdArray<float>`, or the struct that `structsOf` writes out. `structName` names a record. */
export function cppType(type: Type, structName: string): string {
  switch (type.kind) {
    case 'int':
      return 'int'
    case 'f64':
      return 'double'
    case 'bool':
      return 'bool'
    case 'str':
      return 'std::string'
    case 'array':
      return `NdArray<${ELEMENTS[type.dtype]}>`
    case 'record':
      return structName
  }
}

const ELEMENTS: { readonly [D in Dtype]: string } = {
  u8: 'std::uint8_t',
  i32: 'std::int32_t',
  f32: 'float',
  f64: 'double',
}

/** `NdArray<float> soft_attention(const NdArray<float>& q, …)`, without what follows. */
export function cppHeading(exercise: Exercise): string {
  const { params, returns } = exercise.signature
  const list = params.map(({ name, type }) => {
    const spelled = cppType(type, pascalCase(name))
    return `${isSmall(type) ? `${spelled} ` : `const ${spelled}& `}${cppName(name)}`
  })
  return `${cppType(returns, resultStruct(exercise.id))} ${snakeCase(exercise.id)}(${list.join(', ')})`
}

/** Records as structs, those within others first. */
export function structsOf(exercise: Exercise): readonly string[] {
  const { params, returns } = exercise.signature
  return [
    ...params.flatMap(({ name, type }) => structOf(type, pascalCase(name))),
    ...structOf(returns, resultStruct(exercise.id)),
  ]
}

/**
 * What stands behind the submission in its unit: one function that reads the arguments, calls the learner's and writes its result. The
 * result's fields are asked for by name, so that the order of a struct's members is the learner's own affair.
 */
export function glueFor(exercise: Exercise): string {
  const { params, returns } = exercise.signature
  const args = params.map((_, at) => `anneal_${at}`)
  return [
    'extern "C" __attribute__((visibility("default")))',
    'void anneal_call(const anneal::Call &anneal_in, anneal::Reply &anneal_out) {',
    ...params.flatMap(({ name, type }, at) => [
      `  ${cppType(type, pascalCase(name))} anneal_${at}{};`,
      ...readLines(type, `anneal_in.args.list[${at}]`, `anneal_${at}`),
    ]),
    '  const std::clock_t anneal_before = std::clock();',
    `  auto anneal_result = ${snakeCase(exercise.id)}(${args.join(', ')});`,
    '  anneal_out.clocks += std::clock() - anneal_before;',
    ...putLines(returns, 'anneal_result'),
    '  if (!anneal_in.tells_arguments) return;',
    '  anneal_out.json += ",\\"args\\":[";',
    ...params.flatMap(({ type }, at) => [
      ...(at > 0 ? ["  anneal_out.json += ',';"] : []),
      ...putLines(type, `anneal_${at}`),
    ]),
    "  anneal_out.json += ']';",
    '}',
    '',
  ].join('\n')
}

/** A field or parameter may be called what C++ keeps for itself. */
export function cppName(name: string): string {
  return KEYWORDS.has(name) ? `${name}_` : name
}

const KEYWORDS = new Set(
  (
    'and asm auto bool break case catch char class const continue default delete do double else enum explicit export extern false ' +
    'float for friend goto if inline int long mutable namespace new not operator or private protected public register return short ' +
    'signed sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void volatile while xor'
  ).split(' '),
)

function resultStruct(id: ExerciseId): string {
  return `${pascalCase(id)}Result`
}

/** `mean-average-precision` is `MeanAveragePrecision`. */
function pascalCase(name: string): string {
  return name.replace(/(?:^|-)([a-zA-Z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function isSmall(type: Type): boolean {
  return type.kind === 'int' || type.kind === 'f64' || type.kind === 'bool'
}

function structOf(type: Type, name: string): readonly string[] {
  if (type.kind !== 'record') return []
  const within = type.fields.flatMap((field) => structOf(field.type, fieldStruct(name, field)))
  const fields = type.fields.map(
    (field) => `  ${cppType(field.type, fieldStruct(name, field))} ${cppName(field.name)};`,
  )
  return [...within, `struct ${name} {`, ...fields, '};', '']
}

function fieldStruct(struct: string, { name }: Param): string {
  return struct + pascalCase(name)
}

function readLines(type: Type, from: string, into: string): readonly string[] {
  if (type.kind !== 'record') return [`  anneal_in.read(${from}, ${into});`]
  return type.fields.flatMap((field) =>
    readLines(field.type, `${from}["r"]["${field.name}"]`, `${into}.${cppName(field.name)}`),
  )
}

function putLines(type: Type, from: string): readonly string[] {
  if (type.kind !== 'record') return [`  anneal_out.put(${from});`]
  return [
    ...type.fields.flatMap((field, at) => [
      `  anneal_out.json += "${at === 0 ? '{\\"r\\":{' : ','}\\"${field.name}\\":";`,
      ...putLines(field.type, `${from}.${cppName(field.name)}`),
    ]),
    '  anneal_out.json += "}}";',
  ]
}
