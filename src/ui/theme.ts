/** What a stretch of text means. Only this file says how a meaning looks. */
export type Tone = keyof typeof THEME

/** The subset of ink's text properties that a tone may use. */
export interface Style {
  readonly color?: keyof typeof FOREGROUND
  readonly bold?: true
  readonly dimColor?: true
  readonly italic?: true
  readonly inverse?: true
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
} as const satisfies { readonly [tone: string]: Style }

/** @param colour false with NO_COLOR: what is bold or dim stays so */
export function styleOf(tone: Tone | undefined, colour: boolean): Style {
  if (tone === undefined) return {}
  const style: Style = THEME[tone]
  if (colour) return style
  const { color: _, ...rest } = style
  return rest
}

/** The text between the escape sequences of its tone. */
export function paint(text: string, tone: Tone | undefined, colour: boolean): string {
  const { color, bold, dimColor, italic, inverse } = styleOf(tone, colour)
  const codes = [bold && 1, dimColor && 2, italic && 3, inverse && 7, color && FOREGROUND[color]].filter(
    Boolean,
  )
  return codes.length === 0 ? text : `\x1b[${codes.join(';')}m${text}\x1b[0m`
}
