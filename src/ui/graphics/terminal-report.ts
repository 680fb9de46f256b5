import type { PixelSize } from './bitmap.ts'

/** What a terminal says of itself when it is asked. */
export type TerminalReport =
  | { readonly kind: 'cell'; readonly size: PixelSize }
  /** Of all cells, or the largest image where that is smaller. */
  | { readonly kind: 'area'; readonly size: PixelSize }
  | { readonly kind: 'device'; readonly speaksSixel: boolean }

/** xterm tells the one only where it is configured to, others have never heard of the other. */
export const ASK_SIZES = '\x1b[?2;1;0S\x1b[16t'
export const ASK_DEVICE = '\x1b[c'
/** For all the greys: xterm starts with the 16 colours of a VT340. */
export const WANT_COLOURS = '\x1b[?1;3;256S'

export interface Heard {
  readonly reports: readonly TerminalReport[]
  /** All else. */
  readonly keys: string
}

const REPORT =
  /\x1b\[(?:6;(?<cell>[\d;]{1,60})t|\?2;0;(?<area>[\d;]{1,60})S|\?(?<device>[\d;]{1,60})c|\?[\d;]{1,60}S)/g
/** No key begins so. */
const UNFINISHED = /\x1b\[(?:6;|\?)[\d;]{0,60}$/

/** Takes the reports out of the keys, also one that comes in pieces. */
export function createReportReader(): (input: string) => Heard {
  let begun = ''
  return (input) => {
    const text = begun + input
    begun = UNFINISHED.exec(text)?.[0] ?? ''
    const whole = text.slice(0, text.length - begun.length)
    return {
      reports: Array.from(whole.matchAll(REPORT)).flatMap(({ groups = {} }) => reportOf(groups) ?? []),
      keys: whole.replaceAll(REPORT, ''),
    }
  }
}

function reportOf({
  cell,
  area,
  device,
}: {
  readonly [name: string]: string | undefined
}): TerminalReport | undefined {
  if (cell !== undefined) {
    const [height = 0, width = 0] = numbersIn(cell)
    return { kind: 'cell', size: { width, height } }
  }
  if (area !== undefined) {
    const [width = 0, height = 0] = numbersIn(area)
    return { kind: 'area', size: { width, height } }
  }
  return device === undefined
    ? undefined
    : { kind: 'device', speaksSixel: numbersIn(device).slice(1).includes(4) }
}

function numbersIn(text: string): readonly number[] {
  return text.split(';').map(Number)
}
