import type { Exercise } from '../../../../core/exercise.ts'
import type { Type } from '../../../../core/signature.ts'
import type { Dtype } from '../../../../core/value.ts'
import { fieldName, paramName, recordsOf, resultName } from '../../../protocol/named-types.ts'
import { snakeCase, snakeName } from '../../../protocol/snake-case.ts'

/**
 * A type in a learner's own words: `NdArray<float>`, or the struct that `structsOf` writes out. `structName`
 * names a record.
 */
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
  const list = params.map((param) => {
    const spelled = cppType(param.type, paramName(param))
    return `${isSmall(param.type) ? `${spelled} ` : `const ${spelled}& `}${cppName(param.name)}`
  })
  return `${cppType(returns, resultName(exercise))} ${snakeCase(exercise.id)}(${list.join(', ')})`
}

/** Records as structs, those within others first. */
export function structsOf(exercise: Exercise): readonly string[] {
  return recordsOf(exercise).flatMap(({ name, fields }) => [
    `struct ${name} {`,
    ...fields.map((field) => `  ${cppType(field.type, fieldName(name, field))} ${cppName(field.name)};`),
    '};',
    '',
  ])
}

/**
 * What stands behind the submission in its unit: one function that reads the arguments, calls the learner's
 * and writes its result. The result's fields are asked for by name, so that the order of a struct's members
 * is the learner's own affair.
 */
export function glueFor(exercise: Exercise): string {
  const { params, returns } = exercise.signature
  const args = params.map((_, at) => `anneal_${at}`)
  return [
    'extern "C" __attribute__((visibility("default")))',
    'void anneal_call(const anneal::Call &anneal_in, anneal::Reply &anneal_out) {',
    ...params.flatMap((param, at) => [
      `  ${cppType(param.type, paramName(param))} anneal_${at}{};`,
      ...readLines(param.type, `anneal_in.arg(${at})`, `anneal_${at}`),
    ]),
    '  const double anneal_before = anneal::cpu_ms();',
    `  auto &&anneal_result = ${snakeCase(exercise.id)}(${args.join(', ')});`,
    '  anneal_out.cpu_ms += anneal::cpu_ms() - anneal_before;',
    '  const auto anneal_write = [](const auto &anneal_value, anneal::Reply &anneal_out) {',
    ...putLines(returns, 'anneal_value').map((line) => `  ${line}`),
    '  };',
    '  anneal_write(anneal_result, anneal_out);',
    `  anneal::keep<decltype(anneal_result)>(${['anneal_in', 'anneal_result', 'anneal_write', ...args].join(', ')});`,
    '  if (!anneal_in.tells_arguments) return;',
    '  anneal_out.raw(",\\"args\\":[");',
    ...params.flatMap(({ type }, at) => [
      ...(at > 0 ? ['  anneal_out.raw(",");'] : []),
      ...putLines(type, `anneal_${at}`),
    ]),
    '  anneal_out.raw("]");',
    '}',
    '',
  ].join('\n')
}

/** A parameter or a field: `gt_boxes`; one may be called what C++ keeps for itself. */
export function cppName(name: string): string {
  const spelled = snakeName(name)
  return KEYWORDS.has(spelled) ? `${spelled}_` : spelled
}

const KEYWORDS = new Set(
  (
    'and asm auto bool break case catch char class const continue default delete do double else enum explicit export extern false ' +
    'float for friend goto if inline int long mutable namespace new not operator or private protected public register return short ' +
    'signed sizeof static struct switch template this throw true try typedef typename union unsigned using virtual void volatile while xor'
  ).split(' '),
)

function isSmall(type: Type): boolean {
  return type.kind === 'int' || type.kind === 'f64' || type.kind === 'bool'
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
      `  anneal_out.raw("${at === 0 ? '{\\"r\\":{' : ','}\\"${field.name}\\":");`,
      ...putLines(field.type, `${from}.${cppName(field.name)}`),
    ]),
    '  anneal_out.raw("}}");',
  ]
}
