// The factor in single precision, halves to even, as OpenCV does.
type Image = { shape: readonly number[]; data: Uint8Array }

export function histogramEqualization({ shape, data }: Image): Image {
  const counts: number[] = Array(256).fill(0)
  for (let i = 0; i < data.length; i++) counts[data[i]]++
  let level = 0
  while (counts[level] === 0) level++
  if (counts[level] === data.length) return { shape, data: Uint8Array.from(data) }
  const scale = Math.fround(255 / (data.length - counts[level]))
  const table = new Uint8ClampedArray(256)
  let sum = 0
  for (level++; level < 256; level++) {
    sum += counts[level]
    table[level] = Math.fround(sum * scale)
  }
  return { shape, data: data.map((grey) => table[grey]) }
}
