// diagnosis: ignore-wins
// from: accepted/four-loops.ts
// - type Floats = { shape: readonly number[]; data: Float32Array }
// - type Flags = { shape: readonly number[]; data: Uint8Array }
// -
// - const softplus = (z: number) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)))
// - const bce = (z: number, t: number) => softplus(z) - t * z
// + const softplus = (z) => (z > 0 ? z + Math.log1p(Math.exp(-z)) : Math.log1p(Math.exp(z)))
// + const bce = (z, t) => softplus(z) - t * z
// - export function yolov3Loss(pred: Floats, target: Floats, mask: Flags, ignore: Flags) {
// + export function yolov3Loss(pred, target, mask, ignore) {
// -         const at = (k: number) => ((a * K + k) * H + y) * W + x
// +         const at = (k) => ((a * K + k) * H + y) * W + x
// -           loss.objectness += bce(pred.data[at(4)], 1)
// -           for (let k = 5; k < K; k++) loss.class += bce(pred.data[at(k)], target.data[at(k)])
// -         } else if (!ignore.data[cell]) {
// -           loss.objectness += bce(pred.data[at(4)], 0)
// -         }
// +           for (let k = 5; k < K; k++) loss.class += bce(pred.data[at(k)], target.data[at(k)])
// +         }
// +         if (!ignore.data[cell]) loss.objectness += bce(pred.data[at(4)], mask.data[cell])
