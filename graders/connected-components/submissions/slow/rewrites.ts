// Right, but the image is rewritten whenever two labels meet.
type Mask = { shape: readonly number[]; data: Uint8Array }

export function connectedComponents({ shape, data: mask }: Mask) {
  const [h, w] = shape
  const labels = new Int32Array(h * w)
  let next = 1
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = y * w + x
      if (mask[at] === 0) continue
      const around = [
        x > 0 ? labels[at - 1] : 0,
        y > 0 && x > 0 ? labels[at - w - 1] : 0,
        y > 0 ? labels[at - w] : 0,
        y > 0 && x < w - 1 ? labels[at - w + 1] : 0,
      ].filter((label) => label > 0)
      labels[at] = around.length > 0 ? Math.min(...around) : next++
      for (const other of around) {
        if (other === labels[at]) continue
        for (let i = 0; i < h * w; i++) if (labels[i] === other) labels[i] = labels[at]
      }
    }
  }
  const numbers = new Map<number, number>([[0, 0]])
  for (const label of labels) if (!numbers.has(label)) numbers.set(label, numbers.size)
  return { shape, data: labels.map((label) => numbers.get(label) as number) }
}
