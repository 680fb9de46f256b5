// diagnosis: contrast-stretched
type Image = { shape: readonly number[]; data: Uint8Array }

export function histogramEqualization({ shape, data }: Image): Image {
  const low = Math.min(...data)
  const high = Math.max(...data)
  if (low === high) return { shape, data: data.slice() }
  return { shape, data: data.map((grey) => Math.round((255 * (grey - low)) / (high - low))) }
}
