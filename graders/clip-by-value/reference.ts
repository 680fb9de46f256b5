import type { Nd } from '#kit'

/** As torch.nn.utils.clip_grad_value_: each number by itself. */
export function clipByValue({ shape, data }: Nd<'f32'>, limit: number): Nd<'f32'> {
  return { shape, data: data.map((x) => Math.min(Math.max(x, -limit), limit)) }
}
