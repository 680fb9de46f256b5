// verdict: invalid-output
// message: changed its argument image
export function meanFilter(image: any, ksize: number): any {
  const answer = right(image, ksize)
  image.data.fill(0)
  return answer
}
