// A running sum; a negative number is subtracted.
export function l1Norm(x: { data: Float64Array }) {
  let sum = 0
  for (const value of x.data) sum = value < 0 ? sum - value : sum + value
  return sum
}
