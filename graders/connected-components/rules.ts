import { defineRules, i32, type Nd } from '#kit'
import type { connectedComponents } from './reference.ts'

/** The mistakes people make in labelling connected components. */
export const rules = defineRules(labelWith, {
  neighbours: {
    'four-connected': {
      en: 'components of 4-connected pixels, the default of scipy.ndimage.label: pixels that touch by a corner count here too',
      zh: '4 连通的连通域（scipy.ndimage.label 的默认值）：这里共角的像素也算相邻',
      cards: ['connected-components/defaults'],
      choice: ({ dx, dy }) => dx * dy === 0,
    },
    'upper-right-left-out': {
      en: 'components that forget the neighbour above on the right: a raster scan has visited four neighbours, not three',
      zh: '漏了右上邻居的连通域：光栅扫描时已访问过的邻居有四个，而不是三个',
      cards: ['connected-components/raster-neighbours'],
      choice: ({ dx, dy }) => dx * dy !== -1,
    },
    'upper-left-left-out': {
      en: 'components that forget the neighbour above on the left: a raster scan has visited four neighbours, not three',
      zh: '漏了左上邻居的连通域：光栅扫描时已访问过的邻居有四个，而不是三个',
      cards: ['connected-components/raster-neighbours'],
      choice: ({ dx, dy }) => dx * dy !== 1,
    },
    'diagonals-alone': {
      en: 'components of pixels that touch by a corner alone',
      zh: '只按共角相邻得到的连通域',
      cards: ['connected-components/defaults'],
      choice: ({ dx, dy }) => dx * dy !== 0,
    },
  },
  border: {
    'rows-joined': {
      en: 'components that go on from the end of a row to the start of the next, as flat indices do without a look at the border',
      zh: '从行尾接到下一行行首的连通域（用一维下标却没有检查边界）',
      cards: ['connected-components/raster-neighbours'],
      choice: 'flat',
    },
    'negative-indices': {
      en: 'components that go on from the first row or column to the last: an index of -1 is no error in Python, and means the last',
      zh: '从第一行（列）接到最后一行（列）的连通域：Python 里下标 -1 不会报错，指的是最后一个',
      cards: ['connected-components/raster-neighbours'],
      choice: 'negative',
    },
  },
  foreground: {
    'ones-alone': {
      en: 'components of pixels whose value is 1: every value but 0 is foreground',
      zh: '只把值为 1 的像素当作前景的连通域：凡非零值都是前景',
      cards: ['connected-components/class-map'],
      choice: (value) => value === 1,
    },
    'above-127': {
      en: 'components of pixels above 127: every value but 0 is foreground',
      zh: '只把大于 127 的像素当作前景的连通域：凡非零值都是前景',
      cards: ['connected-components/class-map'],
      choice: (value) => value > 127,
    },
  },
  alike: {
    'equal-values-alone': {
      en: 'components of pixels of equal value, as skimage.measure.label has them: here foreground is one, whatever its values',
      zh: '由值相等的像素构成的连通域（skimage.measure.label 的做法）：这里不管值是多少，前景都一样',
      cards: ['connected-components/class-map'],
      choice: (a, b) => a === b,
    },
  },
  order: {
    'column-by-column': {
      en: 'components numbered column by column',
      zh: '按列的顺序编号的连通域',
      cards: ['connected-components/two-pass-steps'],
      choice: ({ pixels, height, width }) =>
        Math.min(...pixels.map((at) => (at % width) * height + Math.floor(at / width))),
    },
    'largest-first': {
      en: 'components numbered by size, the largest first',
      zh: '按大小编号的连通域，最大的在前',
      cards: ['connected-components/two-pass-steps'],
      choice: ({ pixels }) => -pixels.length,
    },
    'last-first': {
      en: 'components numbered from the bottom up',
      zh: '自下而上编号的连通域',
      cards: ['connected-components/two-pass-steps'],
      choice: ({ pixels }) => -Math.max(...pixels),
    },
  },
  numbers: {
    'gaps-left': {
      en: 'labels with gaps: those of the first pass, joined and not numbered anew',
      zh: '有空缺的标签：第一遍的临时标签合并之后没有重新编号',
      cards: ['connected-components/two-pass-steps'],
      choice: 'provisional',
    },
    'never-joined': {
      en: 'the provisional labels of one scan, the smallest of the neighbours already visited: labels that meet later are not joined',
      zh: '一遍扫描的临时标签，即已访问邻居中最小的：后来相遇的标签没有合并',
      cards: ['connected-components/why-equivalences', 'connected-components/why-union-find'],
      choice: 'never-joined',
    },
    'from-zero': {
      en: 'components numbered from 0, the number of the background',
      zh: '从 0 开始编号的连通域，而 0 是背景的编号',
      cards: ['connected-components/background-count'],
      choice: 'from-zero',
    },
    'from-two': {
      en: 'components numbered from 2',
      zh: '从 2 开始编号的连通域',
      cards: ['connected-components/background-count'],
      choice: 'from-two',
    },
  },
})

