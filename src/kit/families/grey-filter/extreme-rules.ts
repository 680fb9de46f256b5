import type { Text } from '../../../core/locale.ts'
import { defineRules, type Rules, type RuleTable } from '../../rules.ts'
import { replicate } from './borders.ts'
import { type Element, type GreyFilter, span, type WindowChoices, windowFilter } from './window-filter.ts'
import { isWindowInside, windowRules } from './window-rules.ts'

interface Extreme {
  readonly name: Text
  readonly of: (values: readonly number[]) => number
}

/** What a filter keeps of each window. */
const EXTREMES = {
  largest: {
    name: { en: 'maximum', zh: '最大值' },
    of: (values) => values.reduce((a, b) => Math.max(a, b), 0),
  },
  smallest: {
    name: { en: 'minimum', zh: '最小值' },
    of: (values) => values.reduce((a, b) => Math.min(a, b), 255),
  },
} satisfies Record<string, Extreme>

interface ExtremeChoices extends WindowChoices {
  readonly kept?: Extreme['of']
  /**
   * The pixels as they were where the window does not fit: where zeros stand there, they may as well be a
   * minimum's padding.
   */
  readonly frame?: 'copied'
}

/**
 * The mistakes people make in a max or a min filter; the notes' own (window anchored at the corner, shrinking
 * window) among them.
 */
export function extremeRules(
  wanted: keyof typeof EXTREMES,
): Rules<Parameters<GreyFilter>, ReturnType<GreyFilter>> {
  const { name, of } = EXTREMES[wanted]
  const { window, visited, ...shared } = windowRules({
    name,
    border: 'border-replicate',
    // A mirror or a copy of the border holds nothing that the window lacks, and zeros are never the largest.
    wrongBorders: wanted === 'largest' ? ['border-wrap'] : ['border-wrap', 'zero-padding'],
    cards: {
      border: ['max-min-filter/replicate-neutral'],
      anchor: ['max-min-filter/corner-anchored-shift', 'mean-filter/padded-slice'],
      width: ['mean-filter/padded-slice'],
      frame: ['mean-filter/zero-border', 'max-min-filter/replicate-neutral'],
      'zero-padding': ['max-min-filter/zero-padding', 'max-min-filter/replicate-neutral'],
    },
  })
  const { 'border-unfiltered': unfiltered, ...visitedAlone } = visited
  const make = ({ kept = of, frame, ...choices }: ExtremeChoices) =>
    windowFilter(
      { border: replicate, finish: kept },
      frame ? { ...choices, visited: isWindowInside, unvisited: frame } : choices,
    )
  return defineRules(make, {
    ...shared,
    ...(wanted === 'largest'
      ? { visited }
      : {
          visited: visitedAlone,
          frame: { 'border-unfiltered': { ...unfiltered, choice: 'copied' as const } },
        }),
    window: { ...window, ...windowsOffByOne() },
    element: elementRule(name),
    kept: keptRule(wanted),
  })
}

/** As a deque has them that lets go of its oldest value one step too late or too early. */
function windowsOffByOne(): Required<RuleTable<WindowChoices>>['window'] {
  const cards = ['max-min-filter/deque', 'mean-filter/padded-slice']
  return {
    'window-one-long': {
      en: 'a filter whose window is ksize + 1 long, one more before the pixel: the oldest value leaves one step too late',
      zh: '窗口长 ksize + 1、在像素之前多了一个值的滤波：最旧的值晚了一步才离开',
      cards,
      choice: (ksize) => span((1 - ksize) / 2 - 1, ksize + 1),
    },
    'window-one-long-behind': {
      en: 'a filter whose window is ksize + 1 long, one more behind the pixel: it ends one row and one column too late',
      zh: '窗口长 ksize + 1、在像素之后多了一个值的滤波：窗口晚了一行一列才结束',
      cards,
      choice: (ksize) => span((1 - ksize) / 2, ksize + 1),
    },
    'window-first-left': {
      en: 'a filter whose window lacks its first row and column: the oldest value leaves one step too early',
      zh: '窗口少了第一行和第一列的滤波：最旧的值早了一步就离开',
      cards,
      choice: (ksize) => span(Math.min(0, (1 - ksize) / 2 + 1), Math.max(1, ksize - 1)),
    },
  }
}

function elementRule({ en, zh }: Text): Required<RuleTable<WindowChoices>>['element'] {
  const only = (enOnly: string, zhOnly: string, choice: Element) => ({
    en: `the ${en} of ${enOnly}; the window is a square of ksize x ksize`,
    zh: `${zhOnly}的${zh}；窗口是 ksize x ksize 的正方形`,
    cards: ['max-min-filter/separable'],
    choice,
  })
  return {
    'row-only': only("the window's own row alone", '只取窗口中本行', (row) => row === 0),
    'column-only': only("the window's own column alone", '只取窗口中本列', (_, column) => column === 0),
    'cross-only': only(
      "a cross, the pixel's row and column",
      '只取十字形（像素所在的行和列）',
      (row, column) => row === 0 || column === 0,
    ),
  }
}

function keptRule(wanted: keyof typeof EXTREMES): Required<RuleTable<ExtremeChoices>>['kept'] {
  const { name, of } = EXTREMES[wanted]
  const other = wanted === 'largest' ? EXTREMES.smallest : EXTREMES.largest
  const cards = ['max-min-filter/dilation-erosion']
  return {
    [wanted === 'largest' ? 'smallest-instead' : 'largest-instead']: {
      en: `the ${other.name.en} of the window, not its ${name.en}`,
      zh: `窗口的${other.name.zh}，而不是${name.zh}`,
      cards,
      choice: other.of,
    },
    'median-instead': {
      en: `a median filter: the middle of the sorted window, not its ${name.en}`,
      zh: `中值滤波：取的是窗口排序后正中间的值，而不是${name.zh}`,
      cards: ['max-min-filter/separable'],
      choice: (values) => Uint8Array.from(values).sort()[values.length >> 1] ?? 0,
    },
    'compared-as-text': {
      en: `the ${name.en} of the window as text ("100" before "20"): sort() of a plain JavaScript array compares strings unless it is given a comparison`,
      zh: `把窗口按字符串比较得到的${name.zh}（"100" 排在 "20" 前面）：JavaScript 普通数组的 sort() 不给比较函数时按字符串比较`,
      cards,
      choice: (values) => [...values].sort().at(wanted === 'largest' ? -1 : 0) ?? 0,
    },
    ...(wanted === 'smallest' && {
      'search-begun-at-zero': {
        en: 'a search for the minimum that begins at 0: nothing is smaller, so every pixel is 0',
        zh: '从 0 开始找最小值：没有比 0 更小的值，结果全为 0',
        cards: ['max-min-filter/opencv-border-value'],
        choice: (values) => Math.min(0, of(values)),
      },
    }),
  }
}
