// diagnosis: counts-below
export function histogramEqualization({ shape, data }) {
  const counts = new Array(256).fill(0)
  for (const grey of data) counts[grey]++
  const below = []
  let sum = 0
  for (const count of counts) {
    below.push(sum)
    sum += count
  }
  const most = below[data.reduce((a, b) => Math.max(a, b), 0)]
  if (most === 0) return { shape, data: data.slice() }
  return { shape, data: data.map((grey) => Math.round((255 * below[grey]) / most)) }
}
