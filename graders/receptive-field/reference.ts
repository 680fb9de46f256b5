import type { Nd } from '#kit'

export interface ReceptiveField {
  readonly size: number
  readonly jump: number
}

/** Upwards: each layer widens the field by the units that its kernel adds, at the jump of the layers before it. */
export function receptiveField({ data }: Nd<'f64'>): ReceptiveField {
  let [size, jump] = [1, 1]
  for (let at = 0; at < data.length; at += 3) {
    const [kernel, stride, dilation] = data.subarray(at, at + 3) as unknown as [number, number, number]
    size += (kernel - 1) * dilation * jump
    jump *= stride
  }
  return { size, jump }
}
