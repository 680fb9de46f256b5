import { type Changed, defineGrader, f32, type Nd, otherOrder, type Random, reordered } from '#kit'
import { softmax } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: softmax,
  examples: [[f32([2, 3], [0, 1, 2, 1000, 1000, 0])]],
  cases: [
    [{ en: 'one number', zh: '只有 1 个数' }, f32([1, 1], 5)],
    [{ en: 'no row', zh: '0 行' }, f32([0, 3], 0)],
    [{ en: 'equal numbers', zh: '各数相等' }, f32([1, 4], -2)],
    [{ en: 'rows of different size', zh: '各行数值的大小不同' }, f32([2, 2], [0, 1, 5, 3])],
    [{ en: 'about 100', zh: '100 左右' }, f32([1, 3], [100, 101, 99.5])],
    [{ en: 'about -200', zh: '-200 左右' }, f32([1, 3], [-200, -201, -199.5])],
    [{ en: 'about 10000', zh: '10000 左右' }, f32([1, 3], [10000, 9999, 9998.5])],
    [{ en: 'about -10000', zh: '-10000 左右' }, f32([1, 3], [-10000, -9999, -9998.5])],
    [{ en: 'one row far below the other', zh: '一行远低于另一行' }, f32([2, 2], [9000, 9001, -9000, -9001])],
    [{ en: 'one row 150 below the other', zh: '一行比另一行低 150' }, f32([2, 2], [75, 76, -75, -76])],
    [{ en: 'one number far above the rest', zh: '一个数远大于其余' }, f32([1, 3], [800, 0, -800])],
  ],
  random: (random) => {
    const [scale, centre] = [random.pick([0.5, 1, 5, 50]), random.pick([0, 0, 300, -300, 5000])]
    return [f32([random.int(1, 5), random.int(1, 8)], () => centre + scale * random.normal())]
  },
  relations: [
    { name: { en: 'one number added to all', zh: '所有数加上同一个数' }, change: shifted },
    { name: { en: 'columns in another order', zh: '列的次序打乱' }, change: columnsReordered },
  ],
  tolerance: {
    rtol: 2e-5,
    atol: 1e-7,
    why: 'where a difference to the maximum matters it is below 104, which f32 rounds by 4e-6: that much of a probability, twice.',
  },
  performance: {
    fast: {
      en: 'Three passes over a row: maximum, exp and sum, division. In NumPy each is one call for all rows; elsewhere one loop each over a typed array or a vector.',
      zh: '对每行扫三遍：求最大值、取 exp 并求和、相除。用 NumPy 时每一步对所有行各调用一次；其他语言用循环遍历类型化数组或 vector。',
      cards: ['attention/online-state'],
    },
  },
  rules,
  traits: [
    {
      text: { en: 'there is more than one row', zh: '多于 1 行' },
      holds: ({ shape: [rows = 0] }) => rows > 1,
    },
    {
      text: { en: 'a number is above 80', zh: '有大于 80 的数' },
      holds: ({ data }) => data.some((x) => x > 80),
    },
    { text: { en: 'a number is negative', zh: '有负数' }, holds: ({ data }) => data.some((x) => x < 0) },
  ],
})

/** By so little that nothing is rounded. */
function shifted(random: Random, x: Nd<'f32'>): Changed<[Nd<'f32'>], Nd<'f32'>> {
  const whole = f32(x.shape, (at) => Math.round(8 * (x.data[at] ?? 0)) / 8)
  const by = random.pick([-1000, -64, 0, 64, 1000])
  return { args: [f32(x.shape, (at) => (whole.data[at] ?? 0) + by)], answer: () => softmax(whole) }
}

function columnsReordered(random: Random, x: Nd<'f32'>): Changed<[Nd<'f32'>], Nd<'f32'>> {
  const order = otherOrder(random, x.shape[1] ?? 0)
  return { args: [reordered(x, 1, order)], answer: (before) => reordered(before, 1, order) }
}
