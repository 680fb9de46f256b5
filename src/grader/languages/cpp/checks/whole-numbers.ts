import type { Text } from '../../../../core/locale.ts'
import type { Checks, Repair } from '../../../protocol/language.ts'
import { withOwnLine } from './with-own-line.ts'

/**
 * A submission in which whole numbers are made fractions where those may have been meant: a sum that begins at 0,
 * a quotient of a literal, a variable that something is added to, what a function returns; each place alone, then
 * all. What else a change breaks does not compile, or does not pass.
 */
export const repairs: Checks['repairs'] = ({ fileName, text }) => {
  if (text.length > MOST_HANDWRITTEN) return []
  const places = KINDS.flatMap((kind) => placesOf(kind, text)).slice(0, MOST_PLACES)
  const told = ({ at, what, kind }: Place) => {
    const line = text.slice(0, at).split('\n').length
    return withOwnLine(line, { fileName, source: text }, kind.told(what))
  }
  const alone = places.map((place) => ({ places: [place], told: told(place) }))
  const all = { places, told: alone[0]?.told }
  return [...alone, ...(places.length > 1 ? [all] : [])].flatMap((one): readonly Repair[] =>
    one.told ? [{ text: changed(text, one.places), told: one.told }] : [],
  )
}

/** Six times our longest reference. */
const MOST_HANDWRITTEN = 2 ** 15
/** Each costs a compilation. */
const MOST_PLACES = 5
const MOST_NAMES = 20

interface Kind {
  readonly finds: (text: string) => RegExp
  readonly put: (was: string) => string
  readonly told: (what: string) => Text
}

/** What `finds` names `was` makes room for `put`. */
interface Place {
  readonly kind: Kind
  readonly at: number
  readonly was: string
  readonly what: string
}

function placesOf(kind: Kind, text: string): readonly Place[] {
  return Array.from(text.matchAll(kind.finds(text)), ({ groups = {}, indices }) => {
    const { was = '', what = was } = groups
    return { kind, at: indices?.groups?.['was']?.[0] ?? 0, was, what }
  })
}

function changed(text: string, places: readonly Place[]): string {
  return places
    .toSorted((one, other) => other.at - one.at)
    .reduce((now, { at, was, kind }) => now.slice(0, at) + kind.put(was) + now.slice(at + was.length), text)
}

const asFraction = (literal: string) => `${literal}.0`

const KINDS: readonly Kind[] = [
  {
    finds: () => /\b(?:accumulate|inner_product|reduce)\s*\([^;{}]{0,300}?,\s*(?<was>0)(?=\s*[,)])/dg,
    put: asFraction,
    told: () => ({
      en: 'adds up in whole numbers, for the sum has the type of its first value: with 0.0 in place of 0 this case passes.',
      zh: '按整数求和（和的类型由初值决定）：把 0 改成 0.0，这个用例就能通过。',
    }),
  },
  {
    finds: () => /(?<![\w.)\]]\s{0,9})\b(?<was>\d{1,9})(?=\s{0,9}\/\s{0,9}[\w(])/dg,
    put: asFraction,
    told: (number) => ({
      en: `divides whole numbers, which cuts the fraction off: with ${number}.0 in place of ${number} this case passes.`,
      zh: `做的是整数除法，小数部分被截掉：把 ${number} 改成 ${number}.0，这个用例就能通过。`,
    }),
  },
  {
    finds: wholeVariables,
    put: () => 'double',
    told: (name) => ({
      en: `keeps ${name} as a whole number, which cuts fractions off: as a double this case passes.`,
      zh: `把 ${name} 存成整数，小数部分被截掉：改成 double，这个用例就能通过。`,
    }),
  },
  {
    finds: () =>
      /(?<![:<,(]\s{0,9})\b(?<was>int|long|auto) (?<what>\w{1,60})(?=\s{0,9}\([^;{}()]{0,400}\)\s{0,9}\{)/dg,
    put: () => 'double',
    told: (name) => ({
      en: `lets ${name} return a whole number, which cuts the fraction off: as a double this case passes.`,
      zh: `让 ${name} 返回整数，小数部分被截掉：改成 double，这个用例就能通过。`,
    }),
  },
]

/** Declarations, not in a loop's heading, of whole numbers to which something is added or the like. */
function wholeVariables(text: string): RegExp {
  const added = Array.from(text.matchAll(/\b(\w{1,60})\s{0,9}[-+*/]=/g), ([, name = '']) => name)
  const names = [...new Set(added)].slice(0, MOST_NAMES).join('|')
  const type = '(?<was>(?:unsigned |long )?(?:int|long|auto|(?:std::)?size_t))'
  return new RegExp(
    String.raw`(?<!\(\s{0,9})(?<![\w:])${type} (?<what>(?:${names || '(?!)'})\b)\s{0,9}=`,
    'dg',
  )
}
