import type { Access, CheckedMistake, Elements, NumberMistake, What } from './mistake.ts'

/**
 * Reads what a program that was compiled with the sanitizers, and with the standard library's own checks,
 * says when it ends itself. Undefined where nothing of it names a line of `fileName`.
 */
export function readReport(said: string, fileName: string): CheckedMistake | undefined {
  const report: Report = { lines: said.split('\n'), own: ownLine(fileName) }
  const died = report.lines.findLastIndex((line) => DIED.test(line))
  const found = died < 0 ? readLastComplaint(report) : readDeath(report, died)
  const numbers = readNumbers(report)
  if (found === undefined) return numbers[0] && { ...placed(numbers[0]), because: undefined }
  const because = followsFromNumbers(found.what) ? numbers[0] : undefined
  return { ...found, because: because && { what: because.what, line: because.line } }
}

interface Report {
  readonly lines: readonly string[]
  /** Finds the learner's file at the end of a place or a frame, and its line. */
  readonly own: RegExp
}

interface Found<W = What> {
  readonly what: W
  readonly line: number
}

function placed({ what, line }: Found<NumberMistake>): Found {
  return { what: { kind: what }, line }
}

const DIED = /^==\d+==ERROR: AddressSanitizer: /
const FRAME = /^\s+#\d+ 0x/
const COMPLAINT = /runtime error: (.*)$/

function ownLine(fileName: string): RegExp {
  return new RegExp(`(?:^|[ /])${fileName.replace(/[.]/g, '\\.')}:(\\d{1,6})(?::\\d+)?(?:\\)|:?$|: )`)
}

/** The learner's lines in the first stack at or after a line of the report, from the innermost out. */
function stackFrom({ lines, own }: Report, from: number): readonly number[] {
  const rest = lines.slice(from)
  const begin = rest.findIndex((line) => FRAME.test(line))
  if (begin < 0) return []
  const length = rest.slice(begin).findIndex((line) => !FRAME.test(line))
  const frames = rest.slice(begin, length < 0 ? undefined : begin + length)
  return frames.flatMap((line) => own.exec(line)?.[1] ?? []).map(Number)
}

/** The sanitizer of undefined behaviour ends the program with its last complaint. */
function readLastComplaint(report: Report): Found | undefined {
  const at = report.lines.findLastIndex((line) => COMPLAINT.test(line))
  const text = COMPLAINT.exec(report.lines[at] ?? '')?.[1] ?? ''
  const what = whatOfComplaint(text)
  const line = placeOf(report, at)
  return what && line ? { what, line } : undefined
}

function placeOf(report: Report, at: number): number | undefined {
  const named = report.own.exec(report.lines[at]?.split(' runtime error')[0] ?? '')?.[1]
  return named === undefined ? stackFrom(report, at)[0] : Number(named)
}

function whatOfComplaint(text: string): What | undefined {
  const bounds = /^index (-?\d{1,20}) out of bounds for type '[^[]*\[(\d{1,20})\]/.exec(text)
  if (bounds) return indexOf('array', bounds)
  if (text.includes('null pointer')) return { kind: 'null' }
  if (text.startsWith('division by zero')) return { kind: 'divided-by-zero' }
  if (text.includes('end of a value-returning function')) return { kind: 'no-return' }
  return undefined
}

function indexOf(of: 'container' | 'array', [, index = '0', length = '0']: readonly string[]): What {
  // The library prints what was meant as a negative number as a very large one, or not, as its version has it.
  return { kind: 'index', of, index: BigInt.asIntN(64, BigInt(index)), length: BigInt(length) }
}

/** What did not end the program: each place is told once. */
function readNumbers(report: Report): readonly Found<NumberMistake>[] {
  return report.lines.flatMap((text, at) => {
    const complaint = COMPLAINT.exec(text)?.[1] ?? ''
    const what = complaint.includes('outside the range of representable values')
      ? 'conversion'
      : /^signed integer overflow|cannot be represented in type/.test(complaint)
        ? 'overflow'
        : undefined
    const line = what && placeOf(report, at)
    return what && line ? [{ what, line }] : []
  })
}

/** A number that is out of its range makes an index or an address that is far off. */
function followsFromNumbers(what: What): boolean {
  if (what.kind === 'index') return what.index !== undefined && (what.index < 0n || what.index > 1n << 30n)
  return what.kind === 'nowhere'
}

function readDeath(report: Report, at: number): Found | undefined {
  const kind = report.lines[at]?.replace(DIED, '') ?? ''
  const stack = stackFrom(report, at)
  if (kind.startsWith('stack-overflow')) return readStackOverflow(stack)
  const what = kind.startsWith('ABRT')
    ? whatOfAbort(report.lines.slice(0, at))
    : whatOfDeath(kind, report, at)
  const line = stack[0]
  return what && line ? { what, line } : undefined
}

