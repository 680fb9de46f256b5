import { joinTexts, type Locale, type Text } from '../../core/locale.ts'
import { paragraphs } from './paragraphs.ts'

/*
 * All that the judge says to a learner, and what it calls the cases that it makes itself. What it is given of
 * a program's words is safe to show, or is made so with the whole sentence.
 */

export function randomCase(number: number): Text {
  return { en: `random ${number}`, zh: `随机 ${number}` }
}

export function relatedCase(number: number, change: Text): Text {
  return { en: `random input ${number}, ${change.en}`, zh: `随机输入 ${number}，${change.zh}` }
}

export function madeSmaller(name: Text): Text {
  return { en: `from "${name.en}", made smaller`, zh: `由“${name.zh}”缩小而来` }
}

/** What is asked beyond the cases, to tell mistakes apart. */
export function distinguishing(number: number): Text {
  return { en: `distinguishing ${number}`, zh: `区分用输入 ${number}` }
}

export const SPEED_TEST_INPUT: Text = { en: 'an input of the speed test', zh: '测速输入' }

/** @param at the place in the output, such as `result[3, 4]` */
export function differs(at: string, got: string, expected: string): Text {
  return { en: `${at} is ${got}, expected ${expected}`, zh: `${at} 为 ${got}，应为 ${expected}` }
}

export function shapeDiffers(at: string, got: string, expected: string): Text {
  return {
    en: `${at} has shape ${got}, expected ${expected}`,
    zh: `${at} 的形状为 ${got}，应为 ${expected}`,
  }
}

/** @param others cases where `clause` does not hold: they are right */
export function onlyWhere(
  clause: Text,
  { wrong, cases, others }: { readonly wrong: number; readonly cases: number; readonly others: number },
): Text {
  return {
    en: `Wrong only where ${clause.en}: in ${wrong} of those ${cases} cases, and in none of the other ${others}.`,
    zh: `只在${spaced(clause.zh, 'both')}时出错：这 ${cases} 个用例错了 ${wrong} 个，其余 ${others} 个全对。`,
  }
}

/** Of all wrong numbers, where double precision is asked for. */
export const LAST_DIGITS_WRONG: Text = {
  en: 'All that is wrong are the last digits, as after arithmetic in single precision (float32) or after rounding: compute in double precision, and do not round.',
  zh: '错的只是末尾几位，像是用单精度（float32）计算或者取整造成的：请用双精度计算，不要取整。',
}

/** @param mistake what the output equals, in the field's own words; in Chinese it may be a clause too */
export function mistakeMade({ en, zh }: Text): Text {
  return { en: `Your output equals ${en}.`, zh: `你的输出与犯下这个错误的程序完全一致：${zh}。` }
}

/** As Markdown. @param isWhole more is wrong where it is not, and cannot be told */
export function mistakesMade(
  mistakes: readonly Text[],
  { isWhole, profile }: { readonly isWhole: boolean; readonly profile: Text | undefined },
): Text {
  const [first] = mistakes
  const named = profile && {
    en: `Together that is ${profile.en}.`,
    zh: `合起来就是${spaced(profile.zh)}。`,
  }
  const rest = isWhole ? undefined : MORE_IS_WRONG
  if (first !== undefined && mistakes.length === 1) return paragraphs(mistakeMade(first), rest)
  const list = (locale: Locale) => mistakes.map((mistake, at) => `${at + 1}. ${mistake[locale]}`).join('\n')
  const heading = {
    en: `Your output equals that of a program with these ${mistakes.length} mistakes at once, the most harmful first:`,
    zh: `你的输出与同时犯下这 ${mistakes.length} 个错误的程序完全一致，影响最大的在前：`,
  }
  return paragraphs(heading, { en: list('en'), zh: list('zh') }, named, rest)
}

const MORE_IS_WRONG: Text = {
  en: 'Something else is wrong as well; several mistakes would explain it.',
  zh: '此外还有别的错误，但有几种可能，无法判定是哪一种。',
}

