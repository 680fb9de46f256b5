// diagnosis: rows-as-x
// from: accepted/rows.ts
// - type Floats = { shape: readonly number[]; data: Float32Array }
// -
// - export function yolov3Decode(t: Floats, anchors: Floats, stride: number) {
// + export function yolov3Decode(t, anchors, stride) {
// -   const sigmoid = (z: number) => 1 / (1 + Math.exp(-z))
// -   const rows: number[] = []
// +   const sigmoid = (z) => 1 / (1 + Math.exp(-z))
// +   const rows = []
// -           stride * (x + sigmoid(tx)),
// -           stride * (y + sigmoid(ty)),
// +           stride * (y + sigmoid(tx)),
// +           stride * (x + sigmoid(ty)),
