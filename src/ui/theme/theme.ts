import { channelsOf, type Pixels } from './pixels.ts'

/** What a stretch of text means. Only this file says how a meaning looks. */
export type Tone = keyof typeof THEME

/** The subset of ink's text properties that a tone may use. */
export interface ToneStyle {
  readonly color?: keyof typeof FOREGROUND
  readonly bold?: true
  readonly dimColor?: true
  readonly italic?: true
}

/** SGR codes of the colours that can be read on dark and on light: no yellow, no blue, no white, no black. */
const FOREGROUND = { red: 31, green: 32, magenta: 35, cyan: 36 } as const

const THEME = {
  title: { bold: true, color: 'cyan' },
  heading: { bold: true },
  hint: { dimColor: true },
  key: { bold: true },
  chosen: { bold: true, color: 'cyan' },
  good: { color: 'green' },
  bad: { color: 'red' },
  warning: { color: 'magenta' },
  code: { color: 'cyan' },
  strong: { bold: true },
  emphasis: { italic: true },
  hidden: { bold: true, color: 'magenta' },
  verdictGood: { bold: true, color: 'green' },
  verdictBad: { bold: true, color: 'red' },
} as const satisfies { readonly [tone: string]: ToneStyle }

/** @param colour false with NO_COLOR: what is bold or dim stays so */
export function styleOf(tone: Tone | undefined, colour: boolean): ToneStyle {
  if (tone === undefined) return {}
  const style: ToneStyle = THEME[tone]
  if (colour) return style
  const { color: _, ...rest } = style
  return rest
}

/** The text between the escape sequences of its tone. */
export function paint(text: string, tone: Tone | undefined, colour: boolean): string {
  const { color, bold, dimColor, italic } = styleOf(tone, colour)
  const codes = [bold && 1, dimColor && 2, italic && 3, color && FOREGROUND[color]].filter(Boolean)
  return codes.length === 0 ? text : `\x1b[${codes.join(';')}m${text}\x1b[0m`
}

/** How many colours images may use: 24 bits, the 256 of xterm, or none, and then characters stand for them. */
export type Colours = 'full' | 'indexed' | 'none'

export function coloursOf(env: { readonly [name: string]: string | undefined }): Colours {
  if (env['NO_COLOR'] || env['TERM'] === 'dumb') return 'none'
  return /^(?:truecolor|24bit)$/i.test(env['COLORTERM'] ?? '') ? 'full' : 'indexed'
}

/** What a terminal can show, or the learner wants to see. */
export interface Look {
  readonly colours: Colours
  /** Needs colours, else it is text as well. */
  readonly graphics: 'blocks' | 'text'
}

/** A run as the terminal gets it. */
export function paintRun({ text, tone, pixels }: Painted, { colours, graphics }: Look): string {
  return pixels === undefined || colours === 'none' || graphics === 'text'
    ? paint(text, tone, colours !== 'none')
    : paintPixels(pixels, text.length, colours)
}

interface Painted {
  readonly text: string
  readonly tone?: Tone | undefined
  readonly pixels?: Pixels | undefined
}

/** Half blocks: the upper pixel in front of the lower one. Resets all at its end. */
function paintPixels({ scale, tops, bottoms }: Pixels, columns: number, colours: Colours): string {
  let last = ''
  const cells = tops.slice(0, columns).map((top, at) => {
    const bottom = bottoms[at]
    const back = bottom === undefined ? '49' : `48;${colourCode(colourOf(bottom, scale), colours)}`
    const codes = `38;${colourCode(colourOf(top, scale), colours)};${back}`
    const isSame = codes === last
    last = codes
    return isSame ? '▀' : `\x1b[${codes}m▀`
  })
  return `${cells.join('')}\x1b[0m`
}

/** From 0 to 255. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** No number of an image looks like this one. */
const NO_NUMBER: Rgb = [255, 0, 255]
const TOO_LARGE: Rgb = [255, 90, 60]
const TOO_SMALL: Rgb = [60, 170, 255]
/** The smallest difference must still be seen beside none. */
const FAINTEST = 0.4

/** How a number of an image looks, in half blocks as in an image above the cells. */
export function colourOf(value: number, scale: Pixels['scale']): Rgb {
  if (Number.isNaN(value)) return NO_NUMBER
  if (scale === 'grey') return scaled([255, 255, 255], value)
  if (scale === 'rgb') return channelsOf(value)
  const strength = value === 0 ? 0 : FAINTEST + (1 - FAINTEST) * Math.abs(value)
  return scaled(value > 0 ? TOO_LARGE : TOO_SMALL, strength)
}

function scaled([red, green, blue]: Rgb, share: number): Rgb {
  return [Math.round(red * share), Math.round(green * share), Math.round(blue * share)]
}

function colourCode([red, green, blue]: Rgb, colours: Colours): string {
  if (colours === 'full') return `2;${red};${green};${blue}`
  const isGrey = red === green && green === blue
  return `5;${isGrey ? greyIndex(red) : 16 + 36 * sixth(red) + 6 * sixth(green) + sixth(blue)}`
}

/** xterm's 24 greys from 8 to 238, and the cube's black and white beyond them. */
function greyIndex(grey: number): number {
  if (grey < 4) return 16
  return grey > 246 ? 231 : 232 + Math.min(23, Math.max(0, Math.round((grey - 8) / 10)))
}

/** The cube's steps are 0, 95, 135, 175, 215 and 255. */
function sixth(part: number): number {
  return part < 48 ? 0 : Math.max(1, Math.round((part - 55) / 40))
}
