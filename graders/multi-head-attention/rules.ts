import {
  defineRules,
  type Matrix,
  mixed,
  ofRows,
  rowsOf,
  scaledScores,
  transposed,
  type WeightChoices,
  weightRules,
  weightsWith,
} from '#kit'
import type { multiHeadAttention } from './reference.ts'

export const rules = defineRules(multiHeadWith, {
  ...weightRules('attention', { axis: ['attention/softmax-axis'], shift: ['attention/stable-softmax'] }),
  divisor: {
    'scaled-by-model-width': {
      en: 'multi-head attention whose scores are divided by sqrt(D); the dot products of a head have D / heads terms, so sqrt(D / heads) is right',
      zh: '分数除以 sqrt(D) 的多头注意力；一个头的点积只有 D / heads 项，应除以 sqrt(D / heads)',
      cards: ['attention/multihead-cost', 'attention/scale-root'],
      choice: (head, heads) => Math.sqrt(head * heads),
    },
    'scores-not-scaled': {
      en: 'multi-head attention with plain dot products: the scores are not divided by sqrt(D / heads)',
      zh: '直接用点积的多头注意力：分数没有除以 sqrt(D / heads)',
      cards: ['attention/scale-why', 'attention/formula'],
      choice: () => 1,
    },
    'scores-divided-by-head-width': {
      en: 'multi-head attention whose scores are divided by D / heads instead of its root',
      zh: '分数除以 D / heads（而不是它的平方根）的多头注意力',
      cards: ['attention/scale-root', 'attention/dot-variance'],
      choice: (head) => head,
    },
    'scaled-by-heads': {
      en: 'multi-head attention whose scores are divided by sqrt(heads), the root of the number of heads; the dot products of a head have D / heads terms, so sqrt(D / heads) is right',
      zh: '分数除以 sqrt(heads)（头数的平方根）的多头注意力；一个头的点积有 D / heads 项，应除以 sqrt(D / heads)',
      cards: ['attention/multihead-cost', 'attention/scale-root'],
      choice: (_, heads) => Math.sqrt(heads),
    },
    'scores-divided-by-model-width': {
      en: 'multi-head attention whose scores are divided by D; the dot products of a head have D / heads terms, and their spread grows like the root of that',
      zh: '分数除以 D 的多头注意力；一个头的点积只有 D / heads 项，其标准差随 sqrt(D / heads) 增长',
      cards: ['attention/multihead-cost', 'attention/scale-root'],
      choice: (head, heads) => head * heads,
    },
  },
  project: {
    'weights-not-transposed': {
      en: 'multi-head attention that projects by x W; a weight is laid out as in nn.Linear, and the projection is x W^T',
      zh: '用 x W 做投影的多头注意力；权重按 nn.Linear 的方式存放，投影应为 x W^T',
      cards: ['attention/multihead-params', 'attention/multihead-output'],
      choice: (weight) => transposed(weight),
    },
  },
  output: {
    'output-projection-missing': {
      en: 'multi-head attention without its output projection: the heads are side by side and never mixed',
      zh: '没有输出投影的多头注意力：各头只是并排，从未融合',
      cards: ['attention/multihead-output'],
      choice: 'missing',
    },
    'output-weight-not-transposed': {
      en: 'multi-head attention whose output projection is y wo; it is y wo^T',
      zh: '输出投影为 y wo 的多头注意力；应为 y wo^T',
      cards: ['attention/multihead-output', 'attention/multihead-params'],
      choice: 'not transposed',
    },
  },
  split: {
    'heads-split-by-reshape': {
      en: 'multi-head attention that reshapes q, k and v to [heads, T, D / heads] at once: a head then gets parts of several tokens; reshape to [T, heads, D / heads] and swap axes',
      zh: '直接把 q、k、v reshape 成 [heads, T, D / heads] 的多头注意力：一个头里混进了多个 token 的片段；应先 reshape 成 [T, heads, D / heads] 再交换维度',
      cards: ['attention/multihead-cost', 'attention/multihead-why'],
      choice: reshapedInHeads,
    },
    'heads-interleaved': {
      en: 'multi-head attention whose heads take every heads-th column; head h has D / heads columns in a row',
      zh: '各头交错取列（每隔 heads 列取一列）的多头注意力；头 h 应取连续的 D / heads 列',
      cards: ['attention/multihead-cost'],
      choice: (rows, heads) => inHeads(rows, heads, (h, d) => d * heads + h),
    },
  },
  merge: {
    'heads-merged-by-reshape': {
      en: "multi-head attention that reshapes the heads' outputs to [T, D] without swapping heads and tokens back first",
      zh: '没有先把头和 token 两维换回来、就把各头输出 reshape 成 [T, D] 的多头注意力',
      cards: ['attention/multihead-output', 'attention/multihead-why'],
      choice: mergedByReshape,
    },
    'heads-merged-interleaved': {
      en: 'multi-head attention whose outputs are put together column by column, one from each head in turn; the heads stand side by side',
      zh: '各头轮流各放一列来拼接的多头注意力；应把各头整块并排',
      cards: ['attention/multihead-output'],
      choice: (outputs) =>
        (outputs[0] ?? []).map((row, t) => row.flatMap((_, d) => outputs.map((head) => head[t]?.[d] ?? 0))),
    },
  },
  heads: {
    'one-head-only': {
      en: 'attention with one head of width D, whatever heads is',
      zh: '不管 heads 是多少、只用一个宽为 D 的头的注意力',
      cards: ['attention/multihead-why', 'attention/multihead-cost'],
      choice: 1,
    },
  },
  sees: {
    'causal-ignored': {
      en: 'multi-head attention in which every token sees all, even where causal is true',
      zh: '在 causal 为 true 时每个 token 仍能看到全部 token 的多头注意力',
      cards: ['attention/mask-causal-why'],
      choice: () => true,
    },
    'always-causal': {
      en: 'multi-head attention that hides later tokens even where causal is false',
      zh: '在 causal 为 false 时也遮住了后面 token 的多头注意力',
      cards: ['attention/mask-causal-why'],
      choice: ({ t, s }) => s <= t,
    },
    'causal-reversed': {
      en: 'multi-head attention whose causal mask is the other way round: a token sees itself and the later ones',
      zh: '因果掩码方向反了的多头注意力：token 看到的是自身和后面的 token',
      cards: ['attention/mask-causal-why', 'attention/mask-causal-pairs'],
      choice: ({ t, s, causal }) => !causal || s >= t,
    },
    'causal-without-itself': {
      en: 'multi-head attention in which a causal token sees only the earlier ones, not itself: the first sees nothing',
      zh: '因果掩码下 token 只看到前面、看不到自己的多头注意力：第一个 token 什么都看不到',
      cards: ['attention/mask-causal-pairs', 'attention/mask-empty-row'],
      choice: ({ t, s, causal }) => !causal || s < t,
    },
    'causal-with-the-next': {
      en: 'multi-head attention in which a causal token sees the next one too: the mask is one diagonal off',
      zh: '因果掩码下 token 还能看到后一个 token 的多头注意力：掩码差了一条对角线',
      cards: ['attention/mask-causal-pairs', 'attention/mask-causal-why'],
      choice: ({ t, s, causal }) => !causal || s <= t + 1,
    },
  },
  // Where another mistake leaves a token nothing to see: scores of minus infinity, or all one large negative number.
  unseeing: { 'mean-of-all-for-nothing': { choice: 'all alike' } },
  roles: {
    'queries-for-keys': {
      en: 'multi-head attention with queries and keys in each other’s place, k q^T: a token looks with its key at the queries of the others',
      zh: '查询与键用反了（写成 k q^T）的多头注意力：token 用自己的键去匹配其他 token 的查询',
      cards: ['attention/formula', 'attention/steps'],
      choice: 'swapped',
    },
    'keys-for-values': {
      en: 'multi-head attention that mixes the keys: the values, of wv, are not used',
      zh: '对键做加权求和的多头注意力：没有用到值（wv）',
      cards: ['attention/formula', 'attention/steps'],
      choice: 'keys mixed',
    },
    'keys-and-values-swapped': {
      en: 'multi-head attention with keys and values in each other’s place: the scores are q v^T, and the keys are mixed',
      zh: '键与值用反了的多头注意力：分数成了 q v^T，加权求和的是键',
      cards: ['attention/formula', 'attention/steps'],
      choice: 'keys and values',
    },
  },
  hide: {
    'mask-after-softmax': {
      en: 'multi-head attention that sets hidden weights to 0 after the softmax: the weights left come to less than 1',
      zh: '在 softmax 之后才把权重置 0 的多头注意力：剩余权重之和小于 1',
      cards: ['attention/mask-before-softmax', 'attention/steps'],
      choice: 'after the softmax',
    },
    'mask-multiplies-scores': {
      en: 'multi-head attention that multiplies the scores by the causal mask: a hidden token has score 0, not minus infinity, and so still has a weight',
      zh: '把分数与因果掩码相乘的多头注意力：被遮住的 token 分数为 0 而不是负无穷，因此仍有权重',
      cards: ['attention/mask-before-softmax'],
      choice: 'score 0',
    },
  },
})

