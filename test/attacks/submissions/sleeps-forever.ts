// verdict: time-limit
// requestMs: 250
export function meanFilter(image: any, ksize: number): any {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}
