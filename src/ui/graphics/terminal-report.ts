import type { PixelSize } from './bitmap.ts'

/** What a terminal says of itself when it is asked. */
export type Report =
  | { readonly kind: 'cell'; readonly size: PixelSize }
  /** Of all cells, or the largest picture where that is smaller. */
  | { readonly kind: 'area'; readonly size: PixelSize }
  | { readonly kind: 'device'; readonly speaksSixel: boolean }

/** xterm tells the one only where it is configured to, others have never heard of the other. */
export const ASK_SIZES = '\x1b[?2;1;0S\x1b[16t'
export const ASK_DEVICE = '\x1b[c'
/** For all the greys: xterm starts with the 16 colours of a VT340. */
export const WANT_COLOURS = '\x1b[?1;3;256S'

const REPORT =
  /\x1b\[(?:6;(?<cell>\d{1,5};\d{1,5})t|\?2;0;(?<area>\d{1,5};\d{1,5})S|\?(?<device>[\d;]{1,60})c)/g
const UNFINISHED = /\x1b(?:\[[?\d;]{0,60})?$/

/** Finds the reports among the keys. One may come in pieces. */
export function createReportReader(): (input: string) => readonly Report[] {
  let begun = ''
  return (input) => {
    const text = begun + input
    begun = UNFINISHED.exec(text)?.[0] ?? ''
    return Array.from(text.matchAll(REPORT), ({ groups = {} }) => reportOf(groups))
  }
}

function reportOf({ cell, area, device = '' }: { readonly [name: string]: string | undefined }): Report {
  if (area !== undefined) {
    const [width = 0, height = 0] = area.split(';').map(Number)
    return { kind: 'area', size: { width, height } }
  }
  if (cell !== undefined) {
    const [height = 0, width = 0] = cell.split(';').map(Number)
    return { kind: 'cell', size: { width, height } }
  }
  return { kind: 'device', speaksSixel: device.split(';').slice(1).includes('4') }
}
