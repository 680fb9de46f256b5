import { defineRules } from '#kit'
import type { otsuThreshold } from './reference.ts'
import { betweenClasses, mean, type Split, splitsOf } from './splits.ts'

/** The mistakes people make in Otsu's threshold. */
export const rules = defineRules(thresholdWith, {
  score: {
    'shares-left-out': {
      ...criterion(
        '(μ0 - μ1)²: the shares of the classes are missing',
        '选阈值的准则是 (μ0 - μ1)²，漏了两类的占比',
      ),
      choice: ({ dark, bright }) => (mean(dark) - mean(bright)) ** 2,
    },
    'difference-not-squared': {
      ...criterion(
        'ω0 ω1 |μ0 - μ1|: the difference is not squared',
        '选阈值的准则是 ω0 ω1 |μ0 - μ1|，差没有平方',
      ),
      // A whole number but for its rounding, and often the same for two splits.
      choice: ({ dark, bright }) =>
        Math.round(dark.length * bright.length * Math.abs(mean(dark) - mean(bright))),
    },
    'means-truncated': {
      ...criterion(
        'ω0 ω1 (μ0 - μ1)² with whole means: whole numbers were divided, and the fraction is lost',
        '选阈值的准则是 ω0 ω1 (μ0 - μ1)²，但均值由整数相除得到，丢了小数部分',
      ),
      choice: ({ dark, bright }) =>
        dark.length * bright.length * (Math.floor(mean(dark)) - Math.floor(mean(bright))) ** 2,
    },
    'within-unweighted': {
      ...criterion(
        'the sum of the two variances, made smallest without the shares of the classes',
        '选阈值的准则是两类方差之和（求最小），没有乘以各类的占比',
      ),
      choice: ({ dark, bright }) => -variance(dark) - variance(bright),
    },
    'sums-for-means': {
      ...criterion(
        'ω0 ω1 (s0 - s1)² with sums s of level times share that are not divided by the shares',
        '选阈值的准则是 ω0 ω1 (s0 - s1)²，其中 s 是灰度乘以占比的累加和，没有再除以该类的占比',
      ),
      choice: ({ dark, bright }) =>
        dark.length * bright.length * (dark.length * mean(dark) - bright.length * mean(bright)) ** 2,
    },
  },
  ties: {
    'last-of-ties': {
      en: 'the last of the thresholds that split alike, as >= keeps it; the first is asked for',
      zh: '划分相同的阈值中的最后一个（用 >= 比较就会如此）；要求的是第一个',
      cards: ['thresholding/otsu-two-levels'],
      choice: (_, next) => next - 1,
    },
    'middle-of-ties': {
      en: 'the middle of the thresholds that split alike; the first is asked for',
      zh: '划分相同的阈值的正中间；要求的是第一个',
      cards: ['thresholding/otsu-two-levels'],
      choice: (first, next) => Math.floor((first + next - 1) / 2),
    },
    'first-of-bright': {
      en: 'the smallest value of the bright class; the threshold is the largest of the dark one',
      zh: '亮类中的最小值；阈值应是暗类中的最大值',
      cards: ['thresholding/otsu-two-levels'],
      choice: (_, next) => next,
    },
    'one-above': {
      en: 'the level behind the threshold: the dark class holds what is at most the threshold, not what is below it',
      zh: '比阈值大一级的灰度：暗类包含等于阈值的像素，而不只是小于阈值的',
      cards: ['thresholding/otsu-two-levels'],
      choice: (first) => first + 1,
    },
    'one-below': {
      en: 'the level before the threshold: the threshold is the largest value of the dark class',
      zh: '比阈值小一级的灰度：阈值应是暗类中的最大值',
      cards: ['thresholding/otsu-two-levels'],
      choice: (first) => first - 1,
    },
    'one-below-but-not-negative': {
      en: 'the level before the threshold, and 0 where there is none: the threshold is the largest value of the dark class',
      zh: '比阈值小一级的灰度（没有更小的就取 0）：阈值应是暗类中的最大值',
      cards: ['thresholding/otsu-two-levels'],
      choice: (first) => Math.max(0, first - 1),
    },
  },
  whole: {
    'mean-of-image': {
      en: 'the mean of the image, rounded down',
      zh: '整幅图的均值（向下取整）',
      cards: ['thresholding/otsu-criterion'],
      choice: (greys) => Math.floor(mean(greys)),
    },
    'middle-of-range': {
      en: 'the middle between the smallest and the largest value, rounded down',
      zh: '最小值与最大值的正中间（向下取整）',
      cards: ['thresholding/otsu-criterion'],
      choice: (greys) => Math.floor((Math.min(...greys) + Math.max(...greys)) / 2),
    },
  },
  levels: {
    'white-not-counted': {
      en: 'a histogram of 255 levels, 0 to 254: white pixels are not counted',
      zh: '只有 0 到 254 共 255 级的直方图：漏数了白色像素',
      cards: ['thresholding/otsu-steps'],
      choice: (greys) => greys.filter((grey) => grey < 255),
    },
    'black-not-counted': {
      en: 'a histogram without level 0: black pixels are not counted',
      zh: '没有第 0 级的直方图：漏数了黑色像素',
      cards: ['thresholding/otsu-steps'],
      choice: (greys) => greys.filter((grey) => grey > 0),
    },
  },
  bins: {
    'bins-of-own-range': {
      en: 'the number of a bin, not a grey level: 256 bins from the smallest to the largest value, as np.histogram makes them without a range',
      zh: '直方图的格子编号而不是灰度级：np.histogram 不给 range 时，256 个格子从最小值排到最大值',
      cards: ['thresholding/otsu-steps'],
      choice: binned,
    },
  },
  constant: {
    'constant-is-its-level': {
      en: 'the threshold, but for a constant image its own level instead of 0',
      zh: '正确的阈值，只是常数图像返回了它自己的灰度而不是 0',
      cards: ['thresholding/otsu-two-levels'],
      nuisance: true,
      choice: (level) => level,
    },
    'constant-is-white': {
      en: 'the threshold, but 255 instead of 0 for a constant image',
      zh: '正确的阈值，只是常数图像返回了 255 而不是 0',
      cards: ['thresholding/otsu-two-levels'],
      nuisance: true,
      choice: () => 255,
    },
    'constant-is-minus-one': {
      en: 'the threshold, but -1 instead of 0 for a constant image',
      zh: '正确的阈值，只是常数图像返回了 -1 而不是 0',
      cards: ['thresholding/otsu-two-levels'],
      nuisance: true,
      choice: () => -1,
    },
  },
})

