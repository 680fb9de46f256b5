// verdict: invalid-output
export function meanFilter(image: any, ksize: number): any {
  const answer = right(image, ksize)
  return { then: (done: any) => done(answer) }
}
