import {
  type AffineChoices,
  affineRules,
  channelAt,
  defineRules,
  f32,
  type MapsShape,
  mapsShape,
  meanOf,
  normalised,
  normalisingRules,
  varianceOf,
} from '#kit'
import type { groupNorm } from './reference.ts'

/** The mistakes people make in group normalisation; whose values share a mean comes first. */
export const rules = defineRules(groupNormWith, {
  ...normalisingRules(['batch-norm/formula'], 'C / groups * H * W'),
  ...affineRules(['batch-norm/formula', 'normalisation/affine-shape']),
  over: {
    'layer-norm': {
      en: 'a normalisation over all channels of a sample at once, as with one group',
      zh: '对一个样本的所有通道一起做归一化（相当于只有 1 组）',
      cards: ['normalisation/group-extremes', 'normalisation/axes'],
      choice: ({ sample }) => `${sample}`,
    },
    'instance-norm': {
      en: 'a normalisation of each channel by itself, as with a group for each',
      zh: '每个通道单独归一化（相当于每个通道一组）',
      cards: ['normalisation/group-extremes', 'normalisation/axes'],
      choice: ({ sample, channel }) => `${sample} ${channel}`,
    },
    'batch-norm': {
      en: 'a normalisation of each channel over the whole batch, which is batch normalisation',
      zh: '每个通道在整个批次上归一化，即批归一化',
      cards: ['normalisation/axes', 'batch-norm/across-samples'],
      choice: ({ channel }) => `${channel}`,
    },
    'groups-across-samples': {
      en: 'a normalisation of each group over the whole batch; each sample has its own mean',
      zh: '每一组在整个批次上归一化；每个样本应有自己的均值',
      cards: ['normalisation/group-count', 'batch-norm/across-samples'],
      choice: ({ channel, shape: [, channels], groups }) => `${Math.floor((channel * groups) / channels)}`,
    },
    'groups-interleaved': {
      en: 'groups of every so-many-th channel (its number mod groups); a group has neighbouring channels',
      zh: '按通道号 mod groups 间隔取通道分组；一组应是相邻的通道',
      cards: ['normalisation/group-count'],
      choice: ({ sample, channel, groups }) => `${sample} ${channel % groups}`,
    },
    'groups-of-that-size': {
      en: 'groups of so many channels each; `groups` is how many groups there are',
      zh: '把 groups 当成了每组的通道数；它是组的个数',
      cards: ['normalisation/group-count'],
      choice: ({ sample, channel, groups }) => `${sample} ${Math.floor(channel / groups)}`,
    },
    'each-pixel-by-itself': {
      en: 'a normalisation of each pixel of a group by itself, over its channels alone; a mean is over H and W too',
      zh: '组内每个像素单独沿通道归一化；均值也应沿 H、W 求',
      cards: ['normalisation/axes', 'normalisation/group-count'],
      choice: ({ sample, channel, pixel, shape: [, channels], groups }) =>
        `${sample} ${Math.floor((channel * groups) / channels)} ${pixel}`,
    },
  },
  owner: {
    'gamma-by-group': {
      en: 'a gamma and a beta that are taken by the number of the group; each channel has its own',
      zh: '按组号取 gamma 和 beta；每个通道应各用自己的',
      cards: ['normalisation/affine-shape'],
      choice: (channel, channels, groups) => Math.floor((channel * groups) / channels),
    },
    'gamma-by-place-in-the-group': {
      en: 'a gamma and a beta that are taken by a channel’s place in its group, so that all groups have the first ones',
      zh: '按通道在组内的位置取 gamma 和 beta，于是各组用的都是最前面几个',
      cards: ['normalisation/affine-shape'],
      choice: (channel, channels, groups) => channel % (channels / groups),
    },
  },
})

interface Choices extends AffineChoices {
  /** Names the values that share a mean and a variance with the one at a place. */
  readonly over?: (at: Place) => string
  /** Whose gamma and beta a channel has. */
  readonly owner?: (channel: number, channels: number, groups: number) => number
}

interface Place {
  readonly sample: number
  readonly channel: number
  readonly pixel: number
  readonly shape: MapsShape
  readonly groups: number
}

function groupNormWith(choices: Choices): typeof groupNorm {
  const { over = groupOf, owner = (channel) => channel } = choices
  return (x, groups, gamma, beta, eps) => {
    const shape = mapsShape(x)
    const [, channels, height, width] = shape
    const plane = height * width
    const channelOf = channelAt(x)
    const names = Array.from(x.data, (_, at) =>
      over({
        sample: Math.floor(at / (channels * plane)),
        channel: channelOf(at),
        pixel: at % plane,
        shape,
        groups,
      }),
    )
    const sharing = Map.groupBy(x.data.keys(), (at) => names[at] ?? '')
    const moments = new Map(
      [...sharing].map(([name, places]) => {
        const values = places.map((at) => x.data[at] ?? 0)
        return [name, { mean: meanOf(values), variance: varianceOf(values, choices) }]
      }),
    )
    return f32(x.shape, (at) => {
      const its = owner(channelOf(at), channels, groups)
      const of = moments.get(names[at] ?? '') ?? { mean: 0, variance: 0 }
      return normalised(x.data[at] ?? 0, of, [gamma.data[its], beta.data[its]], eps, choices)
    })
  }
}

function groupOf({ sample, channel, shape: [, channels], groups }: Place): string {
  return `${sample} ${Math.floor((channel * groups) / channels)}`
}
