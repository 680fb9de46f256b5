import type { Param, Signature, Type } from '../../core/signature.ts'

/** As authors write it: `(image: u8[H,W], ksize: int) -> u8[H,W]`. */
export function formatSignature({ params, returns }: Signature): string {
  return `(${formatFields(params)}) -> ${formatType(returns)}`
}

function formatFields(fields: readonly Param[]): string {
  return fields.map(({ name, type }) => `${name}: ${formatType(type)}`).join(', ')
}

function formatType(type: Type): string {
  switch (type.kind) {
    case 'array':
      return `${type.dtype}[${type.dims.join(',')}]`
    case 'record':
      return `{${formatFields(type.fields)}}`
    default:
      return type.kind
  }
}
