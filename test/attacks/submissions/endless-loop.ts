// verdict: time-limit
export function meanFilter(image: any, ksize: number): any {
  for (;;) {}
}
