import type { Text } from '../../../core/locale.ts'
import type { RuleTable } from '../../rules.ts'

/** How a window moves along one side of a map. */
export interface Stepping {
  readonly ksize: number
  readonly stride: number
  readonly padding: number
  /** How far apart the values are that it reads; 1 if not given. */
  readonly dilation?: number
}

/** What one may choose in whatever is done window by window; without any choice it is as PyTorch has it. */
export interface WindowStepChoices {
  /** How many windows there are. */
  readonly count?: (length: number, stepping: Stepping) => number
  readonly stride?: (stepping: Stepping) => number
  readonly padding?: (asked: number) => number
  readonly dilation?: (asked: number) => number
  /** Where the window begins that is the `at`-th. */
  readonly begin?: (at: number, stepping: Stepping) => number
}

/** Of each window the places that it reads along one side; those of the padding lie outside of the map. */
export type Windows = readonly (readonly number[])[]

export function windowsAlong(
  length: number,
  asked: Stepping,
  { count = windowCount, begin = beginOf, ...choices }: WindowStepChoices = {},
): Windows {
  const { dilation: apart = 1 } = asked
  const padding = choices.padding?.(asked.padding) ?? asked.padding
  const dilation = choices.dilation?.(apart) ?? apart
  const stepping = { ...asked, padding, dilation, stride: choices.stride?.(asked) ?? asked.stride }
  return Array.from({ length: Math.max(0, count(length, stepping)) }, (_, at) => {
    const first = begin(at, stepping)
    return Array.from({ length: asked.ksize }, (_, step) => first + step * dilation)
  })
}

export function windowCount(length: number, stepping: Stepping): number {
  return Math.floor(stepsIn(length, stepping)) + 1
}

function stepsIn(length: number, stepping: Stepping): number {
  return (length + 2 * stepping.padding - spanOf(stepping)) / stepping.stride
}

/** From the first value that a window reads to the last. */
export function spanOf({ ksize, dilation = 1 }: Stepping): number {
  return dilation * (ksize - 1) + 1
}

function beginOf(at: number, { stride, padding }: Stepping): number {
  return at * stride - padding
}

/** @param name what is done to the windows, as `a pooling` */
export function windowStepRules(
  name: Text,
  cards: readonly string[],
): Required<RuleTable<Omit<WindowStepChoices, 'dilation'>>> {
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
        'whose output lacks the last row and column: besides one window for each whole stride there is the first one',
        '输出少了最后一行和最后一列（每满一个 stride 有一个窗口，此外还有最前面的那个）',
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
      'padding-added': rule(
        'whose windows begin at i * stride + padding: padding is taken off, for the first window begins before the first pixel',
        '窗口从 i * stride + padding 开始（应减去 padding：第一个窗口从首个像素之前开始）',
        (at: number, { stride, padding }: Stepping) => at * stride + padding,
      ),
      'padding-behind': rule(
        'whose padding is all below and to the right: the first window begins at the first pixel instead of padding pixels before it',
        '填充全在下边和右边（第一个窗口应从首个像素之前 padding 处开始，而不是从首个像素开始）',
        (at: number, { stride }: Stepping) => at * stride,
      ),
    },
  }
}
