import { type Text, verbatim } from '../../core/locale.ts'
import type { OddForm, OddValue } from '../protocol/odd-value.ts'

/** What a value is, in words that follow "returned" or "is". */
export function oddWords({ form, details: [detail = '', more = ''] }: OddValue): Text {
  return WORDS[form](detail, more)
}

const WORDS: { readonly [F in OddForm]: (detail: string, more: string) => Text } = {
  number: (number) => ({ en: `the number ${number}`, zh: `数值 ${number}` }),
  boolean: (value) => ({ en: `the boolean ${value}`, zh: `布尔值 ${value}` }),
  string: () => ({ en: 'a string', zh: '字符串' }),
  record: () => ({ en: 'a record', zh: '带字段的记录' }),
  lacks: (field) => ({ en: `no ${field}`, zh: `的结果里没有 ${field}` }),
  word: verbatim,
  type: (name) => ({ en: `${/^(?:[aeio]|NdArray)/i.test(name) ? 'an' : 'a'} ${name}`, zh: name }),
  'array-of': (dtype, library) => ({
    en: `a ${library} array of ${dtype}`,
    zh: `dtype 为 ${dtype} 的 ${library} 数组`,
  }),
  bare: (name) => ({ en: `a plain ${name}`, zh: `不带 shape 的 ${name}` }),
  promise: (name) => ({
    en: `a ${name}: the function must not be async`,
    zh: `${name}（函数不能是 async）`,
  }),
  lazy: (name) => ({
    en: `a ${name} whose values are not made yet`,
    zh: `尚未算出任何值的 ${name}`,
  }),
  instance: () => ({ en: 'an object of a class', zh: '某个类的实例' }),
  shapeless: () => ({
    en: 'an array whose shape is no list of whole numbers',
    zh: 'shape 不是整数列表的数组',
  }),
  sizes: (shape, count) => ({
    en: `an array of shape [${shape}] with ${count} values in data`,
    zh: `形状为 [${shape}]、data 却有 ${count} 个值的数组`,
  }),
  'negative-shape': () => ({
    en: 'an array with a negative length in its shape',
    zh: 'shape 含负数的数组',
  }),
  'long-string': () => ({ en: 'a string too long to read', zh: '过长的字符串' }),
  element: (place, what) => ({
    en: `an array with ${what} at ${place}`,
    zh: `在 ${place} 处为 ${what} 的数组`,
  }),
  ragged: (place) => ({
    en: `an array whose rows are not alike at ${place}`,
    zh: `各行不齐（见 ${place}）的数组`,
  }),
  'too-many': () => ({ en: 'an array of too many values', zh: '值过多的数组' }),
  deep: () => ({ en: 'an object nested too deeply', zh: '嵌套过深的对象' }),
  unreadable: () => ({ en: 'nothing that can be read', zh: '无法读取的内容' }),
}
