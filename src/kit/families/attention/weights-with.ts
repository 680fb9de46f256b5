import type { RuleTable } from '../../rules.ts'

/*
 * For wrong choices: a softmax of whole rows of numbers, in double precision. -Infinity is a score that is hidden.
 */

export type Matrix = readonly (readonly number[])[]

export interface WeightChoices {
  /** What sums to 1 where it is not each row, or by what else than its own sum a row is divided. */
  readonly axis?: 'columns' | 'all' | 'sum of all' | 'sum so far' | 'nothing'
  /** What is subtracted where it is not the maximum of what sums to 1. */
  readonly shift?: 'nothing' | 'maximum of all' | 'maximum of each column' | 'mean' | 'minimum'
  /** Where nothing that is right is subtracted, it decides what overflows. */
  readonly exponentials?: 'f32' | 'stored as f32'
  /** The weights where all exponentials are 0, if the division is guarded. */
  readonly guard?: number
}

/** @param empty the weight of each entry where all are hidden */
export function weightsWith(scores: Matrix, choices: WeightChoices, empty = 0): Matrix {
  const rowsIn = (rows: Matrix) => dividedRows(rows, highestIn(scores.flat()), choices, empty)
  switch (choices.axis) {
    case 'columns':
      return transposed(rowsIn(transposed(scores)))
    case 'all': {
      const [flat = []] = rowsIn([scores.flat()])
      const width = scores[0]?.length ?? 0
      return scores.map((_, row) => flat.slice(row * width, (row + 1) * width))
    }
    default:
      return rowsIn(scores)
  }
}

/** @param name of what takes the softmax: an English text goes on after it */
export function weightRules(
  name: string,
  cards: { readonly axis: readonly string[]; readonly shift: readonly string[] },
): Required<RuleTable<Required<WeightChoices>>> {
  return {
    axis: {
      'softmax-over-columns': {
        en: `${name} whose softmax runs over the columns (axis 0): each column sums to 1, not each row`,
        zh: 'softmax 沿列（axis 0）计算，和为 1 的是每一列，而不是每一行',
        cards: cards.axis,
        choice: 'columns',
      },
      'softmax-over-all': {
        en: `${name} whose softmax runs over the whole matrix, as without an axis: all entries together sum to 1, not each row`,
        zh: '对整个矩阵做了 softmax（没有指定 axis），和为 1 的是全部元素，而不是每一行',
        cards: cards.axis,
        choice: 'all',
      },
      'divided-by-sum-of-all': {
        en: `${name} whose softmax divides each row by the sum of exp over all rows; each row has a sum of its own`,
        zh: 'softmax 的每一行都除以了所有行的 exp 之和；应除以本行之和',
        cards: cards.axis,
        choice: 'sum of all',
      },
      'divided-by-sum-so-far': {
        en: `${name} whose softmax divides each row by the sum of exp over it and all rows before: the sum is not set back to 0`,
        zh: 'softmax 的每一行都除以了到本行为止所有行的 exp 之和：求和变量没有逐行清零',
        cards: cards.axis,
        choice: 'sum so far',
      },
      'not-divided-by-sum': {
        en: `${name} whose softmax stops at exp: it is not divided by its sum, and no row sums to 1`,
        zh: 'softmax 只取了 exp、没有除以它们的和，各行之和不为 1',
        cards: cards.axis,
        choice: 'nothing',
      },
    },
    shift: {
      'no-maximum-subtracted': {
        en: `${name} whose softmax subtracts no maximum: exp of a large score is infinite, and inf / inf is NaN`,
        zh: 'softmax 没有先减去最大值，分数很大时 exp 上溢为无穷，inf / inf 得 NaN',
        cards: cards.shift,
        choice: 'nothing',
      },
      'maximum-of-all-subtracted': {
        en: `${name} whose softmax subtracts the maximum of all rows: where a row lies far below it, all exp are 0, and 0 / 0 is NaN`,
        zh: 'softmax 减去的是整个矩阵的最大值，某一行远低于它时，exp 全部下溢为 0，0 / 0 得 NaN',
        cards: cards.shift,
        choice: 'maximum of all',
      },
      'maximum-of-each-column-subtracted': {
        en: `${name} whose softmax subtracts the maximum of each column (axis 0): only what is the same for a whole row cancels`,
        zh: 'softmax 减去的是每一列的最大值（axis 0）：只有对整行都相同的数才能约掉',
        cards: cards.shift,
        choice: 'maximum of each column',
      },
    },
    exponentials: { 'exp-in-f32': { choice: 'f32' }, 'exp-stored-as-f32': { choice: 'stored as f32' } },
    guard: { 'zero-without-weight': { choice: 0 } },
  }
}

function dividedRows(
  rows: Matrix,
  highestOfAll: number,
  { axis, shift, exponentials, guard }: WeightChoices,
  empty: number,
): Matrix {
  const added = exponentials === 'f32' ? Math.fround : asItIs
  const kept = exponentials === undefined ? asItIs : Math.fround
  const sum = (values: readonly number[]) => values.reduce((total, value) => added(total + value), 0)
  const hidden = rows.map((row) => highestIn(row) === Number.NEGATIVE_INFINITY)
  const by = subtracted(rows, highestOfAll, shift)
  const exps = rows.map((row, at) =>
    row.map((score, column) => (hidden[at] ? 0 : added(Math.exp(score - (by[at]?.[column] ?? 0))))),
  )
  const sums = exps.map(sum)
  return exps.map((row, at) => {
    if (hidden[at]) return row.map(() => empty)
    const total = divisorOf(sums, at, axis, sum)
    if (total === 0 && guard !== undefined) return row.map(() => guard)
    return row.map((exp) => kept(kept(exp) / total))
  })
}

function subtracted(rows: Matrix, highestOfAll: number, shift: WeightChoices['shift']): Matrix {
  if (shift === 'maximum of each column') {
    const tops = transposed(rows).map(highestIn)
    return rows.map(() => tops)
  }
  return rows.map((row) => {
    const by = ofRow(row, highestOfAll, shift)
    return row.map(() => by)
  })
}

function ofRow(row: readonly number[], highestOfAll: number, shift: WeightChoices['shift']): number {
  switch (shift) {
    case 'nothing':
      return 0
    case 'maximum of all':
      return highestOfAll
    case 'mean':
      return row.reduce((sum, score) => sum + score, 0) / row.length
    case 'minimum':
      return row.reduce((least, score) => Math.min(least, score), Number.POSITIVE_INFINITY)
    default:
      return highestIn(row)
  }
}

function divisorOf(
  sums: readonly number[],
  at: number,
  axis: WeightChoices['axis'],
  sum: (values: readonly number[]) => number,
): number {
  switch (axis) {
    case 'sum of all':
      return sum(sums)
    case 'sum so far':
      return sum(sums.slice(0, at + 1))
    case 'nothing':
      return 1
    default:
      return sums[at] ?? 0
  }
}

function asItIs(value: number): number {
  return value
}

function highestIn(scores: readonly number[]): number {
  return scores.reduce((highest, score) => Math.max(highest, score), Number.NEGATIVE_INFINITY)
}

export function transposed(matrix: Matrix): Matrix {
  return Array.from({ length: matrix[0]?.length ?? 0 }, (_, column) =>
    matrix.map((row) => row[column] ?? Number.NaN),
  )
}
