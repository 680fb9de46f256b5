// diagnosis: not-sorted
// from: accepted/envelope-and-levels.ts
// - type Flags = { shape: readonly number[]; data: Uint8Array }
// - type Scores = { shape: readonly number[]; data: Float32Array }
// -
// - export function averagePrecision(tp: Flags, scores: Scores, positives: number, method: string): number {
// + export function averagePrecision(tp, scores, positives, method) {
// -   const order = [...scores.data.keys()].sort((a, b) => scores.data[b] - scores.data[a] || a - b)
// -   const recall: number[] = [0]
// -   const precision: number[] = [0]
// +   const order = [...scores.data.keys()]
// +   const recall = [0]
// +   const precision = [0]
