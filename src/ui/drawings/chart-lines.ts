import { displayWidth } from '../../core/display-width.ts'
import type { Axis, Chart, Label, Point, Series } from '../../core/drawing.ts'
import type { Say } from '../../core/locale.ts'
import { type Line, padText, padTextStart, run, spaces } from '../text/line.ts'
import { wrap } from '../text/wrap.ts'
import type { Tone } from '../theme/theme.ts'
import { createCanvas, DOTS, type Dot } from './braille-canvas.ts'
import { labelText } from './label-text.ts'

const ROWS = 11
const WIDEST = 60

/** Curves between two axes. A letter on each curve says which it is, so that no colour is needed. */
export function chartLines(chart: Chart, say: Say, width: number): readonly Line[] {
  const { x, y, series } = chart
  const ticks = [tickText(y.to), tickText(y.from)]
  const margin = Math.max(...ticks.map(displayWidth)) + 1
  const columns = chart.isSquare ? 2 * ROWS : Math.min(WIDEST, width - margin - 1)
  const plot = plotLines(chart, columns)
  const body = plot.map((cells, row): Line => {
    const tick = row === 0 ? ticks[0] : row === ROWS - 1 ? ticks[1] : undefined
    return [run(padTextStart(tick ?? '', margin - 1) + (tick === undefined ? ' │' : ' ┤'), 'hint'), ...cells]
  })
  return [
    ...legendLines(series, y.label, say, width),
    ...body,
    [spaces(margin), run(`└${'─'.repeat(columns)}`, 'hint')],
    [spaces(margin), run(axisText(x, columns + 1, say), 'hint')],
    ...figureLines(chart, say, width),
  ]
}

const TONES: readonly Tone[] = ['chosen', 'hidden', 'verdictGood', 'verdictBad']
const LETTERS = 'abcdefgh'
const DOT_SIGN = '•'

function signOf({ style }: Series, at: number): string {
  return style === 'dots' ? DOT_SIGN : LETTERS.charAt(at)
}

function plotLines({ x, y, series }: Chart, columns: number): readonly Line[] {
  const canvas = createCanvas(columns, ROWS)
  const [right, bottom] = [columns * DOTS.across - 1, ROWS * DOTS.down - 1]
  const dotOf = ([atX, atY]: Point): Dot => [
    ((atX - x.from) / (x.to - x.from)) * right,
    bottom - ((atY - y.from) / (y.to - y.from)) * bottom,
  ]
  for (const [at, { points, style }] of series.entries()) {
    const dots = style === 'line' ? points.map(dotOf) : []
    for (const [index, dot] of dots.entries())
      canvas.line(dots[index - 1] ?? dot, dot, TONES[at % TONES.length])
  }
  for (const [at, curve] of series.length === 1 ? [] : series.entries()) {
    const visible = curve.points.map(dotOf).filter(([, down]) => down >= 0 && down <= bottom)
    const share = curve.letterAt ?? (at + 1) / (series.length + 1)
    const letter = Math.floor(visible.length * share)
    const marked = curve.style === 'dots' ? visible : visible.slice(letter, letter + 1)
    for (const dot of marked) canvas.mark(dot, signOf(curve, at), TONES[at % TONES.length])
  }
  return canvas.lines()
}

function legendLines(series: readonly Series[], yLabel: Label, say: Say, width: number): readonly Line[] {
  const above = labelText(yLabel, say)
  const parts = (series.length === 1 ? [] : series).flatMap((curve, at) => [
    run(signOf(curve, at), TONES[at % TONES.length]),
    run(`${` ${labelText(curve.label, say)}`.replaceAll(' ', GLUE)}  `),
  ])
  return wrapGlued([...(above === '' ? [] : [run(`${above}  `, 'hint')]), ...parts], width)
}

function axisText({ label, from, to }: Axis, width: number, say: Say): string {
  const [low, high, text] = [tickText(from), tickText(to), labelText(label, say)]
  const room = width - displayWidth(low) - displayWidth(high)
  const before = Math.max(1, Math.floor((room - displayWidth(text)) / 2))
  return low + padText(' '.repeat(before) + text, room) + high
}

function figureLines({ figures }: Chart, say: Say, width: number): readonly Line[] {
  const text = figures
    .map(({ label, value }) => `${labelText(label, say)} ${value.toFixed(3)}`.replaceAll(' ', GLUE))
    .join('  ')
  return figures.length === 0 ? [] : wrapGlued([run(text)], width)
}

/** Holds a sign and its label together while lines are broken. */
const GLUE = '\u00a0'

function wrapGlued(runs: Line, width: number): readonly Line[] {
  return wrap(runs, width).map((parts) =>
    parts.map((part) => ({ ...part, text: part.text.replaceAll(GLUE, ' ') })),
  )
}

function tickText(value: number): string {
  return String(Number(value.toPrecision(3))).replace('-', '−')
}
