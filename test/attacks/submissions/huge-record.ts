// verdict: invalid-output
export function meanFilter(image: any, ksize: number): any {
  return Object.fromEntries(Array.from({ length: 1e5 }, (_, at) => [`field${at}`, at]))
}
