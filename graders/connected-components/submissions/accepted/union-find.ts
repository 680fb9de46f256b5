// Two passes: provisional labels joined by union-find, then numbered in order.
type Mask = { shape: readonly number[]; data: Uint8Array }

export function connectedComponents({ shape, data: mask }: Mask) {
  const [h, w] = shape
  const parent = [0]
  const find = (a: number) => {
    while (parent[a] !== a) {
      parent[a] = parent[parent[a]]
      a = parent[a]
    }
    return a
  }
  const labels = new Int32Array(h * w)
  for (let y = 0; y < h; y++) {
    for (let x = 0; x < w; x++) {
      const at = y * w + x
      if (mask[at] === 0) continue
      let label = 0
      const meet = (other: number) => {
        const known = labels[other]
        if (known === 0) return
        const root = find(known)
        if (label === 0) label = root
        else if (root !== label) {
          parent[Math.max(root, label)] = Math.min(root, label)
          label = Math.min(root, label)
        }
      }
      if (x > 0) meet(at - 1)
      if (y > 0) {
        if (x > 0) meet(at - w - 1)
        meet(at - w)
        if (x < w - 1) meet(at - w + 1)
      }
      if (label === 0) {
        label = parent.length
        parent.push(label)
      }
      labels[at] = label
    }
  }
  let last = 0
  const numbers = parent.map((_, a) => (a > 0 && find(a) === a ? ++last : 0))
  return { shape, data: labels.map((label) => (label === 0 ? 0 : numbers[find(label)])) }
}
