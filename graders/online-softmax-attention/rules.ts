import {
  defineRules,
  type Matrix,
  mixed,
  ofRows,
  rowsOf,
  type ScaleChoices,
  scaledScores,
  scaleRules,
} from '#kit'
import type { onlineSoftmaxAttention } from './reference.ts'

export const rules = defineRules(onlineWith, {
  ...scaleRules(),
  start: {
    'no-maximum-subtracted': {
      en: 'attention that subtracts no maximum: exp of a large score is infinite, and inf / inf is NaN',
      zh: '没有减去最大值的注意力：分数很大时 exp 上溢为无穷，inf / inf 得 NaN',
      cards: ['attention/stable-softmax'],
      choice: 'none at all',
    },
    'maximum-starts-at-zero': {
      en: 'attention whose running maximum starts at 0: where all scores are far below, every exp is 0, and 0 / 0 is NaN; start at minus infinity',
      zh: '最大值从 0 开始的注意力：所有分数都远小于 0 时 exp 全部下溢，0 / 0 得 NaN；应从负无穷开始',
      cards: ['attention/online-state', 'attention/stable-softmax'],
      choice: 'zero',
    },
  },
  exponentials: { 'exp-in-f32': { choice: 'f32' } },
  sumFactor: {
    'sum-not-rescaled': {
      en: 'attention that does not rescale the sum of exponentials where the maximum rises: it is still relative to the old one',
      zh: '最大值上升时没有重新缩放指数和的注意力：它仍是相对旧最大值的',
      cards: ['attention/online-rescale', 'attention/online-steps'],
      choice: () => 1,
    },
    'sum-overwritten': {
      en: 'attention whose sum of exponentials is that of the last block alone: each block takes the place of those before (= for +=)',
      zh: '指数和只剩最后一块的注意力：每一块都覆盖了前面的（+= 写成了 =）',
      cards: ['attention/online-steps', 'attention/online-state'],
      choice: () => 0,
    },
    'sum-rescaled-upwards': {
      en: 'attention that multiplies the sum of exponentials by exp(new maximum - old maximum); the factor is exp(old maximum - new maximum), at most 1',
      zh: '把指数和乘以 exp(新最大值 - 旧最大值) 的注意力；系数应为 exp(旧最大值 - 新最大值)，不超过 1',
      cards: ['attention/online-rescale', 'attention/online-numeric'],
      choice: (shrink) => 1 / shrink,
    },
  },
  outputFactor: {
    'output-not-rescaled': {
      en: 'attention that does not rescale the weighted sum of the values where the maximum rises',
      zh: '最大值上升时没有重新缩放值的加权和的注意力',
      cards: ['attention/online-rescale', 'attention/online-steps'],
      choice: () => 1,
    },
    'output-overwritten': {
      en: 'attention whose weighted sum of the values is that of the last block alone: each block takes the place of those before (= for +=)',
      zh: '值的加权和只剩最后一块的注意力：每一块都覆盖了前面的（+= 写成了 =）',
      cards: ['attention/online-steps', 'attention/online-state'],
      choice: () => 0,
    },
    'output-rescaled-upwards': {
      en: 'attention that multiplies the weighted sum of the values by exp(new maximum - old maximum); the factor is exp(old maximum - new maximum), at most 1',
      zh: '把值的加权和乘以 exp(新最大值 - 旧最大值) 的注意力；系数应为 exp(旧最大值 - 新最大值)，不超过 1',
      cards: ['attention/online-rescale', 'attention/online-steps'],
      choice: (shrink) => 1 / shrink,
    },
  },
  blocks: {
    'last-block-dropped': {
      en: 'attention that leaves out the last block where it is shorter: S // block blocks are not all',
      zh: '漏掉最后不满一块的键的注意力：只处理了 S // block 块',
      cards: ['attention/online-steps'],
      choice: (all, block) => all.filter((one) => one.length === block),
    },
    'last-block-padded': {
      en: 'attention that fills the last block up with zeros: such a key has score 0, not minus infinity, and takes weight from the others',
      zh: '用零补满最后一块的注意力：补出来的键分数为 0 而不是负无穷，分走了其他键的权重',
      cards: ['attention/mask-before-softmax', 'attention/online-steps'],
      choice: (all, block) =>
        all.map((one) => [...one, ...Array.from({ length: block - one.length }, () => -1)]),
    },
    'first-block-only': {
      en: 'attention to the first block alone',
      zh: '只关注了第一块的注意力',
      cards: ['attention/online-steps'],
      choice: (all) => all.slice(0, 1),
    },
  },
  together: {
    'blocks-averaged': {
      en: 'the plain mean of what attention to each block by itself gives: blocks count alike, whatever their scores are',
      zh: '对各块分别做注意力、再把结果简单平均：无论分数大小，各块一视同仁',
      cards: ['attention/online-rescale', 'attention/online-state'],
      choice: (outputs) => sumOf(outputs) / outputs.length,
    },
    'blocks-added': {
      en: 'the sum of what attention to each block by itself gives: the weights of all keys then come to the number of blocks',
      zh: '对各块分别做注意力、再把结果相加：全部键的权重之和成了块数',
      cards: ['attention/online-rescale', 'attention/online-state'],
      choice: sumOf,
    },
  },
  // Where a mistake leaves a query no key, or none with a weight.
  guard: { 'zero-without-weight': { choice: 0 } },
  nothing: {
    'no-key-nan': {
      en: 'attention that gives NaN where there is no key: 0 / 0',
      zh: '没有键时得到 NaN 的注意力：0 / 0',
      cards: ['attention/mask-empty-row'],
      choice: Number.NaN,
    },
  },
})

