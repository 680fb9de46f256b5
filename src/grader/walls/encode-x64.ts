import type { Encode, Operand } from './machine-code.ts'

/** For x86-64 under Linux. Distances count from the end of what they stand in. */
export const X64: Encode = (instruction, far) => {
  switch (instruction.kind) {
    case 'call':
      return callBytes(instruction.number, instruction.args, far)
    case 'keep':
      return [0x89, 0x05, ...little(far(instruction.to, 6))]
    case 'keep address':
      return [
        0x48,
        0x8d,
        0x05,
        ...little(far(instruction.of, 7)),
        0x48,
        0x89,
        0x05,
        ...little(far(instruction.to, 14)),
      ]
    case 'jump':
      return [0x85, 0xc0, 0x0f, instruction.whenNegative ? 0x88 : 0x89, ...little(far(instruction.to, 8))]
    case 'place':
      return []
    case 'return':
      return [0xc3]
  }
}

const SYSCALL = [0x0f, 0x05]

/** Registers of a call's arguments, by what stands for them: rdi, rsi, rdx, r10, r8. */
const REGISTERS = [
  { number: 7, high: 0 },
  { number: 6, high: 0 },
  { number: 2, high: 0 },
  { number: 2, high: 1 },
  { number: 0, high: 1 },
] as const

type Far = Parameters<Encode>[1]

function callBytes(number: number, args: readonly Operand[], far: Far): readonly number[] {
  const bytes: number[] = []
  for (const [at, arg] of args.entries()) bytes.push(...operand(arg, at, bytes.length, far))
  return [...bytes, 0xb8, ...little(number), ...SYSCALL]
}

/** @param start how many bytes of the call there are before it */
function operand(arg: Operand, at: number, start: number, far: Far): readonly number[] {
  const register = REGISTERS[at]
  if (register === undefined) throw new Error('a call has five arguments at most')
  const { number, high } = register
  const prefix = high ? [0x41] : []
  if (typeof arg === 'number') return [...prefix, 0xb8 + number, ...little(arg)]
  const place = number * 8 + 0x05
  if ('address' in arg) return [0x48 + 4 * high, 0x8d, place, ...little(far(arg.address, start + 7))]
  const wide = high ? [0x44] : []
  return [...wide, 0x8b, place, ...little(far(arg.held, start + wide.length + 6))]
}

function little(value: number): readonly number[] {
  return [value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, (value >>> 24) & 0xff]
}
