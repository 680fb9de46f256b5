import {
  channelAt,
  defineGrader,
  drawChannels,
  drawMapsShape,
  f32,
  IS_TIGHT,
  isTight,
  type Maps,
  type MapsShape,
  mapsShape,
  mapsTraits,
  NORMALISING_TOLERANCE,
  type Text,
} from '#kit'
import { batchNorm } from './reference.ts'
import { rules } from './rules.ts'

type GraderCase = readonly [name: Text, ...args: Parameters<typeof batchNorm>]

const USUAL = [0.1, 1e-5] as const

/** In training a channel with one value has no unbiased variance. */
const isEnough = ([images, , height, width]: MapsShape) => images * height * width >= 2

export const grader = defineGrader({
  reference: batchNorm,
  examples: [
    [f32([2, 1, 1, 2], [1, 3, 5, 7]), f32([1], 2), f32([1], 1), f32([1], 0), f32([1], 1), true, ...USUAL],
  ],
  cases: [
    [
      { en: 'the same in inference', zh: '同样的输入，推理模式' },
      f32([2, 1, 1, 2], [1, 3, 5, 7]),
      f32([1], 2),
      f32([1], 1),
      f32([1], 3),
      f32([1], 4),
      false,
      ...USUAL,
    ],
    [
      { en: 'two channels of one pixel', zh: '2 个通道，各 1 个像素' },
      f32([3, 2, 1, 1], [0, 1, 3, 5, 6, 3]),
      f32([2], 1),
      f32([2], 0),
      f32([2], 0),
      f32([2], 1),
      true,
      ...USUAL,
    ],
    [
      { en: 'all values equal', zh: '所有值相等' },
      f32([2, 1, 2, 1], 3),
      f32([1], 1),
      f32([1], 0.5),
      f32([1], 0),
      f32([1], 1),
      true,
      ...USUAL,
    ],
    [
      { en: 'a spread of a thousandth of the mean', zh: '离散程度只有均值的千分之一' },
      f32([2, 1, 2, 2], [7.984375, 7.96875, 7.984375, 7.96875, 7.984375, 7.984375, 7.96875, 7.984375]),
      f32([1], 1),
      f32([1], 0),
      f32([1], 0),
      f32([1], 1),
      true,
      ...USUAL,
    ],
    // Neither count is a power of two, by which sums would be divided without rounding.
    ...[3, 7].map(
      (count): GraderCase => [
        { en: `${count} values near 8, 1/64 apart`, zh: `${count} 个接近 8、相差 1/64 的值` },
        f32([count, 1, 1, 1], (at) => 8 - (3 - (at % 2)) / 64),
        f32([1], 1),
        f32([1], 0),
        f32([1], 0),
        f32([1], 1),
        true,
        ...USUAL,
      ],
    ),
    [
      { en: 'large eps', zh: '较大的 eps' },
      f32([2, 1, 1, 2], [0, 0.25, 0.5, 0.25]),
      f32([1], 1),
      f32([1], 0),
      f32([1], 1),
      f32([1], 2),
      true,
      0.5,
      0.1,
    ],
    [
      { en: 'a single value in inference', zh: '推理模式，只有一个值' },
      f32([1, 1, 1, 1], 2),
      f32([1], 2),
      f32([1], -1),
      f32([1], 1),
      f32([1], 0.25),
      false,
      ...USUAL,
    ],
  ],
  random: (random) => {
    const shape = drawMapsShape(random)
    const [channels] = shape.slice(1) as [number]
    const each = (value: () => number) => f32([channels], value)
    return [
      drawChannels(random, shape),
      each(() => random.pick([1, 1 + random.normal() / 4])),
      each(() => random.pick([0, random.normal() / 2])),
      each(() => random.normal()),
      each(() => 0.25 + 2 * random.real()),
      isEnough(shape) && random.pick([true, true, false]),
      random.pick([0.1, 0.1, 0.01, 0.3, 0.9]),
      random.pick([1e-5, 1e-5, 1e-3, 0.1]),
    ]
  },
  settle: (_random, x, gamma, beta, mean, variance, training, momentum, eps) => [
    x,
    gamma,
    beta,
    mean,
    variance,
    training && isEnough(mapsShape(x)),
    momentum,
    eps,
  ],
  valid: (x, ...rest) => !rest[4] || isEnough(mapsShape(x)),
  tolerance: NORMALISING_TOLERANCE,
  rules,
  traits: [
    ...mapsTraits(),
    { text: IS_TIGHT, holds: (x, gamma) => Array.from(gamma.data, (_, c) => channelOf(x, c)).some(isTight) },
    { text: { en: 'training is true', zh: 'training 为真' }, holds: (...args) => args[5] },
    { text: { en: 'training is false', zh: 'training 为假' }, holds: (...args) => !args[5] },
  ],
})

function channelOf(x: Maps, c: number): readonly number[] {
  const of = channelAt(x)
  return Array.from(x.data).filter((_, at) => of(at) === c)
}