interface Choices extends WeightChoices {
  /** @param head the width of a head */
  readonly divisor?: (head: number, heads: number) => number
  readonly project?: (weight: Matrix) => Matrix
  readonly output?: 'missing' | 'not transposed'
  /** A matrix for each head. */
  readonly split?: (rows: Matrix, heads: number) => readonly Matrix[]
  readonly merge?: (outputs: readonly Matrix[]) => Matrix
  readonly heads?: 1
  readonly sees?: (at: Pair) => boolean
  readonly hide?: 'after the softmax' | 'score 0'
  readonly unseeing?: 'all alike'
  readonly roles?: 'swapped' | 'keys mixed' | 'keys and values'
}

interface Pair {
  readonly t: number
  readonly s: number
  readonly causal: boolean
}

function multiHeadWith(choices: Choices): typeof multiHeadAttention {
  const { project = (weight) => weight, split = inHeads, merge = sideBySide } = choices
  return (x, wq, wk, wv, wo, asked, causal) => {
    const heads = choices.heads ?? asked
    const [q = [], k = [], v = []] = [wq, wk, wv].map((weight) =>
      split(times(rowsOf(x), project(rowsOf(weight))), heads),
    )
    const [matched, mingled] =
      choices.roles === 'keys and values' ? [v, k] : [k, choices.roles === 'keys mixed' ? k : v]
    const outputs = q.map((queries, h) => {
      const weights = weightsOf(queries, matched[h] ?? [], heads, causal, choices)
      return mixed(weights, mingled[h] ?? [], queries[0]?.length ?? 0)
    })
    const merged = merge(outputs)
    return ofRows(
      choices.output === 'missing' ? merged : times(merged, outputWeight(rowsOf(wo), choices)),
      x.shape[1] ?? 0,
    )
  }
}

