import { describe, expect, test } from 'vitest'
import { allowedCalls, type Processor } from '../../../src/grader/walls/allowed-calls.ts'
import {
  callFilter,
  encodeSteps,
  type FilterStep,
  OWN_PROCESS,
  STEP_BYTES,
} from '../../../src/grader/walls/call-filter.ts'

const PROCESSORS: readonly Processor[] = ['x86_64', 'aarch64']
const ARCHITECTURE: { readonly [P in Processor]: number } = { x86_64: 0xc000003e, aarch64: 0xc00000b7 }
const USUAL = { eventLoop: false, opensForWriting: true }
const NODE = { eventLoop: true, opensForWriting: true }
const SAYS: { readonly [value: number]: string } = {
  [0x7fff0000]: 'allowed',
  [0x50001]: 'EPERM',
  [0x50026]: 'ENOSYS',
  [0x80000000]: 'killed',
}

/** What the kernel makes of a call: an interpreter of its own, for the instructions that seccomp knows. */
function ask(
  steps: readonly FilterStep[],
  architecture: number,
  number: number,
  ...args: readonly number[]
): string {
  const data = new Map([
    [0, number],
    [4, architecture],
    ...args.map((arg, at) => [16 + 8 * at, arg] as const),
  ])
  let held = 0
  for (let at = 0; at < steps.length; at++) {
    const { code, yes, no, value } = steps[at] as FilterStep
    const holds = (test: boolean) => {
      at += test ? yes : no
    }
    if (code === 0x20) held = data.get(value) ?? 0
    else if (code === 0x54) held = (held & value) >>> 0
    else if (code === 0x15) holds(held === value)
    else if (code === 0x35) holds(held >= value)
    else if (code === 0x45) holds((held & value) !== 0)
    else if (code === 0x06) return SAYS[value] ?? `${value}`
    else throw new Error(`instruction ${code}`)
  }
  throw new Error('the filter has no end')
}

describe.each(PROCESSORS)('on %s', (processor) => {
  const usual = (number: number, ...args: readonly number[]) =>
    ask(callFilter(processor, USUAL), ARCHITECTURE[processor], number, ...args)
  const numberOf = (name: string, needs = NODE) =>
    allowedCalls(needs).find((call) => call.name === name)?.numbers[processor] ?? Number.NaN

  test('every call that is not named is denied, whatever the kernel will ever know', () => {
    const named = new Set(allowedCalls(USUAL).map(({ numbers }) => numbers[processor]))
    const others = Array.from({ length: 2000 }, (_, number) => number).filter((number) => !named.has(number))
    expect(others.length).toBeGreaterThan(1800)
    for (const number of [...others, 0x40000000, 0x40000027, 0x7fffffff, 0xffffffff])
      expect([number, usual(number)]).toEqual([number, number < 424 ? 'EPERM' : 'ENOSYS'])
  })

  test('calls of another processor end the process', () => {
    expect(ask(callFilter(processor, USUAL), 0x40000003, 1)).toBe('killed')
  })

  test.each<
    readonly [name: string, allowed: readonly (readonly number[])[], denied: readonly (readonly number[])[]]
  >([
    [
      'clone',
      [[0x3d0f00]],
      [[17], [0x100 | 17], [0x10000000 | 17], [0x10000 | 0x20000], [0x10000 | 0x40000000]],
    ],
    [
      'mmap',
      [[0, 4096, 3, 0x22]],
      [
        [0, 4096, 3, 0x21],
        [0, 4096, 1, 1],
        [0, 4096, 1, 3],
        [0, 1 << 21, 3, 0x40022],
      ],
    ],
    [
      'kill',
      [[OWN_PROCESS, 6]],
      [
        [0, 9],
        [1, 0],
        [0xffffffff, 9],
        [0x100000000 - OWN_PROCESS, 9],
      ],
    ],
    ['tgkill', [[OWN_PROCESS, 77, 6]], [[1, 1, 0]]],
    [
      'prlimit64',
      [
        [0, 7],
        [OWN_PROCESS, 7],
      ],
      [[1, 7]],
    ],
    [
      'fcntl',
      [
        [1, 3],
        [1, 1030],
      ],
      [
        [4, 8],
        [4, 10],
        [4, 15],
        [4, 1024],
        [4, 1031],
        [4, 5],
        [4, 6],
        [4, 1033],
      ],
    ],
    [
      'ioctl',
      [[1, 0x5401]],
      [
        [1, 0x5412],
        [1, 0x40086602],
        [1, 0x40049409],
        [1, 0xff04],
      ],
    ],
    [
      'madvise',
      [
        [0, 4096, 4],
        [0, 4096, 8],
        [0, 4096, 14],
      ],
      [
        [0, 4096, 12],
        [0, 4096, 20],
        [0, 4096, 21],
      ],
    ],
    ['prctl', [[15]], [[1], [4], [36], [8], [22], [24]]],
    ['sched_setaffinity', [[0]], [[1]]],
  ])('%s is let through where its arguments are its own', (name, allowed, denied) => {
    for (const args of allowed) expect([args, usual(numberOf(name), ...args)]).toEqual([args, 'allowed'])
    for (const args of denied) expect([args, usual(numberOf(name), ...args)]).toEqual([args, 'EPERM'])
  })

  test("Node's event loop has its own, and knows of a socket no more than its type", () => {
    const node = (number: number, ...args: readonly number[]) =>
      ask(callFilter(processor, NODE), ARCHITECTURE[processor], number, ...args)
    expect(usual(numberOf('epoll_ctl'))).toBe('EPERM')
    expect(node(numberOf('epoll_ctl'))).toBe('allowed')
    expect(node(numberOf('getsockopt'), 4, 1, 3)).toBe('allowed')
    for (const option of [17, 77, 20]) expect(node(numberOf('getsockopt'), 4, 1, option)).toBe('EPERM')
  })

  test('without Landlock no file is opened for writing', () => {
    const strict = (...args: readonly number[]) =>
      ask(
        callFilter(processor, { eventLoop: false, opensForWriting: false }),
        ARCHITECTURE[processor],
        numberOf('openat'),
        ...args,
      )
    expect(strict(0, 0, 0x80000)).toBe('allowed')
    for (const flags of [1, 2, 0x40, 0x200, 0x241, 0x80002]) {
      expect([flags, strict(0, 0, flags)]).toEqual([flags, 'EPERM'])
      expect(usual(numberOf('openat'), 0, 0, flags)).toBe('allowed')
    }
  })

  test('is within what the kernel takes, and is written as it reads it', () => {
    const steps = callFilter(processor, NODE)
    expect(steps.length).toBeLessThan(4096)
    expect(encodeSteps(steps).length).toBe(steps.length * STEP_BYTES)
    expect([...encodeSteps([{ code: 0x15, yes: 1, no: 2, value: 0x01020304 }])]).toEqual([
      0x15, 0, 1, 2, 4, 3, 2, 1,
    ])
  })
})
