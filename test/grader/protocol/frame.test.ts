import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Type } from '../../../src/core/signature.ts'
import type { NdArray, Value } from '../../../src/core/value.ts'
import { createEncoder } from '../../../src/grader/protocol/encode-value.ts'
import { boundsOfReply, createFrameReader, encodeFrame } from '../../../src/grader/protocol/frame.ts'
import { readValue } from '../../../src/grader/protocol/read-value.ts'
import { codePoint } from '../../code-point.ts'

interface Typed {
  readonly type: Type
  readonly value: Value
}

const arrays: fc.Arbitrary<NdArray> = fc.array(fc.nat(4), { maxLength: 3 }).chain((shape) => {
  const length = shape.reduce((product, part) => product * part, 1)
  const size = { minLength: length, maxLength: length }
  return fc.oneof(
    fc.uint8Array(size).map((data): NdArray => ({ dtype: 'u8', shape, data })),
    fc.int32Array(size).map((data): NdArray => ({ dtype: 'i32', shape, data })),
    fc.float32Array(size).map((data): NdArray => ({ dtype: 'f32', shape, data })),
    fc.float64Array(size).map((data): NdArray => ({ dtype: 'f64', shape, data })),
  )
})
const leaves: fc.Arbitrary<Typed> = fc.oneof(
  fc.maxSafeInteger().map((value): Typed => ({ type: { kind: 'int' }, value })),
  fc.double().map((value): Typed => ({ type: { kind: 'f64' }, value })),
  fc.boolean().map((value): Typed => ({ type: { kind: 'bool' }, value })),
  fc.string({ unit: codePoint }).map((value): Typed => ({ type: { kind: 'str' }, value })),
  arrays.map((value): Typed => {
    return { type: { kind: 'array', dtype: value.dtype, dims: value.shape.map(() => 'N') }, value }
  }),
)
const typed: fc.Arbitrary<Typed> = fc.oneof(
  leaves,
  fc.dictionary(fc.stringMatching(/^[a-z][a-z0-9]*$/), leaves, { minKeys: 1 }).map((fields): Typed => {
    const entries = Object.entries(fields)
    return {
      type: { kind: 'record', fields: entries.map(([name, { type }]) => ({ name, type })) },
      value: Object.fromEntries(entries.map(([name, { value }]) => [name, value])),
    }
  }),
)

test('what is framed comes back the same, however the stream is cut', () => {
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 4 }), fc.integer({ min: 1, max: 40 }), (values, cut) => {
      const encoder = createEncoder()
      const header = values.map(({ value }) => encoder.encode(value))
      const stream = [encodeFrame(header, encoder.payload()), encodeFrame('next', new Uint8Array(0))]
      const bytes = Buffer.concat(stream)
      const reader = createFrameReader()
      const frames = []
      for (let at = 0; at < bytes.length; at += cut) frames.push(...reader.push(bytes.subarray(at, at + cut)))
      expect(frames).toHaveLength(2)
      const [frame] = frames
      const encoded = frame?.header as readonly unknown[]
      for (const [at, { type, value }] of values.entries()) {
        const read = readValue(type, encoded[at], frame?.payload ?? new Uint8Array(0), 'value')
        expect(read).toEqual({ kind: 'value', value, conversions: [] })
      }
    }),
  )
})

test('whatever a hostile header holds, reading it gives a value of the type or a complaint', () => {
  const hostile = fc.oneof(
    fc.anything({ withNullPrototype: true }),
    fc.record({ a: fc.tuple(fc.constantFrom('u8', 'f64', 'u9'), fc.array(fc.double()), fc.double()) }),
    fc.record({ a: fc.tuple(fc.constant('f64'), fc.array(fc.nat(9)), fc.nat(99)) }),
    fc.record({ r: fc.anything() }),
  )
  fc.assert(
    fc.property(typed, hostile, ({ type }, encoded) => {
      const read = readValue(type, encoded, new Uint8Array(64), 'result')
      if (read.kind === 'invalid') expect(read.expected).toBeDefined()
      else if (type.kind === 'int') expect(Number.isInteger(read.value)).toBe(true)
    }),
  )
})

test('bytes that announce more than any reply are refused before they come', () => {
  const reader = createFrameReader()
  expect(() => reader.push(Uint8Array.from([255, 255, 255, 255, 0, 0, 0, 0]))).toThrow('announces more')
})

test('a reply may hold what was asked with several times over, and little beside', () => {
  const prefix = (headerBytes: number, payloadBytes: number) =>
    new Uint8Array(Uint32Array.of(headerBytes, payloadBytes).buffer)
  const refused = (
    [headerBytes, payloadBytes]: readonly [number, number],
    asked: readonly [number, number],
  ) => {
    const reader = createFrameReader()
    reader.bound(boundsOfReply(...asked))
    try {
      reader.push(prefix(headerBytes, payloadBytes))
      return false
    } catch {
      return true
    }
  }
  expect(refused([2 ** 21, 0], [100, 0])).toBe(true)
  expect(refused([2 ** 21, 0], [2 ** 20, 0])).toBe(false)
  expect(refused([0, 2 ** 29], [100, 2 ** 20])).toBe(true)
  expect(refused([0, 2 ** 29], [100, 2 ** 28])).toBe(false)
})