export const OUTPUT_DIFFERS: Text = { en: 'The output differs.', zh: '输出不符。' }

/** @param member of the result that has the wrong type; undefined for the result itself */
export function returnedInstead(member: string | undefined, got: Text, expected: Text): Text {
  return member === undefined
    ? {
        en: `The function returned ${got.en}, expected ${expected.en}.`,
        zh: `函数返回${spaced(got.zh)}，应返回${spaced(expected.zh)}。`,
      }
    : {
        en: `\`${member}\` is ${got.en}, expected ${expected.en}.`,
        zh: `\`${member}\` 是${spaced(got.zh)}，应为${spaced(expected.zh)}。`,
      }
}

export function lacksField(member: string, field: string, expected: Text): Text {
  return {
    en: `\`${member}\` has no ${field}, expected ${expected.en}.`,
    zh: `\`${member}\` 里没有 ${field}，应为${spaced(expected.zh)}。`,
  }
}

/** @param range what its type holds @param advice what to do about it */
export function wouldBeLost(place: string, value: string, range: Text, advice: Text): Text {
  return {
    en: `\`${place}\` is ${value}, expected ${range.en}: ${advice.en}.`,
    zh: `\`${place}\` 为 ${value}，应为${spaced(range.zh, 'both')}：${advice.zh}。`,
  }
}

/** @param members of the result, which all are so */
export function convertedRemark(members: readonly string[], from: Text, to: Text): Text {
  const names = members.map((member) => `\`${member}\``)
  const [are, all] = names.length === 1 ? ['is', '是'] : ['are each', '都是']
  return {
    en: `${names.join(', ')} ${are} ${from.en}: accepted, since only its values count; interviewers expect ${to.en}.`,
    zh: `${names.join('、')} ${all}${spaced(from.zh)}：只看数值，照样接受；面试官期望的是${spaced(to.zh)}。`,
  }
}

/** Of what may be the reason why the values are wrong. @param loses what it cannot hold */
export function narrowedRemark(member: string, from: Text, to: Text, loses: Text): Text {
  return {
    en: `\`${member}\` is ${from.en}, expected ${to.en}: ${loses.en} may have been lost in it.`,
    zh: `\`${member}\` 是${spaced(from.zh)}，应为${spaced(to.zh)}：${loses.zh}可能在其中丢失了。`,
  }
}

/** @param wanted parameters @param given as the submission has them */
export function otherOrder(wanted: readonly string[], given: readonly string[]): Text {
  const [right, own] = [`\`${wanted.join(', ')}\``, `\`${given.join(', ')}\``]
  return {
    en: `The arguments come in the order ${right}; your function takes them as ${own}.`,
    zh: `参数按 ${right} 的顺序传入，而你的函数写的是 ${own}。`,
  }
}

/** @param names of fields of the result */
export function heldAlike(names: readonly string[]): Text {
  const quoted = names.map((name) => `\`${name}\``)
  return {
    en: `${quoted.slice(0, -1).join(', ')} and ${quoted.at(-1)} held the same numbers in every case, as two names of one array do: make an array for each.`,
    zh: `${quoted.join('、')} 在每个用例中的数值都相同，像是同一个数组的两个名字：请各建一个数组。`,
  }
}

/** @param name of a parameter that holds zeros and ones, and is used as if they were truths */
export function notOfBytes(name: string): Text {
  return {
    en: `\`${name}\` holds uint8, not bool: \`~${name}\` is 255 where it is 0 and 254 where it is 1, which are both true. \`${name} == 0\` is what is meant.`,
    zh: `\`${name}\` 的 dtype 是 uint8 而不是 bool：它为 0 处 \`~${name}\` 是 255，为 1 处是 254，都算真。应写 \`${name} == 0\`。`,
  }
}

