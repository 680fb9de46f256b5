import {
  defineRules,
  mixed,
  ofRows,
  rowsOf,
  type ScaleChoices,
  scaledScores,
  scaleRules,
  type WeightChoices,
  weightRules,
  weightsWith,
} from '#kit'
import type { localAttention } from './reference.ts'

const { shift, exponentials } = weightRules('attention', { axis: [], shift: ['attention/stable-softmax'] })

export const rules = defineRules(localWith, {
  ...scaleRules(),
  shift,
  exponentials,
  window: {
    'window-ends-early': {
      en: 'local attention whose window stops one short, as range(t - radius, t + radius) does: t + radius itself is missing',
      zh: '窗口少了最后一个位置的局部注意力：漏了 t + radius 本身（range(t - radius, t + radius) 就会这样）',
      cards: ['attention-variants/local-vector', 'attention-variants/local-pairs'],
      choice: ({ t, radius, length }) => inside(between(t - radius, t + radius - 1), length),
    },
    'window-without-its-ends': {
      en: 'local attention whose window is open at both ends, as abs(t - s) < radius is: t - radius and t + radius are missing',
      zh: '窗口不含两端的局部注意力（abs(t - s) < radius 就会这样）：漏了 t - radius 和 t + radius',
      cards: ['attention-variants/local-vector', 'attention-variants/local-pairs'],
      choice: ({ t, radius, length }) => inside(between(t - radius + 1, t + radius - 1), length),
    },
    'window-looks-back-only': {
      en: 'local attention that looks back only, from t - radius to t; the window lies on both sides',
      zh: '只看前面位置（从 t - radius 到 t）的局部注意力；窗口应包括前后两侧',
      cards: ['attention-variants/local-vector', 'attention-variants/local-pairs'],
      choice: ({ t, radius, length }) => inside(between(t - radius, t), length),
    },
    'radius-is-whole-window': {
      en: 'local attention that takes radius as the width of the whole window: only radius // 2 positions are seen on each side',
      zh: '把 radius 当成整个窗口宽度的局部注意力：每侧只看了 radius // 2 个位置',
      cards: ['attention-variants/local-vector', 'attention-variants/local-pairs'],
      choice: ({ t, radius, length }) =>
        inside(between(t - Math.floor(radius / 2), t + Math.floor(radius / 2)), length),
    },
    'window-padded-with-zeros': {
      en: 'local attention with zeros for the keys beyond the ends: their score is 0, not minus infinity, so they take weight from the others',
      zh: '两端补零的局部注意力：补出来的键分数为 0 而不是负无穷，分走了其他键的权重',
      cards: ['attention/mask-before-softmax', 'attention-variants/local-pairs'],
      choice: ({ t, radius }) => between(t - radius, t + radius),
    },
    'window-padded-with-ends': {
      en: 'local attention that repeats the first and the last key beyond the ends; the window is clipped there',
      zh: '越过两端时重复首、末键的局部注意力；窗口应在两端截断',
      cards: ['attention-variants/local-pairs'],
      choice: ({ t, radius, length }) =>
        between(t - radius, t + radius).map((s) => Math.min(Math.max(s, 0), length - 1)),
    },
    'window-wraps-around': {
      en: 'local attention whose window wraps around, as np.roll or a negative index does: the first position sees the last ones',
      zh: '窗口首尾相接的局部注意力（np.roll 或负下标就会这样）：开头的位置看到了末尾的键',
      cards: ['attention-variants/local-pairs'],
      choice: ({ t, radius, length }) =>
        between(t - radius, t + radius).map((s) => ((s % length) + length) % length),
    },
    'window-shifted-inwards': {
      en: 'local attention whose window keeps its width at the ends and is shifted inwards; it is clipped there',
      zh: '窗口在两端保持宽度、向内平移的局部注意力；应当截断',
      cards: ['attention-variants/local-pairs', 'attention-variants/local-vector'],
      choice: ({ t, radius, length }) => {
        const width = Math.min(2 * radius + 1, length)
        const first = Math.min(Math.max(t - radius, 0), length - width)
        return between(first, first + width - 1)
      },
    },
    'own-position-missing': {
      en: 'local attention in which a position does not see itself',
      zh: '看不到自身位置的局部注意力',
      cards: ['attention-variants/local-pairs'],
      choice: ({ t, radius, length }) =>
        inside(between(t - radius, t + radius), length).filter((s) => s !== t),
    },
    'radius-ignored': {
      en: 'attention of every position to all: the radius is not used',
      zh: '每个位置都关注全部位置的注意力：没有用到 radius',
      cards: ['attention-variants/local-why', 'attention-variants/local-pairs'],
      choice: ({ length }) => between(0, length - 1),
    },
  },
  // Where another mistake leaves a position without a key.
  unseeing: {
    'zeros-for-no-key': { choice: 'zeros' },
    'itself-for-no-key': { choice: 'itself' },
  },
  // A radius that reaches beyond all positions adds nothing to a window that is right.
  reach: { 'radius-within-the-length': { choice: (radius, length) => Math.min(radius, length - 1) } },
  cut: {
    'window-cut-after-softmax': {
      en: 'local attention that cuts the window out after a softmax over all keys: the weights that are left come to less than 1',
      zh: '先对全部键做 softmax、再截取窗口的局部注意力：剩余权重之和小于 1',
      cards: ['attention/mask-before-softmax'],
      choice: 'after the softmax',
    },
  },
  falloff: {
    'gaussian-falloff': {
      en: 'local attention whose weights are multiplied by a Gaussian of the distance, as in local-p (sigma = radius / 2); here all keys in the window count alike',
      zh: '权重又乘了距离的高斯函数的局部注意力（local-p 的做法，sigma = radius / 2）；这里窗口内的键一视同仁',
      cards: ['attention-variants/local-p-gaussian', 'attention-variants/local-m'],
      choice: (distance, radius) => Math.exp(-2 * (distance / Math.max(radius, 1)) ** 2),
    },
  },
})

