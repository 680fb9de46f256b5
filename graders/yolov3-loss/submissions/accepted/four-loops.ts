// Anchor, row and column; an index function, and cross-entropy by the softplus.
type Floats = { shape: readonly number[]; data: Float32Array }
type Flags = { shape: readonly number[]; data: Uint8Array }

const softplus = (z: number) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)))
const bce = (z: number, t: number) => softplus(z) - t * z

export function yolov3Loss(pred: Floats, target: Floats, mask: Flags, ignore: Flags) {
  const [A, K, H, W] = pred.shape
  const loss = { box: 0, objectness: 0, class: 0, total: 0 }
  for (let a = 0; a < A; a++) {
    for (let y = 0; y < H; y++) {
      for (let x = 0; x < W; x++) {
        const at = (k: number) => ((a * K + k) * H + y) * W + x
        const cell = (a * H + y) * W + x
        if (mask.data[cell]) {
          for (const k of [0, 1]) loss.box += bce(pred.data[at(k)], target.data[at(k)])
          for (const k of [2, 3]) loss.box += 0.5 * (pred.data[at(k)] - target.data[at(k)]) ** 2
          loss.objectness += bce(pred.data[at(4)], 1)
          for (let k = 5; k < K; k++) loss.class += bce(pred.data[at(k)], target.data[at(k)])
        } else if (!ignore.data[cell]) {
          loss.objectness += bce(pred.data[at(4)], 0)
        }
      }
    }
  }
  loss.total = loss.box + loss.objectness + loss.class
  return loss
}