/** @param name of a parameter that holds an array, and is used as if it were its numbers */
export function arrayHolds(name: string): Text {
  return {
    en: `\`${name}\` is \`{ shape, data }\`: it has no length and no elements of its own; its numbers are in \`${name}.data\`, row by row.`,
    zh: `\`${name}\` 是 \`{ shape, data }\`：它本身没有 length，也不能用下标取元素；数值按行存放在 \`${name}.data\` 里。`,
  }
}

export const RETURNED_SOMETHING_ELSE: Text = {
  en: 'The function returned something else than in the cases before.',
  zh: '函数这次返回的类型与之前的用例不同。',
}

export function changedArgument(name: string): Text {
  return {
    en: `The function changed its argument ${name}: work on a copy.`,
    zh: `函数改动了参数 ${name}：请在副本上操作。`,
  }
}

export const CHANGED_LATER: Text = {
  en: 'A later call changed this result: return a new array each time, for the caller keeps the one before.',
  zh: '之后的调用改动了这次的结果：每次都应返回新的数组，调用者还留着上一次的结果。',
}

/** Of a case that fails after others and passes alone. */
export const DEPENDS_ON_EARLIER: Text = {
  en: 'The answer depends on earlier calls: called first, in a fresh process, this case passes. Something is kept from one call to the next (a global, a static or default value, a cache whose key says too little), or chance plays a part.',
  zh: '答案依赖之前的调用：在新进程中第一个运行时，这个用例能通过。有东西从一次调用留到了下一次（全局变量、静态变量、参数默认值、键不完整的缓存），或者结果带有随机性。',
}

export const READS_UNSET: Text = {
  en: 'Something is read before it has a value: what lies in memory then is chance. Give each local variable, array and member a value where it is declared.',
  zh: '有内容还没有赋值就被读取：读到的是内存里碰巧留下的内容。局部变量、数组和成员都要在声明处赋初值。',
}

export function threw(name: string): Text {
  return { en: `The function threw ${name}.`, zh: `函数抛出 ${name}。` }
}

/** @param value what was thrown and is no error, as a text */
export function threwValue(value: string): Text {
  return { en: `threw ${value}`, zh: `抛出 ${value}` }
}

export const THREW_UNREADABLE: Text = {
  en: 'threw something that cannot be read',
  zh: '抛出了无法读取的内容',
}

export const NO_ANSWER: Text = { en: 'No answer came.', zh: '函数没有返回。' }

export const TELLS_NO_SIDE: Text = {
  en: 'The measurements are too few, or differ too much from one another, to tell on which side of the budget they lie.',
  zh: '测量次数太少，或彼此相差太大，无法判断在性能要求之内还是之外。',
}

/** @param margin so many times a budget is accepted there */
export function atTheEdge(measured: readonly Near[], margin: number): Text {
  const percent = Math.round(100 * (margin - 1))
  const { en, zh } = joinTexts(measured.map(nearText), { en: '; ', zh: '；' })
  return {
    en: `At the edge: ${en}. So near a budget is accepted, up to ${percent}% above it.`,
    zh: `处于边缘：${zh}。如此接近也算通过，最多可超出上限 ${percent}%。`,
  }
}

interface Near {
  readonly label?: string
  readonly ratio: number
  readonly budget: number
}

function nearText({ label, ratio, budget }: Near): Text {
  const measured = `${label === undefined ? '' : `${label} `}${Number(ratio.toPrecision(2))}`
  return { en: `${measured} of ${budget}`, zh: `${measured}（上限 ${budget}）` }
}

/**
 * Within a sentence: Chinese stands apart from Latin letters and digits, on both sides or where punctuation
 * follows on one.
 */
function spaced(text: string, sides: 'before' | 'both' = 'before'): string {
  const before = /^\p{Script=Han}/u.test(text) ? '' : ' '
  const after = sides === 'before' || /\p{Script=Han}$/u.test(text) ? '' : ' '
  return before + text + after
}
