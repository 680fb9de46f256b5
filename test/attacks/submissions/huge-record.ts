// verdict: invalid-output
let asked = 0

export function meanFilter(image: any, ksize: number): any {
  if (asked++ > 0) return right(image, ksize)
  return Object.fromEntries(Array.from({ length: 1e5 }, (_, at) => [`field${at}`, at]))
}
