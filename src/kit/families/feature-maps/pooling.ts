import type { Text } from '../../../core/locale.ts'
import type { Random } from '../../../core/random.ts'
import { f32 } from '../../arrays.ts'
import type { NamedArgs, Parts, Relation, Trait } from '../../define-grader.ts'
import { otherOrder, reordered } from '../../places.ts'
import {
  doubled,
  drawMaps,
  drawMapsShape,
  imagesReordered,
  type Maps,
  mapsShape,
  mapsTraits,
} from './maps.ts'

export type Pooling = (x: Maps, ksize: number, stride: number, padding: number) => Maps

type PoolArgs = Parameters<Pooling>
type Shared = Required<
  Pick<Parts<PoolArgs, Maps>, 'examples' | 'cases' | 'random' | 'settle' | 'valid' | 'relations' | 'traits'>
>

/** What the poolings share: square windows, the same on all sides, of which each reads at least one pixel. */
export function poolingParts(pooling: Pooling): Shared {
  return {
    examples: [[f32([1, 1, 3, 4], [-1, -2, -3, -4, -5, -6, 7, -8, -9, 2, -3, -4]), 3, 2, 1]],
    cases: CASES,
    random: drawPooling,
    settle: fitting,
    valid: fits,
    relations: [
      imagesReordered(pooling),
      doubled(pooling),
      related({ en: 'channels in another order', zh: '打乱各通道的次序' }, (random, x) => {
        const order = otherOrder(random, mapsShape(x)[1])
        return (maps) => reordered(maps, 1, order)
      }),
      related({ en: 'transposed', zh: '转置' }, () => transposed),
    ],
    traits: traits(),
  }
}

/** Told to who holds too much memory. */
export const POOLING_LEAN = {
  en: 'Besides the padded map and the result nothing must be held: the windows overlap, and a copy of each of them takes ksize * ksize times the memory.',
  zh: '除了填充后的特征图和结果之外什么都不必保存：窗口互相重叠，把每个窗口都复制一份要占 ksize * ksize 倍的内存。',
  cards: ['convolutions/im2col'],
} as const

const CASES: readonly NamedArgs<PoolArgs>[] = [
  [{ en: 'one pixel', zh: '单个像素' }, f32([1, 1, 1, 1], [-3]), 1, 1, 0],
  [
    { en: 'windows side by side', zh: '窗口首尾相接' },
    f32([1, 1, 2, 4], [1, -2, 3, 4, -5, -6, 8, 7]),
    2,
    2,
    0,
  ],
  [{ en: 'negative values and padding', zh: '负值与填充' }, f32([1, 1, 2, 2], [-4, -3, -2, -1]), 2, 1, 1],
  [
    { en: 'a row and a column that fill no window', zh: '最后一行和一列放不满窗口' },
    f32([1, 1, 3, 5], (at) => at - 7),
    2,
    2,
    0,
  ],
  [
    { en: 'windows that overlap', zh: '窗口重叠' },
    f32([1, 1, 3, 5], [0, 9, 1, 2, 1, 4, 0, 0, 3, 5, 7, 1, 8, 0, 2]),
    3,
    1,
    0,
  ],
  [{ en: 'a stride beyond ksize', zh: 'stride 大于 ksize' }, f32([1, 1, 4, 7], (at) => at), 2, 3, 0],
  [
    { en: 'two images of two channels', zh: '两张图像，各两个通道' },
    f32([2, 2, 2, 3], (at) => (at * 7) % 23),
    2,
    1,
    0,
  ],
  [
    { en: 'a window as large as the padded map', zh: '窗口与填充后的特征图一样大' },
    f32([1, 1, 2, 3], (at) => at + 1),
    4,
    1,
    1,
  ],
  [{ en: 'a single row', zh: '单行' }, f32([1, 1, 1, 5], [3, -1, 4, 1, -5]), 3, 2, 1],
]

function drawPooling(random: Random): PoolArgs {
  const ksize = random.int(1, 4)
  const x = drawMaps(random, drawMapsShape(random))
  return fitting(random, x, ksize, random.pick([1, 2, 2, 3, ksize]), random.int(0, ksize >> 1))
}

function fitting(_: Random, x: Maps, asked: number, stride: number, most: number): PoolArgs {
  const padding = Math.min(most, asked >> 1)
  const [, , height, width] = mapsShape(x)
  return [x, Math.min(asked, Math.min(height, width) + 2 * padding), stride, padding]
}

function fits(x: Maps, ksize: number, _: number, padding: number): boolean {
  const [, , height, width] = mapsShape(x)
  return padding <= ksize >> 1 && ksize <= Math.min(height, width) + 2 * padding
}

function related(
  name: Text,
  changeOf: (random: Random, x: Maps) => (maps: Maps) => Maps,
): Relation<PoolArgs, Maps> {
  return {
    name,
    change(random, x, ...rest) {
      const change = changeOf(random, x)
      return { args: [change(x), ...rest], answer: change }
    },
  }
}

function transposed(maps: Maps): Maps {
  const [images, channels, height, width] = mapsShape(maps)
  return f32([images, channels, width, height], (at) => {
    const [plane, place] = [Math.floor(at / (height * width)), at % (height * width)]
    return maps.data[plane * height * width + (place % height) * width + Math.floor(place / height)] ?? 0
  })
}

function traits(): readonly Trait<PoolArgs>[] {
  return [
    ...mapsTraits(),
    { text: { en: 'stride is larger than 1', zh: 'stride 大于 1' }, holds: (_, __, stride) => stride > 1 },
    { text: { en: 'padding is not 0', zh: 'padding 不为 0' }, holds: (...args) => args[3] > 0 },
    {
      text: { en: 'the windows overlap', zh: '窗口有重叠' },
      holds: (_, ksize, stride) => stride < ksize,
    },
    {
      text: { en: 'the last row or column fills no window', zh: '最后一行或一列放不满窗口' },
      holds: (x, ksize, stride, padding) =>
        mapsShape(x)
          .slice(2)
          .some((length) => (length + 2 * padding - ksize) % stride > 0),
    },
  ]
}
