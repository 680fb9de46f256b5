import { Problem } from '../../core/problem.ts'
import type { Param, Signature, Type } from '../../core/signature.ts'

/** No parameter or field may be a word that one of the languages keeps for itself. */
export function refuseReserved({ params, returns }: Signature): void {
  const names = [...params.flatMap(namesIn), ...fieldsIn(returns).flatMap(namesIn)]
  const reserved = names.find((name) => RESERVED.has(name))
  if (reserved === undefined) return
  throw new Problem(
    {
      en: `"${reserved}" cannot be a name in every language.`,
      zh: `“${reserved}”在某些编程语言中不能用作名称。`,
    },
    {
      remedy: {
        en: `Call it otherwise, such as ${reserved}Value.`,
        zh: `请换一个名称，例如 ${reserved}Value。`,
      },
    },
  )
}

function namesIn({ name, type }: Param): readonly string[] {
  return [name, ...fieldsIn(type).flatMap(namesIn)]
}

function fieldsIn(type: Type): readonly Param[] {
  return type.kind === 'record' ? type.fields : []
}

/** Keywords of Python 3.12 and ECMAScript 2024 (modules are strict); what C++ keeps, its starter renames. */
const RESERVED = new Set(
  `False None True and as assert async await break class continue def del elif else except finally for from global if import in is
  lambda nonlocal not or pass raise return try while with yield arguments case catch const debugger default delete do enum eval export
  extends false function implements instanceof interface let new null package private protected public static super switch this throw
  true typeof undefined var void`.split(/\s+/),
)
