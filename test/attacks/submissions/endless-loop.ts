// verdict: time-limit
// requestMs: 250
export function meanFilter(image: any, ksize: number): any {
  for (;;) {}
}
