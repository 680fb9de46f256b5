import { defineGrader, f32, type Nd, otherOrder, type Random, reordered } from '#kit'
import { anchorKmeans } from './reference.ts'
import { rules } from './rules.ts'

type Args = Parameters<typeof anchorKmeans>

export const grader = defineGrader({
  reference: anchorKmeans,
  examples: [[table([8, 12], [14, 10], [30, 30], [50, 16]), 2, table([10, 10], [40, 20]), 1]],
  cases: [
    [{ en: 'one size, one centre', zh: '1 个框，1 个中心' }, table([30, 20]), 1, table([10, 10]), 1],
    [
      { en: 'the mean of three sizes', zh: '3 个框的均值' },
      table([10, 20], [20, 40], [60, 30]),
      1,
      table([10, 10]),
      1,
    ],
    [
      { en: 'a size changes its centre in the second round', zh: '第 2 轮有框换了中心' },
      table([10, 10], [20, 20], [22, 22], [60, 60]),
      2,
      table([8, 8], [20, 20]),
      2,
    ],
    [
      { en: 'a centre without sizes', zh: '有中心没有分到框' },
      table([10, 12], [12, 10], [11, 11]),
      2,
      table([10, 10], [500, 500]),
      3,
    ],
    [
      { en: 'two centres equally near', zh: '与两个中心距离相等' },
      table([4, 4], [2, 5]),
      2,
      table([2, 4], [4, 2]),
      1,
    ],
    [{ en: 'two equal centres', zh: '2 个相同的中心' }, table([4, 4], [8, 8]), 2, table([5, 5], [5, 5]), 2],
    [
      { en: 'wide and tall boxes of one area', zh: '面积相同的宽框与高框' },
      table([40, 10], [10, 40], [36, 11], [11, 36]),
      2,
      table([30, 12], [12, 30]),
      2,
    ],
    [
      { en: 'a large box is nearer to a small centre', zh: '大框离小中心的欧氏距离更近' },
      table([100, 100]),
      2,
      table([60, 60], [150, 150]),
      1,
    ],
    [{ en: 'no round', zh: '0 轮' }, table([30, 20]), 2, table([10, 10], [5, 40]), 0],
    [{ en: 'no size', zh: '没有框' }, table(), 2, table([10, 10], [5, 40]), 3],
    [
      { en: 'fractions of an image', zh: '图像宽高的比例' },
      table([0.125, 0.25], [0.5, 0.75], [0.0625, 0.125]),
      2,
      table([0.125, 0.125], [0.5, 0.5]),
      5,
    ],
  ],
  random: drawClear,
  settle: (_, sizes, __, initial, iterations) => [sizes, initial.shape[0] ?? 0, initial, iterations],
  valid: (sizes, k, initial, iterations) =>
    k === initial.shape[0] && isClearRun(sizes, k, initial, iterations),
  relations: [
    {
      name: { en: 'sizes in another order', zh: '框换了次序' },
      change: (random, sizes, ...rest) => ({
        args: [reordered(sizes, 0, otherOrder(random, sizes.shape[0] ?? 0)), ...rest],
      }),
    },
    {
      name: { en: 'widths and heights exchanged', zh: '宽高互换' },
      change: (_, sizes, k, initial, iterations) => ({
        args: [turned(sizes), k, turned(initial), iterations],
        answer: turned,
      }),
    },
  ],
  tolerance: {
    rtol: 1e-4,
    atol: 1e-6,
    why: 'a mean of up to 100 sizes in f32 is off by 6e-6 of itself at most; no assignment hangs on as little.',
  },
  performance: {
    lean: {
      en: 'Add up widths, heights and counts of each cluster while the sizes are assigned; a table of all distances has N times k numbers.',
      zh: '分配时顺便累加各簇的宽、高和个数即可；所有距离的表有 N × k 个数。',
      cards: ['anchors/kmeans-steps'],
    },
  },
  rules,
  traits: [
    { text: { en: 'there is no size', zh: '没有框' }, holds: ({ data }) => data.length === 0 },
    { text: { en: 'there is more than one round', zh: '不止一轮' }, holds: (...args) => args[3] > 1 },
    { text: { en: 'there is no round', zh: '轮数为 0' }, holds: (...args) => args[3] === 0 },
    { text: { en: 'there is more than one centre', zh: '不止一个中心' }, holds: (_, k) => k > 1 },
    {
      text: { en: 'a centre gets no size in some round', zh: '某一轮中有中心没有分到框' },
      holds: (sizes, k, initial, rounds) => leavesOneEmpty(sizes, k, initial, rounds),
    },
    {
      text: { en: 'there are fewer sizes than centres', zh: '框少于中心' },
      holds: ({ shape: [n = 0] }, k) => n < k,
    },
  ],
})

