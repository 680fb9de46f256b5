// diagnosis: four-connected+ones-alone
export function connectedComponents({ shape, data: mask }) {
  const [h, w] = shape
  const labels = new Int32Array(h * w)
  let count = 0
  for (let first = 0; first < mask.length; first++) {
    if (mask[first] !== 1 || labels[first] !== 0) continue
    count++
    const stack = [[Math.floor(first / w), first % w]]
    while (stack.length > 0) {
      const [y, x] = stack.pop()
      if (y < 0 || x < 0 || y >= h || x >= w || mask[y * w + x] !== 1 || labels[y * w + x] !== 0) continue
      labels[y * w + x] = count
      stack.push([y - 1, x], [y + 1, x], [y, x - 1], [y, x + 1])
    }
  }
  return { shape, data: labels }
}
