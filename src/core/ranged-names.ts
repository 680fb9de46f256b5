import type { ArrayType, Param, Type } from './signature.ts'

/** `f32[N,4]`, wherever it stands among the parameters. */
export function arraysIn(params: readonly Param[]): readonly ArrayType[] {
  return params.flatMap(({ type }) => {
    if (type.kind === 'record') return arraysIn(type.fields)
    return type.kind === 'array' ? [type] : []
  })
}

/** The names from which all lengths of the parameters follow, each once. */
export function dimensionsOf(params: readonly Param[]): readonly string[] {
  const names = arraysIn(params).flatMap(({ dims }) => dims.flatMap((dim) => dim.match(NAME) ?? []))
  return [...new Set(names)]
}

const NAME = /[A-Za-z]\w*/g

/** All that a range can be declared for: lengths, and whatever holds numbers or texts, a field as `options.power`. */
export function rangedNames(params: readonly Param[]): readonly string[] {
  return [...dimensionsOf(params), ...params.flatMap((param) => pathsIn(param))]
}

function pathsIn({ name, type }: Param): readonly string[] {
  if (type.kind === 'record')
    return type.fields.flatMap((field) => pathsIn(field).map((path) => `${name}.${path}`))
  return type.kind === 'bool' ? [] : [name]
}

/** Undefined for a length. */
export function typeAt(params: readonly Param[], path: string): Type | undefined {
  const [name, ...rest] = path.split('.')
  const type = params.find((param) => param.name === name)?.type
  return type?.kind === 'record' && rest.length > 0 ? typeAt(type.fields, rest.join('.')) : type
}
