import {
  type AllowedCall,
  allowedCalls,
  type CallNeeds,
  type Condition,
  type Processor,
} from './allowed-calls.ts'

/**
 * One instruction of the kernel's packet filter: where to go on when its test holds and when not, counted
 * from the next.
 */
export interface FilterStep {
  readonly code: number
  readonly yes: number
  readonly no: number
  readonly value: number
}

/** Stands for the number of the process that the filter will hold: whoever puts it on writes that in its place. */
export const OWN_PROCESS = 0x4f57_4e21

/**
 * A seccomp filter that lets through what is allowed. The rest fails as it would without privilege, and what
 * is new as on an older kernel.
 */
export function callFilter(processor: Processor, needs: CallNeeds): readonly FilterStep[] {
  const calls = allowedCalls(needs).flatMap((call) => stepsOf(call, processor))
  return [
    load(ARCHITECTURE),
    jump(EQUAL, ARCHITECTURES[processor], 1, 0),
    give(KILLED),
    load(NUMBER),
    ...calls,
    // Libraries try a new call and take an old one where there is none. Higher still are the 32-bit calls of x86.
    jump(AT_LEAST, FIRST_NEW, 0, 1),
    give(MISSING),
    give(DENIED),
  ]
}

/** As the kernel reads them. */
export function encodeSteps(steps: readonly FilterStep[]): Buffer {
  const bytes = Buffer.alloc(steps.length * STEP_BYTES)
  for (const [index, { code, yes, no, value }] of steps.entries()) {
    const at = index * STEP_BYTES
    bytes.writeUInt16LE(code, at)
    bytes.writeUInt8(yes, at + 2)
    bytes.writeUInt8(no, at + 3)
    bytes.writeUInt32LE(value, at + VALUE_AT)
  }
  return bytes
}

export const STEP_BYTES = 8
export const VALUE_AT = 4

function stepsOf({ numbers, where }: AllowedCall, processor: Processor): readonly FilterStep[] {
  const number = numbers[processor]
  if (number === undefined) return []
  // What fails ends here: the number of the call is no longer at hand.
  const tests = [...where.flatMap((condition) => [...testOf(condition), give(DENIED)]), give(ALLOWED)]
  return [jump(EQUAL, number, 0, tests.length), ...tests]
}

/** Goes on behind the next step where the condition holds. */
function testOf(condition: Condition): readonly FilterStep[] {
  const argument = load(FIRST_ARGUMENT + 8 * condition.argument)
  switch (condition.kind) {
    case 'all of':
      return [
        argument,
        { code: MASK, yes: 0, no: 0, value: condition.bits },
        jump(EQUAL, condition.bits, 1, 0),
      ]
    case 'none of':
      return [argument, jump(ANY_OF, condition.bits, 0, 1)]
    case 'one of':
      return [argument, ...anyOf(condition.values)]
    case 'own':
      return [argument, ...anyOf(condition.orZero ? [OWN_PROCESS, 0] : [OWN_PROCESS])]
  }
}

function anyOf(values: readonly number[]): readonly FilterStep[] {
  return values.map((value, at) => jump(EQUAL, value, values.length - at, 0))
}

function load(value: number): FilterStep {
  return { code: 0x20, yes: 0, no: 0, value }
}

function jump(code: number, value: number, yes: number, no: number): FilterStep {
  return { code, yes, no, value }
}

function give(value: number): FilterStep {
  return { code: 0x06, yes: 0, no: 0, value }
}

const [EQUAL, AT_LEAST, ANY_OF, MASK] = [0x15, 0x35, 0x45, 0x54]
/** Places in what the kernel tells of a call. */
const [NUMBER, ARCHITECTURE, FIRST_ARGUMENT] = [0, 4, 16]
const ARCHITECTURES: { readonly [P in Processor]: number } = { x86_64: 0xc000_003e, aarch64: 0xc000_00b7 }
/** EPERM and ENOSYS. */
const [ALLOWED, DENIED, MISSING, KILLED] = [0x7fff_0000, 0x0005_0001, 0x0005_0026, 0x8000_0000]
/** From here on a call has the same number on every processor. */
const FIRST_NEW = 424
