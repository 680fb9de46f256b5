// A queue over an image with a frame of background.
type Mask = { shape: readonly number[]; data: Uint8Array }

export function connectedComponents(mask: Mask) {
  const [h, w] = mask.shape
  const stride = w + 2
  const open = new Uint8Array(stride * (h + 2))
  for (let i = 0; i < mask.data.length; i++) {
    open[(Math.floor(i / w) + 1) * stride + (i % w) + 1] = mask.data[i] ? 1 : 0
  }
  const steps = [-stride - 1, -stride, -stride + 1, -1, 1, stride - 1, stride, stride + 1]
  const framed = new Int32Array(open.length)
  let label = 0
  for (let start = 0; start < open.length; start++) {
    if (open[start] === 0) continue
    label++
    const queue = [start]
    open[start] = 0
    for (let head = 0; head < queue.length; head++) {
      framed[queue[head]] = label
      for (const step of steps) {
        const next = queue[head] + step
        if (open[next] === 0) continue
        open[next] = 0
        queue.push(next)
      }
    }
  }
  const data = new Int32Array(h * w)
  for (let y = 0; y < h; y++) data.set(framed.subarray((y + 1) * stride + 1, (y + 1) * stride + 1 + w), y * w)
  return { shape: mask.shape, data }
}