function outputWeight(wo: Matrix, { output, project = (weight) => weight }: Choices): Matrix {
  return output === 'not transposed' ? transposed(wo) : project(wo)
}

function weightsOf(queries: Matrix, keys: Matrix, heads: number, causal: boolean, choices: Choices): Matrix {
  const { divisor = (head) => Math.sqrt(head), sees = isNotLater, hide, roles, unseeing } = choices
  const isSwapped = roles === 'swapped'
  const scale = (dot: number) => dot / divisor(queries[0]?.length ?? 0, heads)
  const scores = scaledScores(isSwapped ? keys : queries, isSwapped ? queries : keys, { scale })
  const changed = (rows: Matrix, hidden: number) =>
    rows.map((row, t) => row.map((value, s) => (sees({ t, s, causal }) ? value : hidden)))
  if (hide === 'after the softmax') return changed(weightsWith(scores, choices), 0)
  const hidden = unseeing ? LARGE_NEGATIVE : Number.NEGATIVE_INFINITY
  return weightsWith(changed(scores, hide === 'score 0' ? 0 : hidden), choices, Number.NaN)
}

const LARGE_NEGATIVE = -1e9

function isNotLater({ t, s, causal }: Pair): boolean {
  return !causal || s <= t
}

function inHeads(
  rows: Matrix,
  heads: number,
  columnOf = (h: number, d: number, head: number) => h * head + d,
): readonly Matrix[] {
  const head = (rows[0]?.length ?? 0) / heads
  return Array.from({ length: heads }, (_, h) =>
    rows.map((row) => Array.from({ length: head }, (_, d) => row[columnOf(h, d, head)] ?? 0)),
  )
}

function reshapedInHeads(rows: Matrix, heads: number): readonly Matrix[] {
  const all = inRowsOf(rows.flat(), (rows[0]?.length ?? 0) / heads)
  return Array.from({ length: heads }, (_, h) => all.slice(h * rows.length, (h + 1) * rows.length))
}

function sideBySide(outputs: readonly Matrix[]): Matrix {
  return (outputs[0] ?? []).map((_, t) => outputs.flatMap((head) => head[t] ?? []))
}

function mergedByReshape(outputs: readonly Matrix[]): Matrix {
  return inRowsOf(outputs.flat(2), outputs.length * (outputs[0]?.[0]?.length ?? 0))
}

function inRowsOf(numbers: readonly number[], width: number): Matrix {
  return Array.from({ length: numbers.length / width }, (_, row) =>
    numbers.slice(row * width, (row + 1) * width),
  )
}

/** x Wᵀ */
function times(x: Matrix, weight: Matrix): Matrix {
  return scaledScores(x, weight, { scale: (dot) => dot })
}
