import { f32, type Nd } from '../../arrays.ts'
import type { RuleTable } from '../../rules.ts'
import type { Matrix } from './weights-with.ts'

/*
 * For wrong choices: attention on rows of numbers, all scores at once, in double precision.
 */

export interface ScaleChoices {
  readonly scale?: (dot: number, at: Scored) => number
}

export interface Scored {
  readonly query: readonly number[]
  readonly key: readonly number[]
  /** How many there are in all. */
  readonly keys: number
  /** Of a value. */
  readonly depth: number
}

/**
 * @param depth of a value, where that may be taken for the width of a query
 * @param count of keys in all, where these are a part of them
 */
export function scaledScores(
  queries: Matrix,
  keys: Matrix,
  { scale = byRoot }: ScaleChoices,
  depth = 0,
  count = keys.length,
): number[][] {
  return queries.map((query) =>
    keys.map((key) => scale(dotOf(query, key), { query, key, keys: count, depth })),
  )
}

/** @param depth of a value, where there may be none */
export function mixed(weights: Matrix, values: Matrix, depth: number): number[][] {
  return weights.map((row) =>
    Array.from({ length: depth }, (_, at) =>
      row.reduce((sum, weight, key) => sum + weight * (values[key]?.[at] ?? 0), 0),
    ),
  )
}

export function ofRows(rows: Matrix, width: number): Nd<'f32'> {
  return f32([rows.length, width], rows.flat())
}

/** What people do with a score instead of dividing it by the root of the width of a query. */
export function scaleRules(): Required<RuleTable<Required<ScaleChoices>>> {
  return {
    scale: {
      'scores-not-scaled': {
        en: 'attention with plain dot products: the scores are not divided by sqrt(D)',
        zh: '直接用点积的注意力：分数没有除以 sqrt(D)',
        cards: ['attention/scale-why', 'attention/formula'],
        choice: (dot) => dot,
      },
      'scores-divided-by-width': {
        en: 'attention whose scores are divided by D; the spread of a dot product grows like sqrt(D)',
        zh: '分数除以 D 的注意力；点积的标准差按 sqrt(D) 增长，应除以 sqrt(D)',
        cards: ['attention/scale-root', 'attention/dot-variance'],
        choice: (dot, { query }) => dot / query.length,
      },
      'scores-multiplied-by-root': {
        en: 'attention whose scores are multiplied by sqrt(D) instead of divided by it',
        zh: '分数乘以了 sqrt(D) 的注意力；应除以 sqrt(D)',
        cards: ['attention/scale-root', 'attention/formula'],
        choice: (dot, { query }) => dot * Math.sqrt(query.length),
      },
      'scores-divided-by-root-of-keys': {
        en: 'attention whose scores are divided by the root of the number of keys; D is the width of a query, the last axis',
        zh: '分数除以键的个数的平方根的注意力；D 是查询的宽度，即最后一维',
        cards: ['attention/scale-root', 'attention/formula'],
        choice: (dot, { keys }) => dot / Math.sqrt(keys),
      },
      'scores-divided-by-root-of-value-width': {
        en: 'attention whose scores are divided by sqrt(E), the width of a value; D is that of a query',
        zh: '分数除以 sqrt(E)（值的宽度）的注意力；应除以 sqrt(D)，D 是查询的宽度',
        cards: ['attention/scale-root', 'attention/formula'],
        choice: (dot, { depth }) => dot / Math.sqrt(depth),
      },
      'cosine-scores': {
        en: 'attention by cosine: the scores are divided by the lengths of query and key; dot products are only divided by sqrt(D)',
        zh: '用余弦相似度打分的注意力：分数除以了查询和键的模长；点积只应除以 sqrt(D)',
        cards: ['attention/scale-root', 'attention/formula'],
        choice: (dot, { query, key }) => dot / (lengthOf(query) * lengthOf(key) || 1),
      },
    },
  }
}

function byRoot(dot: number, { query }: Scored): number {
  return dot / Math.sqrt(query.length)
}

function dotOf(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0)
}

function lengthOf(vector: readonly number[]): number {
  return Math.sqrt(dotOf(vector, vector))
}
