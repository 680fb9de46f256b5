import { defineRules, type Nd, reflect101, replicate, u8 } from '#kit'
import type { canny } from './reference.ts'

/** The mistakes people make in the Canny detector. */
export const rules = defineRules(cannyWith, {
  border: {
    'border-reflect-101': {
      en: 'a Canny whose derivatives mirror the border (reflect-101), as cv2.Sobel does; cv2.Canny repeats the nearest pixel',
      zh: '求导时采用 reflect-101 边界（cv2.Sobel 的做法）的 Canny；cv2.Canny 复制最近的像素',
      cards: ['mean-filter/border-modes'],
      choice: reflect101,
    },
    'zero-padding': {
      en: 'a Canny whose derivatives see zeros around the image: the border itself becomes an edge',
      zh: '求导时四周补零的 Canny：图像边界本身成了边缘',
      cards: ['mean-filter/border-modes'],
      choice: (index, length) => (index < 0 || index >= length ? undefined : index),
    },
  },
  size: {
    'magnitude-l2': {
      en: 'a Canny with the magnitude sqrt(gx² + gy²), as with L2gradient=True; here it is |gx| + |gy|',
      zh: '幅值取 sqrt(gx² + gy²)（即 L2gradient=True）的 Canny；这里是 |gx| + |gy|',
      cards: ['edges/canny-l1'],
      choice: (gx, gy) => Math.sqrt(gx * gx + gy * gy),
    },
  },
  suppression: {
    'not-suppressed': {
      en: 'a Canny without suppression: edges are ridges of several pixels',
      zh: '没有非极大值抑制的 Canny：边缘有好几个像素宽',
      cards: ['edges/nms-why'],
      choice: () => true,
    },
    'ties-kept': {
      en: 'a suppression that keeps ties on both sides (>=), so that flat ridges stay two pixels wide',
      zh: '两侧都保留相等（>=）的抑制：平顶的脊仍有两个像素宽',
      cards: ['edges/nms-why'],
      choice: (here, before, after) => here >= before && here >= after,
    },
    'ties-dropped': {
      en: 'a suppression that is strict on both sides, so that flat ridges vanish',
      zh: '两侧都要求严格大于的抑制：平顶的脊会消失',
      cards: ['edges/nms-why'],
      choice: (here, before, after) => here > before && here > after,
    },
    'ties-at-last': {
      en: 'a suppression that keeps the last pixel of a flat ridge instead of the first: >= before, > after',
      zh: '平顶的脊保留最后一个（而不是第一个）像素的抑制：在前用 >=，在后用 >',
      cards: ['edges/nms-why'],
      choice: (here, before, after, [dx, dy]) =>
        (dx * dy === 0 ? here >= before : here > before) && here > after,
    },
    'ties-dropped-in-rows': {
      en: 'a suppression that is strict on both sides of a pixel in its row, so that flat ridges which run upright vanish',
      zh: '左右两侧都要求严格大于的抑制：竖直走向的平顶的脊会消失',
      cards: ['edges/nms-why'],
      choice: (here, before, after, [dx]) => here > before && (dx === 0 ? here >= after : here > after),
    },
    'ties-dropped-in-columns': {
      en: 'a suppression that is strict both above and below a pixel, so that flat ridges which run level vanish',
      zh: '上下两侧都要求严格大于的抑制：水平走向的平顶的脊会消失',
      cards: ['edges/nms-why'],
      choice: (here, before, after, [, dy]) => here > before && (dy === 0 ? here >= after : here > after),
    },
  },
  direction: {
    'along-the-edge': {
      en: 'a suppression that compares along the edge instead of across it',
      zh: '沿着边缘（而不是横穿边缘）比较的抑制',
      cards: ['edges/nms-direction'],
      choice: ([dx, dy]) => (dx * dy === 0 ? [dy, dx] : dx < 0 ? [1, 1] : [-1, 1]),
    },
    'diagonals-swapped': {
      en: 'a suppression with the two diagonals swapped: y grows downwards, so equal signs mean upper left and lower right',
      zh: '两个对角方向用反了的抑制：y 轴向下，同号时应取左上和右下',
      cards: ['edges/nms-direction'],
      choice: ([dx, dy]) => (dx * dy === 0 ? [dx, dy] : [-dx, dy]),
    },
    'derivatives-swapped-in-angle': {
      en: 'a suppression whose angle is atan2(gx, gy); with atan2(gy, gx) it is that of the gradient, across the edge',
      zh: '角度算成 atan2(gx, gy) 的抑制；atan2(gy, gx) 才是梯度方向，即横穿边缘的方向',
      cards: ['edges/nms-direction'],
      choice: ([dx, dy]) => (dx * dy === 0 ? [dy, dx] : [dx, dy]),
    },
    'negative-angles-not-folded': {
      en: 'a suppression that compares left and right wherever gy is negative: its angles from atan2 go from -180 to 180 degrees; add 180 to the negative ones',
      zh: 'gy 为负时一律与左右比较的抑制：atan2 的角度在 -180 到 180 度之间，负角应先加 180',
      cards: ['edges/nms-direction'],
      choice: (right, _, gy) => (gy < 0 ? [1, 0] : right),
    },
    'no-diagonals': {
      en: 'a suppression in two directions alone, across the larger of the two derivatives',
      zh: '只有两个方向的抑制：只沿两个导数中较大的那个方向比较',
      cards: ['edges/nms-direction'],
      choice: ([dx, dy], gx, gy) =>
        dx * dy === 0 ? [dx, dy] : Math.abs(gx) >= Math.abs(gy) ? [1, 0] : [0, 1],
    },
  },
  above: {
    'thresholds-reached': {
      en: 'thresholds that a magnitude may equal (>=); it must be above them',
      zh: '允许幅值等于阈值（>=）；应严格大于',
      cards: ['edges/hysteresis-why'],
      choice: (value, threshold) => value >= threshold,
    },
  },
  order: {
    'thresholds-not-swapped': {
      en: 'a Canny that does not swap the thresholds where low is above high',
      zh: 'low 大于 high 时没有交换两个阈值的 Canny',
      cards: ['edges/hysteresis-why'],
      choice: (low, high) => [low, high],
    },
  },
  linking: {
    'strong-alone': {
      en: 'strong pixels alone: weak ones are never linked to them',
      zh: '只有强像素：没有把弱像素连接上去',
      cards: ['edges/hysteresis-why', 'edges/hysteresis-weak'],
      choice: 0,
    },
    'one-step-linked': {
      en: 'weak pixels linked only where they touch a strong one: chains of weak pixels end after one',
      zh: '只连接与强像素直接相邻的弱像素：一串弱像素只接上了第一个',
      cards: ['edges/hysteresis-weak'],
      choice: 1,
    },
  },
  weak: {
    'all-weak': {
      en: 'all pixels above the low threshold, linked to a strong one or not',
      zh: '所有高于低阈值的像素，不管是否与强像素相连',
      cards: ['edges/hysteresis-why'],
      choice: true,
    },
  },
  reach: {
    'linked-by-sides': {
      en: 'weak pixels linked over sides alone (4-neighbours), not over corners',
      zh: '只按共边（4 邻域）连接的弱像素，没有计入共角',
      cards: ['edges/hysteresis-weak'],
      choice: (dx, dy) => dx * dy === 0,
    },
  },
  value: {
    'edges-are-one': {
      en: 'edges of the value 1 instead of 255',
      zh: '边缘的值为 1、而不是 255 的结果',
      cards: ['edges/canny-steps'],
      choice: 1,
    },
  },
  frame: {
    'frame-left-out': {
      en: 'a Canny that never looks at the outermost rows and columns',
      zh: '从不处理最外侧行和列的 Canny',
      cards: ['mean-filter/zero-border'],
      choice: true,
    },
  },
})

