// verdict: runtime-error
// message: exit code 0
export function meanFilter(image: any, ksize: number): any {
  process.exit(0)
}
