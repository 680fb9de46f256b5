import { joinTexts, type Text } from '../../core/locale.ts'
import type { Type } from '../../core/signature.ts'
import type { Conversion } from '../protocol/read-value.ts'
import { memberAt } from './member-at.ts'
import { oddWords } from './odd-words.ts'
import { convertedRemark, narrowedRemark } from './sentences.ts'
import { showable } from './showable-text.ts'

/** A type in the language's own words. */
export type Describe = (type: Type) => Text

/** One sentence for all members that are held alike. */
export function remarkOnValues(conversions: readonly Conversion[], describe: Describe): Text | undefined {
  const members = Map.groupBy(conversions, ({ at }) => memberAt(at))
  const held = [...members].flatMap(([member, [first]]) =>
    first ? [{ member, ...wordsOf(first, describe) }] : [],
  )
  const alike = [...Map.groupBy(held, ({ from, to }) => `${from.en} ${to.en}`).values()]
  const sentences = alike.flatMap((group) => {
    const [first] = group
    return first
      ? [
          convertedRemark(
            group.map(({ member }) => member),
            first.from,
            first.to,
          ),
        ]
      : []
  })
  if (sentences.length === 0) return undefined
  return showable(joinTexts(sentences, { en: ' ', zh: '' }))
}

/** Of a wrong answer: only what may be why it is wrong. */
export function remarkOnLoss(conversions: readonly Conversion[], describe: Describe): Text | undefined {
  const found = conversions
    .map((conversion) => ({ conversion, loses: losesIn(conversion) }))
    .find(({ loses }) => loses !== undefined)
  if (found?.loses === undefined) return undefined
  const { from, to } = wordsOf(found.conversion, describe)
  return showable(narrowedRemark(memberAt(found.conversion.at), from, to, found.loses))
}

const WHOLE = /^(?:bool|u?int\d+|(?:Big)?(?:Ui|I)nt\d+(?:Clamped)?Array)$/
const SHORTER = { f32: /^[Ff]loat16/, f64: /^[Ff]loat(?:16|32)/ }

/** What an array of such numbers cannot hold, and the type asked for can. */
function losesIn({ from, to }: Conversion): Text | undefined {
  if (from.kind !== 'odd' || to.kind !== 'array' || (to.dtype !== 'f32' && to.dtype !== 'f64'))
    return undefined
  const [name = ''] = from.details
  if (WHOLE.test(name)) return { en: 'fractions', zh: '小数部分' }
  return SHORTER[to.dtype].test(name) ? { en: 'digits', zh: '部分有效数字' } : undefined
}

function wordsOf({ from, to }: Conversion, describe: Describe): { readonly from: Text; readonly to: Text } {
  return { from: literal(from.kind === 'odd' ? oddWords(from) : describe(from)), to: literal(describe(to)) }
}

/** A remark is Markdown, and the name of a type may hold its marks: `NdArray<float>`. */
function literal({ en, zh }: Text): Text {
  return { en: en.replace(MARKS, '\\$&'), zh: zh.replace(MARKS, '\\$&') }
}

const MARKS = /[\\`*<$&]|~~|\[(?!\])|(?<!\w)_|_(?!\w)/g
