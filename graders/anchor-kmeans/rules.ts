import { defineRules, f32, type Nd } from '#kit'
import type { anchorKmeans } from './reference.ts'

type Size = readonly [width: number, height: number]

/** The mistakes people make in clustering anchors. */
export const rules = defineRules(kmeansWith, {
  distance: {
    'euclidean-distance': {
      en: 'k-means with the Euclidean distance of the sizes, in which large boxes count most; the distance is 1 - IoU',
      zh: '用宽高的欧氏距离做的 k-means：大框的影响过大；距离应为 1 - IoU',
      cards: ['anchors/kmeans-distance', 'anchors/kmeans-why'],
      choice: ([w, h], [cw, ch]) => (w - cw) ** 2 + (h - ch) ** 2,
    },
    'smallest-overlap': {
      en: 'k-means that assigns a size to the centre with the smallest IoU: the IoU itself was taken for a distance',
      zh: '把框分给 IoU 最小的中心的 k-means：误把 IoU 本身当成了距离',
      cards: ['anchors/kmeans-distance', 'anchors/kmeans-numeric'],
      choice: (size, centre) => iou(size, centre),
    },
    'areas-compared': {
      en: 'k-means that compares the areas alone: a wide and a tall box of one area are no match',
      zh: '只比较面积的 k-means：面积相同的一宽一高两个框并不相似',
      cards: ['anchors/kmeans-centred', 'anchors/kmeans-numeric'],
      choice: ([w, h], [cw, ch]) => -Math.min(w * h, cw * ch) / Math.max(w * h, cw * ch),
    },
    'intersection-alone': {
      en: 'k-means that takes the largest intersection, so that the largest centre gets everything; divide by the union',
      zh: '取交集最大者的 k-means：最大的中心会得到一切；应除以并集',
      cards: ['anchors/kmeans-numeric', 'iou/definition'],
      choice: ([w, h], [cw, ch]) => -(Math.min(w, cw) * Math.min(h, ch)),
    },
  },
  update: {
    'median-update': {
      en: 'k-means whose centres move to the median of their sizes, as many YOLO repositories do; the mean is asked for',
      zh: '中心取中位数的 k-means（许多 YOLO 代码库的做法）；这里要求取均值',
      cards: ['anchors/kmeans-steps'],
      choice: median,
    },
    'geometric-mean-update': {
      en: 'k-means whose centres move to the geometric mean of their sizes; the arithmetic mean is asked for',
      zh: '中心取几何平均的 k-means；这里要求取算术平均',
      cards: ['anchors/kmeans-steps'],
      choice: (sides) => Math.exp(mean(sides.map(Math.log))),
    },
  },
  empty: {
    'empty-cluster-zero': {
      en: 'k-means in which a centre without sizes becomes 0; it stays where it is',
      zh: '没有分到框的中心变成 0 的 k-means；它应保持不变',
      cards: ['anchors/kmeans-steps'],
      choice: () => [0, 0],
    },
    'empty-cluster-nan': {
      en: 'k-means in which a centre without sizes becomes NaN, the mean of nothing; it stays where it is',
      zh: '没有分到框的中心变成 NaN（对空集求均值）的 k-means；它应保持不变',
      cards: ['anchors/kmeans-steps'],
      choice: () => [Number.NaN, Number.NaN],
    },
  },
  // Many programs return initial before anything can go wrong where there is no size.
  noSize: { 'no-size-apart': { choice: 'apart' } },
  noNumbers: {
    'least-of-none-is-none': { choice: (distances) => distances.indexOf(Math.min(...distances)) },
    'no-number-is-the-least': { choice: (distances) => distances.findIndex(Number.isNaN) },
  },
  ties: {
    'ties-to-the-last': {
      en: 'k-means that assigns a size to the last of equally near centres; the first is asked for',
      zh: '距离相等时分给最后一个中心的 k-means；应分给第一个',
      cards: ['anchors/kmeans-steps'],
      choice: 'last',
      nuisance: true,
    },
  },
  rounds: {
    'one-round-more': {
      en: 'k-means with one round more than asked for',
      zh: '多做了一轮的 k-means',
      cards: ['anchors/kmeans-steps'],
      choice: (asked) => asked + 1,
    },
    'one-round-less': {
      en: 'k-means with one round less than asked for',
      zh: '少做了一轮的 k-means',
      cards: ['anchors/kmeans-steps'],
      choice: (asked) => asked - 1,
    },
    'single-round': {
      en: 'k-means with a single round whatever is asked for',
      zh: '不管要求多少轮、只做一轮的 k-means',
      cards: ['anchors/kmeans-steps'],
      choice: () => 1,
    },
    'until-nothing-changes': {
      en: 'k-means that goes on until nothing changes, however many rounds are asked for',
      zh: '不管要求多少轮、一直做到不再变化的 k-means',
      cards: ['anchors/kmeans-steps'],
      choice: () => 200,
    },
  },
  moves: {
    'moved-at-once': {
      en: 'k-means in which each centre moves before the sizes of the next are assigned; all sizes are assigned first',
      zh: '每个中心一移动就影响后面分配的 k-means；应先分配完所有框',
      cards: ['anchors/kmeans-steps'],
      choice: 'one by one',
    },
  },
  returned: {
    'sorted-by-area': {
      en: 'k-means whose centres are sorted by area; row j belongs to row j of initial',
      zh: '把中心按面积排序的 k-means；第 j 行应对应 initial 的第 j 行',
      cards: ['anchors/kmeans-k'],
      choice: (centres) => centres.toSorted(([w, h], [cw, ch]) => w * h - cw * ch),
    },
  },
  begun: {
    'first-sizes-as-centres': {
      en: 'k-means that begins with the first k sizes instead of initial',
      zh: '以前 k 个框（而不是 initial）为初始中心的 k-means',
      cards: ['anchors/kmeans-steps'],
      choice: (initial, sizes) => (sizes.length < initial.length ? initial : sizes.slice(0, initial.length)),
    },
  },
})

