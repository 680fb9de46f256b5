import {
  defineGrader,
  drawChannels,
  drawMapsShape,
  f32,
  IS_TIGHT,
  imagesReordered,
  isTight,
  type Maps,
  type MapsShape,
  mapsShape,
  mapsTraits,
  NORMALISING_TOLERANCE,
} from '#kit'
import { groupNorm } from './reference.ts'
import { rules } from './rules.ts'

export const grader = defineGrader({
  reference: groupNorm,
  examples: [[f32([1, 4, 1, 1], [1, 3, 2, 6]), 2, f32([4], [1, 1, 1, 2]), f32([4], [0, 0, 0, 0.5]), 0.1]],
  cases: [
    [
      { en: 'one group, two channels', zh: '1 组，2 个通道' },
      f32([1, 2, 1, 1], [1, 5]),
      1,
      f32([2], 1),
      f32([2], 0),
      1e-5,
    ],
    [
      { en: 'as many groups as channels', zh: '组数等于通道数' },
      f32([1, 2, 1, 2], [1, 3, -4, 6]),
      2,
      f32([2], [1, 2]),
      f32([2], [0, 1]),
      1e-5,
    ],
    [
      { en: 'two samples, two groups', zh: '2 个样本，2 组' },
      f32([2, 4, 1, 1], [1, 3, 5, 5.5, -2, 2, 0, 8]),
      2,
      f32([4], [1, -1, 0.5, 2]),
      f32([4], [0, 1, -1, 0.25]),
      1e-5,
    ],
    [
      { en: 'six channels in two groups', zh: '6 个通道，2 组' },
      f32([1, 6, 1, 2], [0, 1, 2, 4, 3, 1, -8, -6, -7, -5, -7, -8]),
      2,
      f32([6], 1),
      f32([6], 0),
      1e-5,
    ],
    [
      { en: 'all values equal', zh: '所有值相等' },
      f32([1, 2, 2, 1], 3),
      1,
      f32([2], [1, 2]),
      f32([2], [0.5, -1]),
      1e-5,
    ],
    [
      { en: 'a spread of a thousandth of the mean', zh: '离散程度只有均值的千分之一' },
      f32([1, 2, 2, 2], [7.984375, 7.96875, 7.984375, 7.96875, 7.984375, 7.984375, 7.96875, 7.984375]),
      1,
      f32([2], 1),
      f32([2], 0),
      1e-5,
    ],
    [
      { en: '16 channels in 16 groups', zh: '16 个通道，16 组' },
      f32([1, 16, 1, 2], (at) => (at * at) % 7),
      16,
      f32([16], 1),
      f32([16], 0),
      0.01,
    ],
  ],
  random(random) {
    const [samples, , height, width] = drawMapsShape(random)
    const channels = random.pick([2, 3, 4, 4, 6, 8])
    const shape = [samples, channels, height, width] as const
    return [
      drawChannels(random, shape),
      groupsFor(shape, random.int(1, channels)),
      f32([channels], () => random.pick([1, 1 + random.normal() / 4])),
      f32([channels], () => random.pick([0, random.normal() / 2])),
      random.pick([1e-5, 1e-5, 1e-3, 0.1]),
    ]
  },
  settle(_random, x, groups, ...rest) {
    const [samples, channels, height, width] = mapsShape(x)
    if (channels * height * width > 1) return [x, groupsFor(mapsShape(x), groups), ...rest]
    return [f32([samples, 1, 1, 2], (at) => x.data[at >> 1] ?? 0), 1, ...rest]
  },
  valid: (x, groups) => isGrouping(mapsShape(x), groups),
  relations: [imagesReordered(groupNorm)],
  tolerance: NORMALISING_TOLERANCE,
  rules,
  traits: [
    ...mapsTraits(),
    { text: IS_TIGHT, holds: (x, groups) => runsOf(x, groups).some(isTight) },
    { text: { en: 'there is more than one group', zh: '组数大于 1' }, holds: (_, groups) => groups > 1 },
    {
      text: { en: 'a group has several channels', zh: '一组有多个通道' },
      holds: (x, groups) => (x.shape[1] ?? 0) > groups,
    },
  ],
})

/** The most groups, up to those asked for, that divide the channels and leave two values to each. */
function groupsFor(shape: MapsShape, most: number): number {
  let groups = most
  while (!isGrouping(shape, groups)) groups--
  return groups
}

function isGrouping([, channels, height, width]: MapsShape, groups: number): boolean {
  return channels % groups === 0 && (channels / groups) * height * width > 1
}

function runsOf(x: Maps, groups: number): readonly (readonly number[])[] {
  const [samples] = mapsShape(x)
  const size = x.data.length / (samples * groups)
  return Array.from({ length: samples * groups }, (_, at) => [...x.data.slice(at * size, (at + 1) * size)])
}
