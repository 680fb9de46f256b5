import type { Text } from '../../../core/locale.ts'
import type { RuleTable } from '../../rules.ts'

/** How a window moves along one side of a map. */
export interface Stepping {
  readonly ksize: number
  readonly stride: number
  readonly padding: number
}

/** What one may choose in whatever is done window by window; without any choice it is as PyTorch has it. */
export interface WindowStepChoices {
  /** How many windows there are. */
  readonly count?: (length: number, stepping: Stepping) => number
  readonly stride?: (stepping: Stepping) => number
  readonly padding?: (asked: number) => number
  /** Where the window begins that is the `at`-th. */
  readonly begin?: (at: number, stepping: Stepping) => number
}

/** Of each window the places that it reads along one side; those of the padding lie outside of the map. */
export function windowsAlong(
  length: number,
  asked: Stepping,
  { count = windowCount, begin = beginOf, ...choices }: WindowStepChoices = {},
): readonly (readonly number[])[] {
  const padding = choices.padding?.(asked.padding) ?? asked.padding
  const stepping = { ...asked, padding, stride: choices.stride?.(asked) ?? asked.stride }
  return Array.from({ length: Math.max(0, count(length, stepping)) }, (_, at) => {
    const first = begin(at, stepping)
    return Array.from({ length: asked.ksize }, (_, step) => first + step)
  })
}

export function windowCount(length: number, stepping: Stepping): number {
  return Math.floor(stepsIn(length, stepping)) + 1
}

function stepsIn(length: number, { ksize, stride, padding }: Stepping): number {
  return (length + 2 * padding - ksize) / stride
}

function beginOf(at: number, { stride, padding }: Stepping): number {
  return at * stride - padding
}

/** @param name what is done to the windows, as `a pooling` */
export function windowStepRules(
  name: Text,
  cards: readonly string[],
): Required<RuleTable<WindowStepChoices>> {
  const rule = <C>(en: string, zh: string, choice: C) => ({
    en: `${name.en} ${en}`,
    zh: `${zh}的${name.zh}`,
    cards,
    choice,
  })
  return {
    count: {
      'size-rounded-up': rule(
        'whose output size is rounded up, as with ceil_mode; here what does not fill a window is left out',
        '输出尺寸向上取整（相当于 ceil_mode）、而这里应当舍弃放不满窗口的部分',
        (length: number, stepping: Stepping) => Math.ceil(stepsIn(length, stepping)) + 1,
      ),
      'size-one-short': rule(
        'whose output lacks the last row and column: the size is (length + 2 padding - ksize) / stride, rounded down, plus 1',
        '输出少了最后一行和最后一列（尺寸应为 (长度 + 2 padding - ksize) / stride 向下取整后再加 1）',
        (length: number, stepping: Stepping) => windowCount(length, stepping) - 1,
      ),
      // Where not one window fits, C++ and Python divide otherwise.
      'size-truncated': {
        choice: (length: number, stepping: Stepping) => Math.trunc(stepsIn(length, stepping)) + 1,
      },
    },
    stride: {
      'stride-ignored': rule(
        'that is made at every pixel: stride is not used at all',
        '每个像素都取一个窗口、完全没有用到 stride ',
        () => 1,
      ),
    },
    padding: {
      'padding-ignored': rule('without any padding', '完全没有填充', () => 0),
    },
    begin: {
      'windows-one-apart': rule(
        'of the right size whose windows are one pixel apart: window i begins at i * stride - padding',
        '输出尺寸正确、但相邻窗口只隔一个像素（第 i 个窗口应从 i * stride - padding 开始）',
        (at: number, { padding }: Stepping) => at - padding,
      ),
      'padding-behind': rule(
        'whose padding is all below and to the right: the first window begins at the first pixel instead of padding pixels before it',
        '填充全在下边和右边（第一个窗口应从首个像素之前 padding 处开始，而不是从首个像素开始）',
        (at: number, { stride }: Stepping) => at * stride,
      ),
    },
  }
}
