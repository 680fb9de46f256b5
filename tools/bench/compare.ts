/** Runs two things in turn and prints the ratio of their times, pair by pair. Times are wall-clock milliseconds. */
export async function compare(
  label: string,
  pairs: number,
  measure: () => Promise<number> | number,
  against: () => Promise<number> | number,
): Promise<void> {
  await measure()
  await against()
  const ratios: number[] = []
  const times: number[] = []
  for (let pair = 0; pair < pairs; pair++) {
    const time = await measure()
    ratios.push(time / (await against()))
    times.push(time)
  }
  ratios.sort((one, other) => one - other)
  const [low, high] = [ratios[0] ?? 0, ratios.at(-1) ?? 0]
  console.log(
    `${label.padEnd(64)} ${median(ratios).toFixed(2)}x (${low.toFixed(2)} to ${high.toFixed(2)}; ${median(times).toFixed(1)} ms)`,
  )
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((one, other) => one - other)
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
}

export async function timed(run: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await run()
  return performance.now() - began
}