interface Choices extends ScaleChoices, Pick<WeightChoices, 'shift' | 'exponentials'> {
  /** The positions that t sees; beyond the ends there are zeros. */
  readonly window?: (at: Place) => readonly number[]
  /** What comes of a window without a key, where it is not 0 / 0. */
  readonly unseeing?: 'zeros' | 'itself'
  readonly reach?: (radius: number, length: number) => number
  readonly cut?: 'after the softmax'
  readonly falloff?: (distance: number, radius: number) => number
}

interface Place {
  readonly t: number
  readonly radius: number
  readonly length: number
}

function localWith(made: Choices): typeof localAttention {
  const { window = clipped, cut, unseeing, falloff = () => 1, reach = (radius) => radius, ...choices } = made
  return (q, k, v, asked) => {
    const [queries, keys, values] = [rowsOf(q), rowsOf(k), rowsOf(v)]
    const length = queries.length
    const radius = reach(asked, length)
    const depth = v.shape[1] ?? 0
    const scored = queries.map((_, t) => (cut ? between(0, length - 1) : window({ t, radius, length })))
    const scores = queries.map((query, t) => {
      const near = (scored[t] ?? []).map((s) => keys[s] ?? query.map(() => 0))
      return scaledScores([query], near, choices, depth, length)[0] ?? []
    })
    const out = weightsWith(scores, choices).map((weights, t) => {
      const places = scored[t] ?? []
      if (places.length === 0) return withoutKey(values[t] ?? [], unseeing)
      const seen = new Set(window({ t, radius, length }))
      const left = places.map((s, at) => (seen.has(s) ? (weights[at] ?? 0) * falloff(s - t, radius) : 0))
      const near = places.map((s) => values[s] ?? [])
      return mixed([left], near, depth)[0] ?? []
    })
    return ofRows(out, depth)
  }
}

function withoutKey(itself: readonly number[], unseeing: Choices['unseeing']): readonly number[] {
  return unseeing === 'itself' ? itself : itself.map(() => (unseeing === 'zeros' ? 0 : Number.NaN))
}

function clipped({ t, radius, length }: Place): readonly number[] {
  return inside(between(t - radius, t + radius), length)
}

function between(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at)
}

function inside(places: readonly number[], length: number): readonly number[] {
  return places.filter((s) => s >= 0 && s < length)
}