function table(...rows: readonly (readonly [width: number, height: number])[]): Nd<'f32'> {
  return f32([rows.length, 2], rows.flat())
}

/** Sizes scattered around k shapes; now and then a centre lies far from all. */
function drawClear(random: Random): Args {
  const [k, count] = [random.int(1, 5), random.int(0, 40)]
  const side = () => Math.exp(2 + 3.5 * random.real())
  const shapes = Array.from({ length: k }, () => [side(), side()] as const)
  const near = (spread: number) => {
    const [w, h] = shapes[random.int(0, k - 1)] ?? [1, 1]
    return [w * Math.exp(spread * random.normal()), h * Math.exp(spread * random.normal())] as const
  }
  const sizes = table(...Array.from({ length: count }, () => near(0.3)))
  const far = random.real() < 0.3 ? 1900 : 0
  const initial = table(
    ...Array.from({ length: k }, (_, at) => (at === 0 && far ? ([far, far] as const) : near(0.5))),
  )
  const args: Args = [sizes, k, initial, random.pick([0, 1, 2, 3, 10, 50])]
  return isClearRun(...args) ? args : drawClear(random)
}

function leavesOneEmpty(sizes: Nd<'f32'>, k: number, initial: Nd<'f32'>, rounds: number): boolean {
  let centres = initial
  for (let round = 0; round < rounds; round++) {
    const [count = 0] = sizes.shape
    const boxes = Array.from({ length: count }, (_, at) => sizes.data.subarray(2 * at, 2 * at + 2))
    if (new Set(boxes.map((box) => ranked(box, centres)[0]?.centre)).size < k) return true
    const next = anchorKmeans(sizes, k, centres, 1)
    if (`${next.data}` === `${centres.data}`) return false
    centres = next
  }
  return false
}

/** Whether no assignment hangs on rounding: the nearest centre is well ahead, or equals another in all digits. */
function isClearRun(sizes: Nd<'f32'>, k: number, initial: Nd<'f32'>, iterations: number): boolean {
  let centres = initial
  for (let round = 0; round < iterations; round++) {
    for (let at = 0; at < (sizes.shape[0] ?? 0); at++) {
      const [best, ...others] = ranked(sizes.data.subarray(2 * at, 2 * at + 2), centres)
      if (best && others.some((other) => !isClear(best, other, round))) return false
    }
    const next = anchorKmeans(sizes, k, centres, 1)
    if (`${next.data}` === `${centres.data}`) return true
    centres = next
  }
  return true
}

interface Ranked {
  readonly overlap: number
  /** The numbers of the comparison, and the centre. */
  readonly parts: readonly number[]
  readonly centre: string
}

function ranked([w = 0, h = 0]: Float32Array, { data }: Nd<'f32'>): readonly Ranked[] {
  const all = Array.from({ length: data.length / 2 }, (_, at): Ranked => {
    const [cw = 0, ch = 0] = data.subarray(2 * at, 2 * at + 2)
    const shared = Math.min(w, cw) * Math.min(h, ch)
    const union = w * h + cw * ch - shared
    return { overlap: shared / union, parts: [w * h, cw * ch, shared, union], centre: `${cw} ${ch}` }
  })
  return all.sort((one, other) => other.overlap - one.overlap)
}

function isClear(best: Ranked, other: Ranked, round: number): boolean {
  if (best.centre === other.centre) return true
  const areExact = [...best.parts, ...other.parts].every((part) => Math.fround(part) === part)
  return best.overlap - other.overlap > 1e-4 || (round === 0 && areExact && best.overlap === other.overlap)
}

function turned({ shape, data }: Nd<'f32'>): Nd<'f32'> {
  return f32(shape, (at) => data[at % 2 ? at - 1 : at + 1] ?? 0)
}
