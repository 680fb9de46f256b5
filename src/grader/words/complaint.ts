import type { Text } from '../../core/locale.ts'
import type { Type } from '../../core/signature.ts'
import type { Dtype } from '../../core/value.ts'
import type { Lost } from '../protocol/convert-array.ts'
import type { ReadValue } from '../protocol/read-value.ts'
import { memberAt } from './member-at.ts'
import { oddWords } from './odd-words.ts'
import { lacksField, returnedInstead, wouldBeLost } from './sentences.ts'

/** Why a result is none of the signature's type. @param describe a type in the language's own words */
export function complaint(
  { at, expected, got }: Extract<ReadValue, { readonly kind: 'invalid' }>,
  describe: (type: Type) => Text,
): Text {
  const member = memberAt(at)
  if (got.kind === 'lost') return lossOf(`${member}[${got.place.join(', ')}]`, got, expected)
  const isMember = member !== 'result'
  if (got.kind === 'odd' && got.form === 'lacks' && isMember)
    return lacksField(member, got.details[0] ?? '', describe(expected))
  const found = got.kind === 'odd' ? oddWords(got) : describe(got)
  return returnedInstead(isMember ? member : undefined, found, describe(expected))
}

function lossOf(place: string, { value, why }: Lost, expected: Type): Text {
  const dtype = expected.kind === 'array' ? expected.dtype : 'f64'
  return wouldBeLost(place, String(value), RANGES[dtype], ADVICE[why])
}

const RANGES: { readonly [D in Dtype]: Text } = {
  u8: { en: 'a whole number from 0 to 255', zh: '0 到 255 的整数' },
  i32: { en: 'a whole number of 32 bits', zh: '32 位整数' },
  f32: { en: 'a number that float32 holds', zh: 'float32 能表示的数' },
  f64: { en: 'a number', zh: '数' },
}

const ADVICE: { readonly [W in Lost['why']]: Text } = {
  fraction: { en: 'round it, as the statement says', zh: '请按题目要求取整' },
  range: { en: 'clip it, or find where it leaves the range', zh: '请截断，或找出它从何处越界' },
  nan: { en: 'find where it comes from, such as 0 / 0', zh: '请找出它的来源，例如 0 / 0' },
  infinite: { en: 'find where it comes from, such as 1 / 0', zh: '请找出它的来源，例如 1 / 0' },
}