type Direction = readonly [dx: number, dy: number]

interface Choices {
  readonly border?: (index: number, length: number) => number | undefined
  readonly size?: (gx: number, gy: number) => number
  readonly suppression?: (here: number, before: number, after: number, direction: Direction) => boolean
  readonly direction?: (right: Direction, gx: number, gy: number) => Direction
  readonly above?: (value: number, threshold: number) => boolean
  readonly order?: (low: number, high: number) => readonly [number, number]
  /** How many steps a chain may have. */
  readonly linking?: number
  readonly weak?: boolean
  readonly reach?: (dx: number, dy: number) => boolean
  readonly value?: number
  readonly frame?: boolean
}

function cannyWith(choices: Choices): typeof canny {
  const {
    above = (value, threshold) => value > threshold,
    order = (a, b) => [Math.min(a, b), Math.max(a, b)],
  } = choices
  return (image, askedLow, askedHigh) => {
    const [low, high] = order(askedLow, askedHigh)
    const candidates = candidatesOf(image, choices)
    const weak = new Set([...candidates].filter(([, size]) => above(size, low)).map(([at]) => at))
    const strong = [...weak].filter((at) => above(candidates.get(at) ?? 0, high))
    const edges = choices.weak ? weak : linked(strong, weak, image.shape[1] ?? 0, choices)
    return u8(image.shape, (at) => (edges.has(at) ? (choices.value ?? 255) : 0))
  }
}

