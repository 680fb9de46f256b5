import { type Processor, processorHere } from './allowed-calls.ts'
import { callFilter, encodeSteps, OWN_PROCESS, STEP_BYTES, VALUE_AT } from './call-filter.ts'
import type { Instruction, Operand } from './machine-code.ts'
import { type Datum, preloadLibrary } from './preload-library.ts'

/** A file or folder that may be read, and a file that may be written too. */
export interface Readable {
  readonly path: string
  readonly is: 'folder' | 'file' | 'written file'
}

/**
 * A library that, loaded before a program, puts the same walls around it as confine.py and confine.hpp do
 * around theirs, which can ask the kernel themselves: no capability, Landlock, seccomp. What the kernel does
 * not know is left out; the harness finds out what stands.
 */
export function standingWalls(processor: Processor, readable: readonly Readable[]): Uint8Array {
  const ask = callsOf(processor)
  const [beside, without] = [
    filterOf(processor, 'beside Landlock', true),
    filterOf(processor, 'without Landlock', false),
  ]
  const instructions: readonly Instruction[] = [
    ask('prctl', NO_NEW_PRIVILEGES, 1, 0, 0, 0),
    jumpIfNegative('end'),
    ...Array.from({ length: 64 }, (_, capability) => ask('prctl', DROP_CAPABILITY, capability, 0, 0, 0)),
    ask('capset', at('capability version'), at('no capabilities')),
    ...RULE_SETS.flatMap(({ bytes }, index): Instruction[] => [
      ask('landlock_create_ruleset', at(`rule set ${index}`), bytes, 0),
      { kind: 'jump', whenNegative: false, to: 'rules' },
    ]),
    jumpIfNegative('without'),
    place('rules'),
    { kind: 'keep', to: 'rule set' },
    ...readable.flatMap((_, index) => allow(ask, index)),
    ask('landlock_restrict_self', held('rule set'), 0),
    jumpIfNegative('without'),
    ask('close', held('rule set')),
    ...putOn(ask, beside),
    place('without'),
    ...putOn(ask, without),
    place('end'),
    { kind: 'return' },
  ]
  const data = [...DATA, ...filterData(beside), ...filterData(without), ...readable.flatMap(ruleData)]
  return preloadLibrary(instructions, data, processor)
}

/** The same on this machine, made when it is first asked for: undefined where the system's loader puts none up. */
export function standingWallsHere(readable: readonly Readable[]): () => Uint8Array | undefined {
  let walls: Uint8Array | undefined
  return () => {
    const processor = processorHere()
    if (processor === undefined) return undefined
    walls ??= standingWalls(processor, readable)
    return walls
  }
}

interface NamedFilter {
  readonly name: string
  readonly steps: Buffer
}

function filterOf(processor: Processor, name: string, opensForWriting: boolean): NamedFilter {
  return { name, steps: encodeSteps(callFilter(processor, { eventLoop: true, opensForWriting })) }
}

const [NO_NEW_PRIVILEGES, DROP_CAPABILITY, SET_FILTER] = [38, 24, 22]
const HERE = -100
const O_PATH_CLOEXEC = 0x28_0000

type Ask = (name: keyof typeof CALLS, ...args: readonly Operand[]) => Instruction

const CALLS = {
  prctl: { x86_64: 157, aarch64: 167 },
  capset: { x86_64: 126, aarch64: 91 },
  openat: { x86_64: 257, aarch64: 56 },
  close: { x86_64: 3, aarch64: 57 },
  getpid: { x86_64: 39, aarch64: 172 },
  landlock_create_ruleset: { x86_64: 444, aarch64: 444 },
  landlock_add_rule: { x86_64: 445, aarch64: 445 },
  landlock_restrict_self: { x86_64: 446, aarch64: 446 },
} as const

function callsOf(processor: Processor): Ask {
  return (name, ...args) => ({ kind: 'call', number: CALLS[name][processor], args })
}

