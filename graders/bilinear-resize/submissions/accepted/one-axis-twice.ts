// Lines are resized and turned, twice.
type Image = { shape: readonly number[]; data: Float32Array }

export function bilinearResize(image: Image, height: number, width: number): Image {
  return resizeTurned(resizeTurned(image, width), height)
}

function resizeTurned({ shape: [count, length], data }: Image, wanted: number): Image {
  const out = new Float32Array(wanted * count)
  for (let at = 0; at < wanted; at++) {
    const point = (at + 0.5) * (length / wanted) - 0.5
    const before = Math.floor(point)
    const inside = (i: number) => (i < 0 ? 0 : i >= length ? length - 1 : i)
    for (let line = 0; line < count; line++) {
      const a = data[line * length + inside(before)]
      const b = data[line * length + inside(before + 1)]
      out[at * count + line] = a + (b - a) * (point - before)
    }
  }
  return { shape: [wanted, count], data: out }
}
