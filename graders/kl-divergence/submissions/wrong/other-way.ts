// diagnosis: arguments-swapped
// from: accepted/bits-to-nats.ts
// - export function klDivergence(p: { data: Float64Array }, q: { data: Float64Array }): number {
// + export function klDivergence(q: { data: Float64Array }, p: { data: Float64Array }): number {
