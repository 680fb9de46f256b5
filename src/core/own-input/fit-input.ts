import { didYouMean } from '../did-you-mean.ts'
import type { Text } from '../locale.ts'
import type { Param, Signature, Type } from '../signature.ts'
import type { Spell } from '../spell-names.ts'
import { unreachable } from '../unreachable.ts'
import type { Value } from '../value.ts'
import type { NamedValue } from '../verdict.ts'
import { fitArray } from './fit-array.ts'
import { fitNumber, notWhatItMustBe } from './fit-number.ts'
import { type GivenValue, inputProblem, isGivenRecord } from './given-value.ts'

/**
 * Arguments as people give them, made to fit the signature. A Problem names them as the language at hand
 * does.
 * @throws Problem
 */
export function fitInput(given: GivenValue, { params }: Signature, spell: Spell): readonly NamedValue[] {
  const lengths = new Map<string, number>()
  return fitFields(given, params, undefined)

  function fitFields(
    fields: GivenValue,
    wanted: readonly Param[],
    at: string | undefined,
  ): readonly NamedValue[] {
    const parts = fieldsOf(fields, wanted, at, spell)
    return wanted.map(({ name, type }, index) => ({
      name,
      value: fitted(type, parts[index] ?? null, at === undefined ? spell(name) : `${at}.${spell(name)}`),
    }))
  }

  function fitted(type: Type, part: GivenValue, at: string): Value {
    switch (type.kind) {
      case 'int':
      case 'f64':
        return fitNumber(type.kind, part, () => at)
      case 'bool':
        if (typeof part === 'boolean') return part
        throw notWhatItMustBe(at, part, { en: 'true or false', zh: ' true 或 false' })
      case 'str':
        if (typeof part === 'string') return part
        throw notWhatItMustBe(at, part, { en: 'a string', zh: '字符串' })
      case 'array':
        return fitArray(type, part, at, lengths)
      case 'record':
        return Object.fromEntries(fitFields(part, type.fields, at).map(({ name, value }) => [name, value]))
      default:
        return unreachable(type)
    }
  }
}

/** In the order of the parameters; no other may be there. */
function fieldsOf(
  given: GivenValue,
  wanted: readonly Param[],
  at: string | undefined,
  spell: Spell,
): readonly GivenValue[] {
  const names = wanted.map(({ name }) => spell(name))
  const whole: Text = at === undefined ? { en: 'The input', zh: '输入' } : { en: at, zh: `${at} ` }
  if (!isGivenRecord(given)) {
    throw inputProblem({
      en: `${whole.en} is no object with ${names.join(', ')}.`,
      zh: `${whole.zh}不是含 ${names.join('、')} 的对象。`,
    })
  }
  const odd = Object.keys(given).find((name) => wanted.every((param) => param.name !== name))
  if (odd !== undefined) throw unknownName(whole, odd, names)
  return wanted.map(({ name }) => {
    if (Object.hasOwn(given, name)) return given[name] ?? null
    throw inputProblem({ en: `${whole.en} lacks ${spell(name)}.`, zh: `${whole.zh}缺少 ${spell(name)}。` })
  })
}

function unknownName(whole: Text, odd: string, names: readonly string[]) {
  const meant = didYouMean(odd, names)
  return inputProblem(
    {
      en: `${whole.en} has ${odd}, which is no parameter${meant.en}.`,
      zh: `${whole.zh}中的 ${odd} 不是参数${meant.zh}。`,
    },
    { en: `There are ${names.join(', ')}.`, zh: `参数有 ${names.join('、')}。` },
  )
}
