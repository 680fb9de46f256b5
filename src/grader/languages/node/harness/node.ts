/**
 * Runs beside a submission, in its process: reads frames from descriptor 3, calls the function, answers on
 * descriptor 4. Knows inputs only. Everything that it uses after the submission is loaded is captured before.
 * Whoever takes it over all the same gains nothing: the judge believes no word of it and compares outputs
 * itself.
 */
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import os from 'node:os'
import { pathToFileURL } from 'node:url'
import type { SignatureTypes } from '../../../../core/signature.ts'
import { createEncoder, type Encoded } from '../../../protocol/encode-value.ts'
import { encodeFrame, FRAME_PREFIX_BYTES, type Frame, readBody, readPrefix } from '../../../protocol/frame.ts'
import type { GreetingHeader, HarnessRequest, ReplyHeader } from '../../../protocol/messages.ts'
import { capture } from './capture.ts'
import { decodeArgument } from './decode-argument.ts'
import { explainError, isSyntaxError } from './explain-error.ts'
import { layersHere } from './layers.ts'

type SubmittedFunction = (...args: readonly unknown[]) => unknown

const cpuUsage = process.cpuUsage.bind(process)
const exit = process.exit.bind(process)
const apply = Reflect.apply
// Not the imports themselves: `syncBuiltinESMExports` would change them.
const { readSync, writeSync } = fs
const decodeHeader = readBody
let submission: SubmittedFunction | undefined
let signature: SignatureTypes = { params: [], returns: { kind: 'bool' } }
/** What calls returned, for a look at it after later ones. */
const kept: unknown[] = []

denySignals()
for (const name of ['stdout', 'stderr'] as const) printAtOnce(name)
write({ hello: { version: process.versions.node, layers: layersHere() } }, new Uint8Array(0))
void answer()

async function answer(): Promise<never> {
  for (;;) {
    const frame = readFrame()
    const request = frame.header as HarnessRequest
    if (request.op === 'load') await load(request)
    else if (request.op === 'call') call(request, frame.payload)
    else if (request.op === 'recall') recall(request)
    else batch(request, frame.payload)
  }
}

/** The permission model leaves signals open: a submission could stop the judge. */
function denySignals(): void {
  const deny = () => {
    throw new Error('Signals and priorities are out of reach of a submission.')
  }
  for (const name of [
    'kill',
    '_kill',
    '_debugProcess',
    '_debugEnd',
    'setuid',
    'setgid',
    'seteuid',
    'setegid',
  ]) {
    Object.defineProperty(process, name, { value: deny, writable: false, configurable: false })
  }
  os.setPriority = deny
  syncBuiltinESMExports()
}

/**
 * They are frozen already, but whoever sets one ends the process. To load their module takes a fifth of all
 * that we need to begin.
 */
function denySwitches(file: string): void {
  if (!fs.readFileSync(file, 'latin1').includes('v8')) return
  const v8 = process.getBuiltinModule('node:v8')
  v8.setFlagsFromString = () => {
    throw new Error('Switches are out of reach of a submission.')
  }
  syncBuiltinESMExports()
}

/**
 * The event loop never turns while a submission runs: a print that waits for it would be lost, and a flood
 * would fill this process instead of reaching the judge. The streams are still made only when they are asked
 * for.
 */
function printAtOnce(name: 'stdout' | 'stderr'): void {
  const make = Object.getOwnPropertyDescriptor(process, name)?.get
  let stream: unknown
  Object.defineProperty(process, name, {
    configurable: true,
    enumerable: true,
    get() {
      if (stream === undefined && make) {
        stream = make.call(process)
        ;(stream as { readonly _handle?: { setBlocking?: (on: boolean) => void } })._handle?.setBlocking?.(
          true,
        )
      }
      return stream
    },
  })
}

async function load(request: Extract<HarnessRequest, { readonly op: 'load' }>): Promise<void> {
  const { nonce, file, name } = request
  signature = request.signature
  try {
    denySwitches(file)
    const module: { readonly [name: string]: unknown } = await import(pathToFileURL(file).href)
    const found = module[name]
    if (typeof found === 'function') {
      submission = found as SubmittedFunction
      write({ nonce, loaded: true }, new Uint8Array(0))
    } else {
      write({ nonce, failed: 'missing', message: '' }, new Uint8Array(0))
    }
  } catch (error) {
    write(
      { nonce, failed: isSyntaxError(error) ? 'syntax' : 'threw', ...explainError(error) },
      new Uint8Array(0),
    )
  }
}

function call(
  { nonce, args: encoded, keep }: Extract<HarnessRequest, { readonly op: 'call' }>,
  payload: Uint8Array,
): void {
  const args = encoded.map((arg) => decodeArgument(arg, payload))
  const run = submission as SubmittedFunction
  const encoder = createEncoder()
  let header: ReplyHeader
  try {
    const result = apply(run, undefined, args)
    if (keep) kept[kept.length] = result
    header = {
      nonce,
      result: capture(result, signature.returns, encoder),
      // What the arguments hold now: the judge compares them with what it sent.
      args: signature.params.map((type, at) => capture(args[at], type, encoder)),
    }
  } catch (error) {
    write({ nonce, ...explainError(error) }, new Uint8Array(0))
    return
  }
  write(header, encoder.payload())
}

/** What the results that were kept hold now. */
function recall({ nonce }: Extract<HarnessRequest, { readonly op: 'recall' }>): void {
  const encoder = createEncoder()
  const results: Encoded[] = []
  try {
    for (let at = 0; at < kept.length; at++) results[at] = capture(kept[at], signature.returns, encoder)
  } catch (error) {
    write({ nonce, ...explainError(error) }, new Uint8Array(0))
    return
  }
  write({ nonce, results }, encoder.payload())
}

/**
 * Many calls for one measurement. Every output goes back at once, so that none can be put off until it is
 * asked for.
 */
function batch(
  { nonce, calls }: Extract<HarnessRequest, { readonly op: 'batch' }>,
  payload: Uint8Array,
): void {
  const run = submission as SubmittedFunction
  const encoder = createEncoder()
  const results: Encoded[] = []
  let cpuMs = 0
  try {
    for (const encoded of calls) {
      const args = encoded.map((arg) => decodeArgument(arg, payload))
      const before = cpuUsage()
      const result = apply(run, undefined, args)
      const { user, system } = cpuUsage(before)
      cpuMs += (user + system) / 1000
      results[results.length] = capture(result, signature.returns, encoder)
    }
  } catch (error) {
    write({ nonce, ...explainError(error) }, new Uint8Array(0))
    return
  }
  write({ nonce, results, cpuMs }, encoder.payload())
}

function readFrame(): Frame {
  const prefix = readExactly(FRAME_PREFIX_BYTES)
  const { headerBytes, payloadBytes } = readPrefix(prefix)
  return decodeHeader(readExactly(headerBytes + payloadBytes), headerBytes)
}

function readExactly(length: number): Uint8Array {
  const bytes = new Uint8Array(length)
  let at = 0
  while (at < length) {
    const got = readSync(3, bytes, at, length - at, null)
    // The judge has gone.
    if (got === 0) exit(0)
    at += got
  }
  return bytes
}

function write(header: ReplyHeader | GreetingHeader, payload: Uint8Array): void {
  const frame = encodeFrame(header, payload)
  let at = 0
  while (at < frame.length) at += writeSync(4, frame, at, frame.length - at)
}