/**
 * All ways to a file, to the network and to other processes that Landlock knows, from its sixth version down
 * to its first.
 */
const RULE_SETS = [
  { files: 16, network: 3, others: 3, bytes: 24 },
  { files: 16, network: 3, others: 0, bytes: 16 },
  { files: 15, network: 3, others: 0, bytes: 16 },
  { files: 15, network: 0, others: 0, bytes: 8 },
  { files: 14, network: 0, others: 0, bytes: 8 },
  { files: 13, network: 0, others: 0, bytes: 8 },
]

const [WRITE_FILE, READ_FILE, READ_FOLDER] = [1 << 1, 1 << 2, 1 << 3]
const ACCESS: { readonly [K in Readable['is']]: number } = {
  folder: READ_FILE | READ_FOLDER,
  file: READ_FILE,
  'written file': READ_FILE | WRITE_FILE,
}

const DATA: readonly Datum[] = [
  { name: 'capability version', bytes: words(0x2008_0522, 0) },
  { name: 'no capabilities', bytes: words(0, 0, 0, 0, 0, 0) },
  { name: 'rule set', bytes: words(0) },
  ...RULE_SETS.map(({ files, network, others }, index) => ({
    name: `rule set ${index}`,
    bytes: words(2 ** files - 1, 0, network, 0, others, 0),
  })),
]

/** A rule of the kernel's: what is allowed, and a descriptor of where, which is put in its place. */
function ruleData({ path, is }: Readable, index: number): readonly Datum[] {
  return [
    { name: `path ${index}`, bytes: Buffer.from(`${path}\0`) },
    { name: `rule ${index}`, bytes: words(ACCESS[is], 0, 0), marks: [[`descriptor ${index}`, 8]] },
  ]
}

function allow(ask: Ask, index: number): readonly Instruction[] {
  return [
    ask('openat', HERE, at(`path ${index}`), O_PATH_CLOEXEC, 0),
    jumpIfNegative(`past ${index}`),
    { kind: 'keep', to: `descriptor ${index}` },
    ask('landlock_add_rule', held('rule set'), 1, at(`rule ${index}`), 0),
    ask('close', held(`descriptor ${index}`)),
    place(`past ${index}`),
  ]
}

/** A filter, and the kernel's word of how long it is and where. */
function filterData({ name, steps }: NamedFilter): readonly Datum[] {
  const count = steps.length / STEP_BYTES
  return [
    { name, bytes: steps, marks: ownIn(steps).map((offset) => [`own ${name} ${offset}`, offset]) },
    { name: `program ${name}`, bytes: words(count, 0, 0, 0), marks: [[`start ${name}`, 8]] },
  ]
}

function putOn(ask: Ask, { name, steps }: NamedFilter): readonly Instruction[] {
  return [
    ask('getpid'),
    ...ownIn(steps).map((offset): Instruction => ({ kind: 'keep', to: `own ${name} ${offset}` })),
    { kind: 'keep address', of: name, to: `start ${name}` },
    ask('prctl', SET_FILTER, 2, at(`program ${name}`), 0, 0),
    { kind: 'return' },
  ]
}

/** Where the number of the process goes. */
function ownIn(steps: Buffer): readonly number[] {
  const values = Array.from({ length: steps.length / STEP_BYTES }, (_, step) => step * STEP_BYTES + VALUE_AT)
  return values.filter((offset) => steps.readUInt32LE(offset) === OWN_PROCESS)
}

function at(address: string): Operand {
  return { address }
}

function held(name: string): Operand {
  return { held: name }
}

function jumpIfNegative(to: string): Instruction {
  return { kind: 'jump', whenNegative: true, to }
}

function place(name: string): Instruction {
  return { kind: 'place', name }
}

function words(...values: readonly number[]): Buffer {
  return Buffer.from(Uint32Array.from(values).buffer)
}
