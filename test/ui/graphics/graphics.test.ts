import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chooseGraphics } from '../../../src/ui/graphics/choose-graphics.ts'
import { createKitty } from '../../../src/ui/graphics/kitty.ts'
import { createOverlay } from '../../../src/ui/graphics/overlay.ts'
import { createSixel } from '../../../src/ui/graphics/sixel.ts'
import { createSixelTerminal } from '../../../src/ui/graphics/sixel-terminal.ts'
import { createReportReader } from '../../../src/ui/graphics/terminal-report.ts'
import { panelLines } from '../../../src/ui/images/panels.ts'
import { imageLines } from '../../../src/ui/images/pixel-grid.ts'
import { BLANK, type Line, line } from '../../../src/ui/text/line.ts'
import { channelsOf, type PixelGrid, rgbValue } from '../../../src/ui/theme/pixels.ts'
import { colourOf } from '../../../src/ui/theme/theme.ts'
import { runs } from '../../seed.ts'
import { kittyTerminal, type Shown, sixelsIn, sixelTerminal } from '../graphics-terminals.ts'

const WINDOW = { columns: 60, rows: 24 }
const CELL = { width: 4, height: 10 }

const grids = (longest: number) =>
  fc
    .record({
      scale: fc.constantFrom('grey', 'difference', 'rgb'),
      height: fc.integer({ min: 1, max: longest }),
      width: fc.integer({ min: 1, max: longest }),
      seed: fc.integer({ min: 1, max: 1000 }),
      holes: fc.boolean(),
    })
    .map(({ scale, height, width, seed, holes }): PixelGrid => {
      const values = Array.from({ length: height * width }, (_, at) => {
        const value = ((at + 1) * seed * 7919) % 1009
        if (scale === 'rgb') return (value * 16_411) % 2 ** 24
        if (holes && value % 11 === 0) return Number.NaN
        return scale === 'grey' ? value / 1008 : (value - 504) / 504
      })
      return { scale, height, width, values }
    })

const colours = ({ values, scale }: PixelGrid) => values.map((value) => colourOf(value, scale).join())

function framed(body: readonly Line[], scroll = 0): readonly Line[] {
  const shown = body.slice(scroll, scroll + WINDOW.rows - 2)
  const filler = Array.from({ length: WINDOW.rows - 2 - shown.length }, () => BLANK)
  return [line('title'), ...shown, ...filler, line('footer')]
}

const drawn = (grid: PixelGrid, columns = 56, rows = 10) => imageLines(grid, { columns, rows })

function kitty() {
  const terminal = kittyTerminal()
  const overlay = createOverlay(createKitty(7))
  return {
    ...terminal,
    show: (lines: readonly Line[]) => terminal.write(overlay.paint(lines, WINDOW)),
    clear: () => terminal.write(overlay.clear()),
  }
}

function sixel() {
  const terminal = sixelTerminal(CELL)
  const overlay = createOverlay(createSixel(() => CELL))
  return {
    ...terminal,
    show: (lines: readonly Line[]) => {
      terminal.frame(lines)
      const written = overlay.paint(lines, WINDOW)
      terminal.write(written)
      return written
    },
  }
}

/** The two pixels in the middles of a cell's halves, as half blocks would show them. */
function halves({ pixels, rows, columns }: Shown, row: number, column: number) {
  const cell = { height: pixels.length / rows, width: (pixels[0]?.length ?? 0) / columns }
  const x = Math.floor((column + 0.5) * cell.width)
  return [0.25, 0.75].map((share) => pixels[Math.floor((row + share) * cell.height)]?.[x])
}

