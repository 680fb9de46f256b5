import { inflateSync } from 'node:zlib'
import { decode } from 'sixel'
import type { Line } from '../../src/ui/text/line.ts'

/** Of one image in sight: where it stands, and its pixels. All in cells but the pixels. */
export interface Shown {
  readonly row: number
  readonly column: number
  readonly columns: number
  readonly rows: number
  /** `r,g,b`, or nothing where it is transparent. */
  readonly pixels: readonly (readonly (string | undefined)[])[]
}

interface Image {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

const SEQUENCE =
  /\x1b7|\x1b8|\x1b\[(\d+);(\d+)H|\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\|\x1bP0;1;q([^\x1b]*)\x1b\\|\x1b\[\?\d+[hl]/g

/** What kitty makes of the sequences, written from its documentation: images by id, and where they are placed. */
export function kittyTerminal() {
  const images = new Map<string, Image>()
  const placements = new Map<string, ReadonlyMap<string, string>>()
  let cursor = { row: 0, column: 0 }
  let begun: { readonly control: ReadonlyMap<string, string>; readonly data: string } | undefined
  let transmitted = 0

  function obey(control: ReadonlyMap<string, string>, data: string): void {
    if (control.get('q') !== '2') throw new Error('the terminal would answer')
    if (data.length > 4096) throw new Error('a chunk is too long')
    const id = control.get('i') ?? ''
    switch (control.get('a')) {
      case 'p':
        if (!images.has(id) || control.get('C') !== '1')
          throw new Error('places no image, or moves the cursor')
        placements.set(
          id,
          new Map([...control, ...Object.entries(cursor).map(([k, v]) => [k, `${v}`] as const)]),
        )
        return
      case 'd':
        if (control.get('d') !== 'I' || id === '') throw new Error('deletes what is not its own')
        placements.delete(id)
        images.delete(id)
        return
      default: {
        begun = { control: begun?.control ?? control, data: (begun?.data ?? '') + data }
        if (control.get('m') !== '0') return
        const number = (name: string) => Number(begun?.control.get(name))
        const image = {
          width: number('s'),
          height: number('v'),
          rgba: inflateSync(Buffer.from(begun.data, 'base64')),
        }
        if (image.rgba.length !== image.width * image.height * 4) throw new Error('not as large as it says')
        images.set(begun.control.get('i') ?? '', image)
        begun = undefined
        transmitted++
      }
    }
  }

  return {
    write: (text: string) => {
      const rest = text.replaceAll(SEQUENCE, (_, row, column, control, data) => {
        if (row !== undefined) cursor = { row: row - 1, column: column - 1 }
        if (control !== undefined) obey(mapOf(control), data ?? '')
        return ''
      })
      if (rest !== '') throw new Error(`writes besides: ${JSON.stringify(rest.slice(0, 80))}`)
    },
    shown: (): readonly Shown[] =>
      [...placements].map(([id, control]) => {
        const number = (name: string) => Number(control.get(name))
        const image = images.get(id) ?? { width: 0, height: 0, rgba: new Uint8Array() }
        const pixels = Array.from({ length: number('h') }, (_, y) =>
          Array.from({ length: number('w') }, (_, x) => pixelAt(image, number('x') + x, number('y') + y)),
        )
        return {
          row: number('row'),
          column: number('column'),
          columns: number('c'),
          rows: number('r'),
          pixels,
        }
      }),
    transmitted: () => transmitted,
    images: () => images.size,
  }
}

function mapOf(control: string): ReadonlyMap<string, string> {
  return new Map(control.split(',').map((pair) => pair.split('=') as [string, string]))
}

function pixelAt({ width, height, rgba }: Image, x: number, y: number): string | undefined {
  if (x >= width || y >= height) throw new Error('outside the image')
  const [red, green, blue, alpha] = rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 4)
  return alpha === 0 ? undefined : `${red},${green},${blue}`
}

/** The images of one write, each where the cursor stood; decoded by node-sixel. */
export function sixelsIn(
  text: string,
): readonly (Image & { readonly row: number; readonly column: number })[] {
  let cursor = { row: 0, column: 0 }
  return Array.from(text.matchAll(SEQUENCE)).flatMap(([, row, column, , , sixel]) => {
    if (row !== undefined) cursor = { row: Number(row) - 1, column: Number(column) - 1 }
    if (sixel === undefined) return []
    const { width, height, data32 } = decode(sixel)
    return [
      {
        ...cursor,
        width,
        height,
        rgba: new Uint8Array(data32.buffer, data32.byteOffset, 4 * width * height),
      },
    ]
  })
}

/** A plane of pixels over cells: what is written anew into a cell takes the pixels away, as in a terminal that speaks sixel. */
export function sixelTerminal(cell: { readonly width: number; readonly height: number }) {
  const plane = new Map<string, string>()
  let before: readonly Line[] = []
  function erase(row: number, column: number): void {
    for (let y = row * cell.height; y < (row + 1) * cell.height; y++)
      for (let x = column * cell.width; x < (column + 1) * cell.width; x++) plane.delete(`${x} ${y}`)
  }
  return {
    /** Only the cells that differ, as little as a renderer may write. */
    frame: (lines: readonly Line[]) => {
      for (const [row, runs] of lines.entries()) {
        const [old, now] = [cellsOf(before[row] ?? []), cellsOf(runs)]
        for (let column = 0; column < Math.max(old.length, now.length); column++) {
          if (old[column] !== now[column]) erase(row, column)
        }
      }
      before = lines
    },
    write: (text: string) => {
      for (const { row, column, width, height, rgba } of sixelsIn(text)) {
        for (let at = 0; at < width * height; at++) {
          const [x, y] = [column * cell.width + (at % width), row * cell.height + Math.floor(at / width)]
          plane.set(`${x} ${y}`, rgba.subarray(4 * at, 4 * at + 4).join())
        }
      }
    },
    pixels: () => Object.fromEntries([...plane].sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

function cellsOf(runs: Line): readonly string[] {
  return runs.flatMap(({ text, tone, pixels }) =>
    Array.from(text, (character, at) =>
      [pixels?.tops[at] ?? character, pixels?.bottoms[at], pixels?.scale, tone].map(String).join(),
    ),
  )
}
