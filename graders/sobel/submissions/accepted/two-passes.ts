// Each derivative as a pass along the rows and one down the columns.
type Image = { shape: readonly number[]; data: Float32Array }

export function sobel(image: Image) {
  const smooth = (a: number, b: number, c: number) => a + 2 * b + c
  const difference = (a: number, _: number, c: number) => c - a
  const gx = columns(rows(image, difference), smooth)
  const gy = columns(rows(image, smooth), difference)
  const magnitude = { shape: image.shape, data: gx.data.map((dx, i) => Math.hypot(dx, gy.data[i])) }
  return { gx, gy, magnitude }
}

type OfThree = (before: number, here: number, after: number) => number

function rows({ shape, data }: Image, of: OfThree): Image {
  const w = shape[1]
  return {
    shape,
    data: data.map((value, i) => {
      const x = i % w
      const before = data[i + (w === 1 ? 0 : x === 0 ? 1 : -1)]
      return of(before, value, data[i + (w === 1 ? 0 : x === w - 1 ? -1 : 1)])
    }),
  }
}

function columns({ shape, data }: Image, of: OfThree): Image {
  const [h, w] = shape
  return {
    shape,
    data: data.map((value, i) => {
      const y = Math.floor(i / w)
      const before = data[i + (h === 1 ? 0 : y === 0 ? w : -w)]
      return of(before, value, data[i + (h === 1 ? 0 : y === h - 1 ? -w : w)])
    }),
  }
}