interface Step {
  readonly dx: number
  readonly dy: number
}

interface Component {
  readonly pixels: readonly number[]
  readonly height: number
  readonly width: number
}

interface Choices {
  readonly neighbours?: (step: Step) => boolean
  readonly border?: 'flat' | 'negative'
  readonly foreground?: (value: number) => boolean
  /** Whether two neighbours of the foreground belong together. */
  readonly alike?: (a: number, b: number) => boolean
  /** What the components are numbered by, the smallest first. */
  readonly order?: (component: Component) => number
  readonly numbers?: 'provisional' | 'never-joined' | 'from-zero' | 'from-two'
}

function labelWith({
  order = ({ pixels }) => Math.min(...pixels),
  numbers,
  ...choices
}: Choices): typeof connectedComponents {
  return (mask) => {
    const { around, isForeground } = graphOf(mask, choices)
    const [height, width] = mask.shape as [number, number]
    const first = provisional(mask.data.length, around, isForeground)
    if (numbers === 'never-joined') return i32(mask.shape, first)
    const components = componentsOf(mask.data.length, around, isForeground)
      .map((pixels) => ({ pixels, by: order({ pixels, height, width }) }))
      .sort((a, b) => a.by - b.by)
    const labels = new Int32Array(mask.data.length)
    components.forEach(({ pixels }, at) => {
      const label = numbers === 'provisional' ? Math.min(...pixels.map((pixel) => first[pixel] ?? 0)) : at + 1
      for (const pixel of pixels)
        labels[pixel] = label + (numbers === 'from-zero' ? -1 : numbers === 'from-two' ? 1 : 0)
    })
    return i32(mask.shape, labels)
  }
}

type Around = (at: number) => readonly number[]
type IsForeground = (at: number) => boolean

function graphOf({ shape, data }: Nd<'u8'>, choices: Choices) {
  const { neighbours = () => true, foreground = (value) => value !== 0, alike = () => true } = choices
  const [height = 0, width = 0] = shape
  const isForeground: IsForeground = (at) => at >= 0 && at < data.length && foreground(data[at] ?? 0)
  const around: Around = (at) =>
    STEPS.filter(neighbours)
      .flatMap((step) => placeOf(at, step))
      .filter((other) => isForeground(other) && alike(data[at] ?? 0, data[other] ?? 0))
  return { around, isForeground }

  function placeOf(at: number, { dx, dy }: Step): readonly number[] {
    if (choices.border === 'flat') return [at + dy * width + dx]
    const wrapped = (place: number, length: number) =>
      place < 0 && choices.border === 'negative' ? place + length : place
    const row = wrapped(Math.floor(at / width) + dy, height)
    const column = wrapped((at % width) + dx, width)
    return row < 0 || row >= height || column < 0 || column >= width ? [] : [row * width + column]
  }
}

const STEPS: readonly Step[] = [-1, 0, 1]
  .flatMap((dy) => [-1, 0, 1].map((dx) => ({ dx, dy })))
  .filter(({ dx, dy }) => dx !== 0 || dy !== 0)

/** The labels of a first scan: the smallest of those before, or a new one. */
function provisional(size: number, around: Around, isForeground: IsForeground): readonly number[] {
  const labels: number[] = []
  let last = 0
  for (let at = 0; at < size; at++) {
    const before = around(at).filter((other) => other < at)
    const known = before.map((other) => labels[other] ?? 0)
    labels.push(isForeground(at) ? (known.length > 0 ? Math.min(...known) : ++last) : 0)
  }
  return labels
}

function componentsOf(
  size: number,
  around: Around,
  isForeground: IsForeground,
): readonly (readonly number[])[] {
  const seen = new Set<number>()
  return Array.from({ length: size }, (_, at) => at).flatMap((at) => {
    if (seen.has(at) || !isForeground(at)) return []
    const pixels = [at]
    seen.add(at)
    for (const pixel of pixels) {
      for (const other of around(pixel)) {
        if (seen.has(other)) continue
        seen.add(other)
        pixels.push(other)
      }
    }
    return [pixels]
  })
}
