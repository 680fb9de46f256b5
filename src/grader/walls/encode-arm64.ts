import type { Encode, Operand } from './machine-code.ts'

/** For ARM64 under Linux. Distances count from where an instruction begins. */
export const ARM64: Encode = (instruction, far) => {
  switch (instruction.kind) {
    case 'call': {
      const words: number[] = []
      for (const [at, arg] of instruction.args.entries())
        words.push(...operand(arg, at, 4 * words.length, far))
      return bytes([...words, ...constant(NUMBER, instruction.number), SYSCALL])
    }
    case 'keep':
      return bytes([address(SPARE, far(instruction.to, 0)), STORE | (SPARE << 5)])
    case 'keep address':
      return bytes([
        address(SPARE, far(instruction.of, 0)),
        address(SPARE + 1, far(instruction.to, 4)),
        STORE_WIDE | ((SPARE + 1) << 5) | SPARE,
      ])
    case 'jump': {
      const words = far(instruction.to, 0) >> 2
      return bytes([
        (instruction.whenNegative ? JUMP_IF_SET : JUMP_IF_CLEAR) | SIGN_BIT | ((words & 0x3fff) << 5),
      ])
    }
    case 'place':
      return []
    case 'return':
      return bytes([0xd65f03c0])
  }
}

const SYSCALL = 0xd4000001
/** w8 holds the number of a call; w9 and w10 are free. */
const [NUMBER, SPARE] = [8, 9]
const [STORE, STORE_WIDE, LOAD] = [0xb9000000, 0xf9000000, 0xb9400000]
const [JUMP_IF_CLEAR, JUMP_IF_SET, SIGN_BIT] = [0x36000000, 0x37000000, 31 << 19]

function operand(
  arg: Operand,
  register: number,
  start: number,
  far: Parameters<Encode>[1],
): readonly number[] {
  if (typeof arg === 'number') return constant(register, arg)
  if ('address' in arg) return [address(register, far(arg.address, start))]
  return [address(SPARE, far(arg.held, start)), LOAD | (SPARE << 5) | register]
}

function constant(register: number, value: number): readonly number[] {
  const half = (shift: number) => ((value >>> shift) & 0xffff) << 5
  return [0x52800000 | half(0) | register, 0x72a00000 | half(16) | register]
}

function address(register: number, distance: number): number {
  return 0x10000000 | ((distance & 3) << 29) | (((distance >> 2) & 0x7ffff) << 5) | register
}

function bytes(words: readonly number[]): readonly number[] {
  return words.flatMap((word) => [
    word & 0xff,
    (word >>> 8) & 0xff,
    (word >>> 16) & 0xff,
    (word >>> 24) & 0xff,
  ])
}
