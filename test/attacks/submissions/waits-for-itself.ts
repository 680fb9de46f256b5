// verdict: time-limit
// requestMs: 500
export function meanFilter(): any {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