describe('an image in kitty', () => {
  test('has the colours of its half blocks, and is transparent where they end', () => {
    fc.assert(
      fc.property(grids(10), (grid) => {
        const { show, shown } = kitty()
        const lines = drawn(grid)
        show(framed(lines))
        const [only, ...others] = shown()
        if (only === undefined) throw new Error('no image')
        expect(others).toEqual([])
        expect(only).toMatchObject({ row: 1, column: 0, rows: lines.length })
        for (const [row, [run]] of lines.entries()) {
          const { tops = [], bottoms = [] } = run?.pixels ?? {}
          for (const [column, top] of tops.entries()) {
            const bottom = bottoms[column]
            expect(halves(only, row, column)).toEqual([
              colourOf(top, grid.scale).join(),
              bottom === undefined ? undefined : colourOf(bottom, grid.scale).join(),
            ])
          }
        }
      }),
      { numRuns: runs(50) },
    )
  })

  test('keeps every one of its pixels where half blocks had to pool them', () => {
    const grid: PixelGrid = {
      scale: 'grey',
      height: 80,
      width: 80,
      values: Array.from({ length: 6400 }, (_, at) => ((at * 37) % 256) / 255),
    }
    const { show, shown } = kitty()
    show(framed(drawn(grid)))
    const [{ pixels } = { pixels: [] }] = shown()
    const [first = []] = pixels
    const changes = first.filter((pixel, at) => pixel !== first[at - 1])
    expect(changes).toEqual(colours(grid).slice(0, 80))
  })

  test('is never larger than its cells, whatever a submission returns', () => {
    const side = 1500
    const grid: PixelGrid = { scale: 'grey', height: side, width: side, values: Array(side * side).fill(0.5) }
    const { show, shown } = kitty()
    show(framed(drawn(grid)))
    const [{ pixels, columns, rows } = { pixels: [], columns: 0, rows: 0 }] = shown()
    expect([pixels.length, pixels[0]?.length]).toEqual([32 * rows, 16 * columns])
  })

  test('is sent once, moved when it is scrolled, cut where it leaves the window, and deleted when it is gone', () => {
    const grid: PixelGrid = {
      scale: 'grey',
      height: 16,
      width: 8,
      values: Array.from({ length: 128 }, (_, at) => at / 127),
    }
    const body = [...Array(10).fill(BLANK), ...drawn(grid, 56, 8), ...Array(14).fill(BLANK)]
    const { show, shown, transmitted, images, clear } = kitty()
    show(framed(body))
    expect(shown()).toMatchObject([{ row: 11, rows: 8 }])
    show(framed(body, 6))
    expect(shown()).toMatchObject([{ row: 5, rows: 8 }])
    const whole = shown()[0]?.pixels ?? []
    show(framed(body, 13))
    expect(shown()).toMatchObject([{ row: 1, rows: 5, pixels: whole.slice(-whole.length * (5 / 8)) }])
    show(framed(body.slice(10), 0).with(-2, line('something else')))
    expect(transmitted()).toBe(1)
    show(framed(body, 18))
    expect([shown(), images()]).toEqual([[], 0])
    show(framed(body))
    clear()
    expect([shown(), images()]).toEqual([[], 0])
  })

  test('that stands there twice is there twice', () => {
    const lines = drawn({ scale: 'grey', height: 8, width: 8, values: Array(64).fill(0.3) }, 8, 4)
    const { show, shown, images } = kitty()
    const panel = { title: 'same', lines }
    show(framed(panelLines([panel, panel, panel], 60)))
    expect(shown().map(({ column }) => column)).toEqual([0, 10, 20])
    show(framed(panelLines([panel], 60)))
    expect([shown().map(({ column }) => column), images()]).toEqual([[0], 1])
  })

  test('is not shown in the last row, below which a terminal would scroll, nor in a window that is now smaller', () => {
    const lines = drawn({ scale: 'grey', height: 16, width: 8, values: Array(128).fill(0.3) }, 56, 8)
    const overlay = createOverlay(createKitty(7))
    expect(overlay.paint([...Array(16).fill(BLANK), ...lines], WINDOW)).toBe('')
    expect(overlay.paint([BLANK, ...lines, BLANK], { columns: 7, rows: 10 })).toBe('')
    expect(overlay.paint([BLANK, ...lines, BLANK], { columns: 8, rows: 10 })).not.toBe('')
  })
})