function criterion(en: string, zh: string) {
  return {
    en: `the threshold that is best by ${en}`,
    zh,
    cards: ['thresholding/otsu-criterion', 'thresholding/otsu-equivalence'],
  }
}

interface Choices {
  readonly score?: (split: Split) => number
  /** @param next the smallest value of the bright class */
  readonly ties?: (first: number, next: number) => number
  /** Made of all pixels at once. */
  readonly whole?: (greys: readonly number[]) => number
  readonly levels?: (greys: readonly number[]) => readonly number[]
  readonly bins?: (greys: readonly number[]) => readonly number[]
  readonly constant?: (level: number) => number
}

function thresholdWith({
  score = betweenClasses,
  ties = (first) => first,
  ...choices
}: Choices): typeof otsuThreshold {
  return ({ data }) => {
    const counted = choices.levels?.([...data]) ?? [...data]
    const greys = choices.bins?.(counted) ?? counted
    if (choices.whole) return choices.whole(greys)
    const splits = splitsOf(greys)
    const [first] = splits
    if (!first) return choices.constant?.(greys[0] ?? 0) ?? 0
    const scores = splits.map(score)
    const best = splits[scores.indexOf(Math.max(...scores))] ?? first
    return ties(best.threshold, Math.min(...best.bright))
  }
}

function variance(greys: readonly number[]): number {
  return mean(greys.map((grey) => (grey - mean(greys)) ** 2))
}

function binned(greys: readonly number[]): readonly number[] {
  const [low, high] = [Math.min(...greys), Math.max(...greys)]
  if (low === high) return greys.map(() => 128)
  return greys.map((grey) => Math.min(255, Math.floor(((grey - low) / (high - low)) * 256)))
}