/** A function that calls itself stands there again and again. */
function readStackOverflow(stack: readonly number[]): Found | undefined {
  const counts = new Map<number, number>()
  for (const line of stack) counts.set(line, (counts.get(line) ?? 0) + 1)
  const [often] = [...counts].sort(([, one], [, other]) => other - one)
  if (often === undefined) return undefined
  return { what: { kind: often[1] >= MANY_CALLS ? 'recursion' : 'stack-full' }, line: often[0] }
}

const MANY_CALLS = 8

function whatOfDeath(kind: string, report: Report, at: number): What | undefined {
  const about = report.lines.slice(at).join('\n')
  const access: Access = /\bREAD\b/.test(about) ? 'read' : /\bWRITE\b/.test(about) ? 'write' : 'unknown'
  const [name = ''] = /^(?:attempting )?[\w-]+/.exec(kind) ?? []
  if (/-buffer-(over|under)flow$|^container-overflow$/.test(name))
    return { kind: 'outside', access, elements: elementsOf(about) }
  switch (name) {
    case 'SEGV':
    case 'BUS':
      return about.includes('points to the zero page') ? { kind: 'null' } : { kind: 'nowhere', access }
    case 'FPE': {
      const overflowed = report.lines.slice(0, at).some((line) => line.includes('runtime error: division of'))
      return { kind: overflowed ? 'overflow' : 'divided-by-zero' }
    }
    case 'ILL':
      return { kind: 'no-return' }
    case 'heap-use-after-free':
      return { kind: 'freed', freedAt: freedAt(report, at) }
    case 'stack-use-after-return':
    case 'stack-use-after-scope':
      return { kind: 'local-gone' }
    case 'attempting double-free':
      return { kind: 'freed-twice' }
    case 'attempting free':
    case 'bad-free':
      return { kind: 'not-allocated' }
    default:
      return undefined
  }
}

function freedAt(report: Report, at: number): number | undefined {
  const freed = report.lines.findIndex((line, index) => index > at && line.startsWith('freed by thread'))
  return freed < 0 ? undefined : stackFrom(report, freed)[0]
}

/** `0x… is located 8 bytes to the left of 40-byte region`, or since LLVM 15 `8 bytes before`. */
function elementsOf(about: string): Elements | undefined {
  const bytes = Number(/(?:READ|WRITE) of size (\d{1,9})\b/.exec(about)?.[1])
  const [, offset, side, region, global] =
    /is located (\d{1,12}) bytes (to the left of|before|to the right of|after) (?:(\d{1,12})-byte region|global variable .* of size (\d{1,12}))/.exec(
      about,
    ) ?? []
  const size = Number(region ?? global)
  // What is more is no element: a copy of many.
  if (offset === undefined || !(bytes >= 1 && bytes <= 8) || size % bytes !== 0) return undefined
  const isBefore = side === 'before' || side === 'to the left of'
  const start = isBefore ? -Number(offset) : size + Number(offset)
  return { index: Math.floor(start / bytes), length: size / bytes, bytes }
}

/** Why a program called abort, as the standard library says before it does. */
function whatOfAbort(before: readonly string[]): What | undefined {
  const said = before.join('\n')
  // `assert` names its place and its condition itself.
  if (/: Assertion `/.test(said)) return undefined
  if (said.includes('terminate called')) return { kind: 'uncaught' }
  const complaint = /\nError: ([^\n]+(?:\n[^\n]+)*)/.exec(`\n${said}`)?.[1]
  if (complaint !== undefined) return whatOfLibrary(complaint.replace(/\s+/g, ' '))
  const condition = /: Assertion '(.*)' failed/.exec(said)?.[1]
  if (condition === undefined) return { kind: 'aborted' }
  if (/!.*empty\(\)/.test(condition)) return { kind: 'empty' }
  if (/< (?:this->)?_?M?_?size\(\)|<= size\(\)|< _Nm/.test(condition))
    return { kind: 'index', of: 'container', index: undefined, length: undefined }
  return { kind: 'library', text: condition }
}

function whatOfLibrary(complaint: string): What {
  const index = /out-of-bounds index (-?\d{1,20}), but container only holds (\d{1,20}) elements/.exec(
    complaint,
  )
  if (index) return indexOf('container', index)
  if (complaint.includes('in an empty container')) return { kind: 'empty' }
  if (/past-the-end|falls outside its valid range/.test(complaint)) return { kind: 'past-end' }
  if (/singular iterator|before-begin|different (?:container|sequence)/.test(complaint))
    return { kind: 'invalid-iterator' }
  if (/irreflexive|strict weak ordering/.test(complaint)) return { kind: 'order' }
  return { kind: 'library', text: complaint }
}