describe('an image as sixels', () => {
  test('with more colours than a terminal has comes near to them over each four by four pixels', () => {
    // Each cell as one of the grid's pixels, so that nothing is pooled.
    const [width, height] = [20, 20]
    const values = Array.from({ length: width * height }, (_, at) => {
      const [row, column] = [Math.floor(at / width), at % width]
      return rgbValue(column * 12, row * 12, 6 * (row + column))
    })
    const [image] = sixelsIn(sixel().show(framed(drawn({ scale: 'rgb', height, width, values }, width))))
    if (image === undefined) throw new Error('no image')
    const colour = (at: number) => [...image.rgba.subarray(4 * at, 4 * at + 3)]
    const all = Array.from({ length: image.width * image.height }, (_, at) => colour(at))
    expect(new Set(all.map((one) => one.join())).size).toBeLessThanOrEqual(216)
    for (const [at, value] of values.entries()) {
      const [top, left] = [Math.floor(at / width) * (CELL.height / 2), (at % width) * CELL.width]
      const block = [0, 1, 2, 3].flatMap((row) =>
        [0, 1, 2, 3].map((column) => colour((top + row) * image.width + left + column)),
      )
      for (const [channel, wanted] of channelsOf(value).entries()) {
        const mean = block.reduce((sum, one) => sum + (one[channel] ?? 0), 0) / block.length
        expect(Math.abs(mean - wanted)).toBeLessThan(8)
      }
    }
  })

  test('has the colours of the theme, to the percent that sixels can tell, and never more than 256', () => {
    fc.assert(
      fc.property(grids(40), (grid) => {
        const lines = drawn(grid, 40)
        const written = sixel().show(framed(lines))
        const [image] = sixelsIn(written)
        if (image === undefined) throw new Error('no image')
        const { columns = 0, halves = 0 } = lines[0]?.[0]?.pixels?.of?.image ?? {}
        expect([image.width, image.height]).toEqual([columns * CELL.width, (halves * CELL.height) / 2])
        expect([...written.matchAll(/#(\d+);2;/g)].every(([, place]) => Number(place) < 256)).toBe(true)
        if (grid.height > image.height || grid.width > image.width) return
        const wanted = colours(grid)
        for (let at = 0; at < image.width * image.height; at++) {
          const row = Math.floor((Math.floor(at / image.width) * grid.height) / image.height)
          const column = Math.floor(((at % image.width) * grid.width) / image.width)
          const [red = 0, green = 0, blue = 0] = (wanted[row * grid.width + column] ?? '')
            .split(',')
            .map(Number)
          const [r = 0, g = 0, b = 0, alpha] = image.rgba.subarray(4 * at, 4 * at + 4)
          const error = Math.max(Math.abs(r - red), Math.abs(g - green), Math.abs(b - blue))
          if (alpha !== 255 || error > 2)
            throw new Error(`pixel ${at}: ${[r, g, b, alpha]} for ${[red, green, blue]}`)
        }
      }),
      { numRuns: runs(50) },
    )
  })

  test('is cut where it leaves the window', () => {
    const values = Array.from({ length: 128 }, (_, at) => at / 127)
    const body = [...Array(16).fill(BLANK), ...drawn({ scale: 'grey', height: 16, width: 8, values }, 56, 8)]
    const imageAt = (scroll: number) =>
      sixelsIn(sixel().show(framed([...body, ...Array(20).fill(BLANK)], scroll)))[0]
    const whole = imageAt(2)
    const rowsOf = (first: number, count: number) =>
      whole?.rgba.slice(
        first * CELL.height * whole.width * 4,
        (first + count) * CELL.height * whole.width * 4,
      )
    expect(whole).toMatchObject({ row: 15, height: 8 * CELL.height })
    expect(imageAt(0)).toMatchObject({ row: 17, height: 6 * CELL.height, rgba: rowsOf(0, 6) })
    expect(imageAt(19)).toMatchObject({ row: 1, height: 5 * CELL.height, rgba: rowsOf(3, 5) })
  })

  test('is sent again only when it moves, or something is written in its rows', () => {
    const body = [
      ...drawn({ scale: 'grey', height: 8, width: 8, values: Array(64).fill(0.3) }),
      BLANK,
      line('below'),
    ]
    const { show } = sixel()
    const count = (lines: readonly Line[]) => sixelsIn(show(lines)).length
    expect(count(framed(body))).toBe(1)
    expect(count(framed(body))).toBe(0)
    expect(count(framed(body.with(-1, line('another text'))))).toBe(0)
    expect(count(framed(body.with(0, [...(body[0] ?? []), { text: ' beside' }])))).toBe(1)
    expect(count(framed(body, 1))).toBe(1)
  })
})

test('after any frames a terminal shows what the last one alone shows', () => {
  const panels = fc.array(grids(12), { minLength: 1, maxLength: 3 }).map((all) =>
    panelLines(
      all.map((grid, at) => ({ title: `p${at}`, lines: drawn(grid, 12, 6) })),
      50,
    ),
  )
  const text = fc
    .array(fc.constantFrom('', 'a', 'two words'), { maxLength: 12 })
    .map((all) => all.map((one) => line(one)))
  const bodies = fc.array(fc.oneof(panels, text), { minLength: 1, maxLength: 4 }).map((parts) => parts.flat())
  const steps = fc.array(fc.record({ body: fc.nat(2), scroll: fc.nat(12) }), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(fc.tuple(bodies, bodies, bodies), steps, (documents, wanted) => {
      const frames = wanted.map(({ body, scroll }) => framed(documents[body] ?? [], scroll))
      const last = frames.at(-1) ?? []
      const [manyKitty, oneKitty, manySixel, oneSixel] = [kitty(), kitty(), sixel(), sixel()]
      for (const frame of frames) {
        manyKitty.show(frame)
        manySixel.show(frame)
      }
      oneKitty.show(last)
      oneSixel.show(last)
      const sorted = (all: readonly Shown[]) => all.toSorted((a, b) => a.row - b.row || a.column - b.column)
      expect(sorted(manyKitty.shown())).toEqual(sorted(oneKitty.shown()))
      expect(manyKitty.images()).toBe(oneKitty.shown().length)
      expect(manySixel.pixels()).toEqual(oneSixel.pixels())
    }),
    { numRuns: runs(60) },
  )
})

describe('what a terminal says of itself', () => {
  test('is taken out of the keys, also in pieces, and nothing else is', () => {
    const keys = ['3', '\x1b[6~', ' q', '\x1b[6;5~', '\x1b', '[6;1;1t', '\x1b[A']
    const [three, pageDown, quit, ctrlPageDown, esc, typed, up] = keys
    const text = `${three}${pageDown}\x1b[6;19;9t${quit}\x1b[?2;0;900;570S${ctrlPageDown}${esc}\x1b[?63;1;2;4c${typed}\x1b[?1;0;256S${up}`
    const reports = [
      { kind: 'cell', size: { width: 9, height: 19 } },
      { kind: 'area', size: { width: 900, height: 570 } },
      { kind: 'device', speaksSixel: true },
    ]
    expect(createReportReader()(text)).toMatchObject({ reports, keys: keys.join('') })
    // Where else it may be cut, ink puts ESC and [ together itself.
    const cuts = Array.from(text, (_, at) => at).filter((at) => !/\x1b\[?6?$/.test(text.slice(0, at)))
    fc.assert(
      fc.property(fc.subarray(cuts), (places) => {
        const read = createReportReader()
        const heard = [...places, text.length].map((end, at) => read(text.slice(places[at - 1] ?? 0, end)))
        expect(heard.flatMap((part) => part.reports)).toEqual(reports)
        expect(heard.map((part) => part.keys).join('')).toBe(keys.join(''))
      }),
    )
  })

  test.each([
    { reports: [], cell: undefined },
    { reports: ['\x1b[6;19;9t', '\x1b[?62;4c'], cell: { width: 9, height: 19 } },
    { reports: ['\x1b[6;19;9t', '\x1b[?62;1;6c'], cell: undefined },
    { reports: ['\x1b[?2;0;905;575S', '\x1b[?63;4c'], cell: { width: 9, height: 19 } },
    { reports: ['\x1b[?2;0;1000;575S', '\x1b[?63;4c'], cell: undefined },
    { reports: ['\x1b[?2;0;905;575S', '\x1b[6;20;10t', '\x1b[?63;4c'], cell: { width: 10, height: 20 } },
    { reports: ['\x1b[6;9999;9t', '\x1b[?63;4c'], cell: undefined },
    { reports: ['\x1b[6;0;0t', '\x1b[?63;4c'], cell: undefined },
  ])('$reports makes the cell $cell', ({ reports, cell }) => {
    const terminal = createSixelTerminal(false)
    for (const report of createReportReader()(reports.join('')).reports)
      terminal.learn(report, { columns: 100, rows: 30 })
    expect(terminal.cell()).toEqual(cell)
  })

  test('need not name sixel where the learner chose it', () => {
    const terminal = createSixelTerminal(true)
    terminal.learn({ kind: 'cell', size: CELL }, WINDOW)
    expect(terminal.cell()).toEqual(CELL)
  })
})

test.each([
  { env: { TERM: 'xterm-kitty' }, auto: 'kitty' },
  { env: { TERM: 'xterm-ghostty' }, auto: 'kitty' },
  { env: { TERM: 'xterm-256color', TERM_PROGRAM: 'WezTerm' }, auto: 'sixel' },
  { env: { TERM: 'xterm', XTERM_VERSION: 'XTerm(379)', TERM_PROGRAM: 'ghostty' }, auto: 'sixel' },
  { env: { TERM: 'foot' }, auto: 'sixel' },
  { env: { TERM: 'xterm-256color', WT_SESSION: 'a' }, auto: 'sixel' },
  { env: { TERM: 'xterm-256color' }, auto: 'blocks' },
  { env: { TERM: 'tmux-256color', TERM_PROGRAM: 'tmux', KITTY_WINDOW_ID: '1' }, auto: 'blocks' },
  { env: { TERM: 'xterm-kitty', TMUX: '/tmp/a' }, auto: 'blocks' },
  { env: { TERM: 'screen' }, auto: 'blocks' },
])('with $env images are shown by $auto, or as the learner says', ({ env, auto }) => {
  expect(chooseGraphics('auto', env)).toEqual({ graphics: auto, isForced: false })
  for (const graphics of ['kitty', 'sixel', 'blocks', 'text'] as const) {
    expect(chooseGraphics(graphics, env)).toEqual({ graphics, isForced: true })
    expect(chooseGraphics(graphics, { ...env, NO_COLOR: '1' }).graphics).toBe('text')
    expect(chooseGraphics(graphics, { ...env, TERM: 'dumb' }).graphics).toBe('text')
  }
})