interface Choices extends ScaleChoices {
  /** What the running maximum starts at, if it is taken at all. */
  readonly start?: 'none at all' | 'zero'
  readonly exponentials?: 'f32'
  readonly sumFactor?: (shrink: number) => number
  readonly outputFactor?: (shrink: number) => number
  /** -1 is a key of zeros. */
  readonly blocks?: (all: readonly (readonly number[])[], block: number) => readonly (readonly number[])[]
  /** What becomes of one number of the outputs of all blocks. */
  readonly together?: (outputs: readonly number[]) => number
  readonly guard?: number
  readonly nothing?: number
}

interface Seen {
  readonly keys: number
  readonly highest: number
  readonly total: number
  readonly sums: readonly number[]
}

function onlineWith(choices: Choices): typeof onlineSoftmaxAttention {
  const { blocks = (all) => all, together, guard, nothing = 0 } = choices
  return (q, k, v, block) => {
    const [keys, values, depth] = [rowsOf(k), rowsOf(v), v.shape[1] ?? 0]
    const all = blocks(inBlocks(keys.length, block), block)
    const none: Seen = {
      highest: choices.start ? 0 : Number.NEGATIVE_INFINITY,
      total: 0,
      keys: 0,
      sums: zeros(depth),
    }
    const attend = (query: readonly number[], some: readonly (readonly number[])[]) => {
      const { total, sums } = some.reduce((seen, places) => {
        const near = places.map((s) => keys[s] ?? zeros(query.length))
        const scores = scaledScores([query], near, choices, depth, keys.length)[0] ?? []
        const row = places.map((s) => values[s] ?? zeros(depth))
        return withBlock(seen, scores, row, choices)
      }, none)
      return sums.map((sum) => (total === 0 ? (guard ?? Number.NaN) : sum / total))
    }
    const rows = rowsOf(q).map((query) => {
      if (keys.length === 0) return zeros(depth).map(() => nothing)
      if (together === undefined) return attend(query, all)
      const outputs = all.map((one) => attend(query, [one]))
      return zeros(depth).map((_, e) => together(outputs.map((output) => output[e] ?? 0)))
    })
    return ofRows(rows, depth)
  }
}

function withBlock(seen: Seen, scores: readonly number[], values: Matrix, choices: Choices): Seen {
  const { start, exponentials, sumFactor = same, outputFactor = same } = choices
  const kept = exponentials === 'f32' ? Math.fround : same
  const highest = start === 'none at all' ? 0 : Math.max(seen.highest, ...scores)
  // Whoever takes the factor the other way round begins with the first block.
  const shrink = seen.keys === 0 ? 1 : kept(Math.exp(seen.highest - highest))
  const weights = scores.map((score) => kept(Math.exp(score - highest)))
  const added = mixed([weights], values, seen.sums.length)[0] ?? []
  return {
    highest,
    keys: seen.keys + scores.length,
    total: kept(seen.total * sumFactor(shrink) + sumOf(weights)),
    sums: seen.sums.map((sum, e) => sum * outputFactor(shrink) + (added[e] ?? 0)),
  }
}

function inBlocks(keys: number, block: number): readonly (readonly number[])[] {
  return Array.from({ length: Math.ceil(keys / block) }, (_, at) =>
    Array.from({ length: Math.min(block, keys - at * block) }, (_, s) => at * block + s),
  )
}

function zeros(length: number): readonly number[] {
  return Array.from({ length }, () => 0)
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0)
}

function same(value: number): number {
  return value
}