/** The magnitudes of those that suppression leaves. */
function candidatesOf(image: Nd<'u8'>, choices: Choices): ReadonlyMap<number, number> {
  const { suppression = firstOfTies, direction = (right) => right, size = l1 } = choices
  const [height, width] = image.shape as [number, number]
  const slopes = Array.from(image.data, (_, at) => slopeAt(image, at, choices.border ?? replicate))
  const sizeAt = (x: number, y: number) => {
    const isInside = x >= 0 && y >= 0 && x < width && y < height
    return isInside ? size(...(slopes[y * width + x] ?? [0, 0])) : 0
  }
  const found = new Map<number, number>()
  slopes.forEach(([gx, gy], at) => {
    const [x, y] = [at % width, Math.floor(at / width)]
    if (choices.frame && (x === 0 || y === 0 || x === width - 1 || y === height - 1)) return
    const right = across(gx, gy)
    const [dx, dy] = direction(right, gx, gy)
    const here = sizeAt(x, y)
    const kept = suppression(here, sizeAt(x - dx, y - dy), sizeAt(x + dx, y + dy), [dx, dy])
    if (kept) found.set(at, here)
  })
  return found
}

function slopeAt(
  { shape, data }: Nd<'u8'>,
  at: number,
  border: Required<Choices>['border'],
): readonly [number, number] {
  const [height, width] = shape as [number, number]
  let [gx, gy] = [0, 0]
  for (let dy = -1; dy <= 1; dy++) {
    for (let dx = -1; dx <= 1; dx++) {
      const [row, column] = [border(Math.floor(at / width) + dy, height), border((at % width) + dx, width)]
      const value = row === undefined || column === undefined ? 0 : (data[row * width + column] ?? 0)
      gx += dx * (2 - Math.abs(dy)) * value
      gy += dy * (2 - Math.abs(dx)) * value
    }
  }
  return [gx, gy]
}

/** From the neighbour before to the pixel. */
function across(gx: number, gy: number): Direction {
  const angle = (Math.atan2(Math.abs(gy), Math.abs(gx)) * 180) / Math.PI
  if (angle < 22.5 && gx !== 0) return [1, 0]
  if (angle > 67.5) return [0, 1]
  return gx < 0 === gy < 0 ? [1, 1] : [-1, 1]
}

function firstOfTies(here: number, before: number, after: number, [dx, dy]: Direction): boolean {
  return here > before && (dx * dy === 0 ? here >= after : here > after)
}

function l1(gx: number, gy: number): number {
  return Math.abs(gx) + Math.abs(gy)
}

function linked(
  strong: readonly number[],
  weak: ReadonlySet<number>,
  width: number,
  choices: Choices,
): ReadonlySet<number> {
  const { linking: steps = Infinity, reach = () => true } = choices
  const edges = new Set(strong)
  let newest = strong
  for (let step = 0; step < steps && newest.length > 0; step++) {
    newest = newest.flatMap((at) =>
      [-1, 0, 1].flatMap((dy) =>
        [-1, 0, 1]
          .filter((dx) => reach(dx, dy) && (at % width) + dx >= 0 && (at % width) + dx < width)
          .map((dx) => at + dy * width + dx)
          .filter((other) => weak.has(other) && !edges.has(other)),
      ),
    )
    for (const at of newest) edges.add(at)
  }
  return edges
}
