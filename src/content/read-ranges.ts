import { didYouMean } from '../core/did-you-mean.ts'
import type { Text } from '../core/locale.ts'
import type { InputRange, Range } from '../core/range.ts'
import { rangedNames } from '../core/ranged-names.ts'
import type { Signature } from '../core/signature.ts'

/** Ranges by name, or by several with commas between; each name of the signature that can have one has one. */
export function readRanges(
  ranges: { readonly [names: string]: Range },
  { params }: Signature,
): { readonly input: readonly InputRange[]; readonly complaints: readonly Text[] } {
  const input = Object.entries(ranges).map(([names, range]) => ({
    names: names.split(',').map((name) => name.trim()),
    range,
  }))
  const given = input.flatMap(({ names }) => names)
  const known = rangedNames(params)
  return {
    input,
    complaints: [
      ...given.filter((name) => !known.includes(name)).map((name) => unknown(name, known)),
      ...given.filter((name, at) => given.indexOf(name) < at).map(twice),
      ...known.filter((name) => !given.includes(name)).map(missing),
    ],
  }
}

function unknown(name: string, known: readonly string[]): Text {
  const hint = didYouMean(name, known)
  return {
    en: `The signature has no ${name} with a range${hint.en}; there are ${known.join(', ')}.`,
    zh: `签名中没有名为 ${name} 的长度或参数${hint.zh}；可写取值范围的有 ${known.join('、')}。`,
  }
}

function twice(name: string): Text {
  return {
    en: `The range of ${name} stands twice; leave one out.`,
    zh: `${name} 的取值范围写了两次；请删去一个。`,
  }
}

function missing(name: string): Text {
  return {
    en: `The input has no range for ${name}; write one, like 0..100.`,
    zh: `input 中缺少 ${name} 的取值范围；请写上，例如 0..100。`,
  }
}
