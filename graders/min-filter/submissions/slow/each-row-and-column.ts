// Right and separable, but each window of ksize values is searched from its start.
type Image = { shape: readonly number[]; data: Uint8Array }

export function minFilter(image: Image, ksize: number): Image {
  const [h, w] = image.shape
  const r = (ksize - 1) / 2
  const pass = (data: Uint8Array, place: number, length: number, step: number) => {
    let least = 255
    const from = Math.max(-r, -place)
    const to = Math.min(r, length - 1 - place)
    return (at: number) => {
      for (let d = from; d <= to; d++) least = Math.min(least, data[at + d * step])
      return least
    }
  }
  const rows = image.data.map((_, at) => pass(image.data, at % w, w, 1)(at))
  return { shape: [h, w], data: rows.map((_, at) => pass(rows, Math.floor(at / w), h, w)(at)) }
}