interface Choices {
  readonly distance?: (size: Size, centre: Size) => number
  /** Of the widths or the heights of a cluster. */
  readonly update?: (sides: readonly number[]) => number
  /** What becomes of a centre without sizes. */
  readonly empty?: (centre: Size) => Size
  readonly noSize?: 'apart'
  /** What is the nearest where some distance is NaN: numpy's argmin takes that, and a comparison never does. */
  readonly noNumbers?: (distances: readonly number[]) => number
  readonly ties?: 'last'
  readonly rounds?: (asked: number) => number
  readonly moves?: 'one by one'
  readonly returned?: (centres: readonly Size[]) => readonly Size[]
  readonly begun?: (initial: readonly Size[], sizes: readonly Size[]) => readonly Size[]
}

function kmeansWith(choices: Choices): typeof anchorKmeans {
  const { rounds = (asked) => asked, returned = (centres) => centres } = choices
  const { begun = (initial) => initial } = choices
  return (sizes, _, initial, iterations) => {
    const all = sizesIn(sizes)
    if (all.length === 0 && choices.noSize) return initial
    let centres = begun(sizesIn(initial), all)
    for (let round = 0; round < rounds(iterations); round++) centres = moved(centres, all, choices)
    return f32([centres.length, 2], returned(centres).flat())
  }
}

function moved(before: readonly Size[], sizes: readonly Size[], choices: Choices): readonly Size[] {
  const { update = mean, empty = (centre) => centre, moves } = choices
  const centres = [...before]
  for (const at of before.keys()) {
    const known = moves ? centres : before
    const cluster = sizes.filter((size) => nearest(size, known, choices) === at)
    const side = (of: 0 | 1) => update(cluster.map((size) => size[of]))
    centres[at] = cluster.length > 0 ? [side(0), side(1)] : empty(before[at] as Size)
  }
  return centres
}

function nearest(size: Size, centres: readonly Size[], choices: Choices): number {
  const { distance = (one, other) => 1 - iou(one, other), noNumbers, ties } = choices
  const distances = centres.map((centre) => distance(size, centre))
  if (noNumbers && distances.some(Number.isNaN)) return noNumbers(distances)
  const least = Math.min(...distances.filter((one) => !Number.isNaN(one)))
  return Math.max(0, ties ? distances.lastIndexOf(least) : distances.indexOf(least))
}

function iou([w, h]: Size, [cw, ch]: Size): number {
  const common = Math.min(w, cw) * Math.min(h, ch)
  return common / (w * h + cw * ch - common)
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  return mean(sorted.slice(sorted.length % 2 ? middle : middle - 1, middle + 1))
}

function sizesIn({ shape, data }: Nd<'f32'>): readonly Size[] {
  return Array.from({ length: shape[0] ?? 0 }, (_, at): Size => [data[2 * at] ?? 0, data[2 * at + 1] ?? 0])
}
