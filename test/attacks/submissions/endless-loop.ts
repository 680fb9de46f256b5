// verdict: time-limit
// requestMs: 500
export function meanFilter(image: any, ksize: number): any {
  for (;;) {}
}
