import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { MOST_INPUT_BYTES } from '../../../src/app/own-input/decode-input.ts'
import { readInputs } from '../../../src/app/own-input/read-inputs.ts'
import { fitInput } from '../../../src/core/own-input/fit-input.ts'
import { parseSignature, type Signature } from '../../../src/core/signature.ts'
import { snakeName } from '../../../src/grader/protocol/snake-case.ts'

const folder = mkdtempSync(join(tmpdir(), 'anneal-inputs-'))
afterAll(() => rmSync(folder, { recursive: true }))

const MEDIAN = parseSignature('(image: u8[H,W], ksize: int) -> u8[H,W]')
const NEGATE = parseSignature('(image: u8[H,W]) -> u8[H,W]')
const IMAGE = { dtype: 'u8', shape: [2, 3], data: Uint8Array.of(1, 2, 3, 4, 5, 6) }
const SUM = parseSignature('(gtBoxes: f32[N], o: {gtLimit: f64}) -> f64')

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

interface Options {
  readonly signature?: Signature
  readonly stdin?: Uint8Array
}

async function read(words: readonly string[], { signature = MEDIAN, stdin }: Options = {}) {
  const given = await readInputs(words, signature, { spell: snakeName, stdin })
  return fitInput(given, signature, snakeName).map(({ value }) => value)
}

/** As `numpy.save` writes it, version 1. */
function npy(descr: string, shape: string, bytes: Uint8Array, isFortran = false): Uint8Array {
  const header = `{'descr': ${descr}, 'fortran_order': ${isFortran ? 'True' : 'False'}, 'shape': (${shape}), }`
  const padded = `${header.padEnd(117)}\n`
  return Buffer.concat([
    Buffer.from('\x93NUMPY\x01\x00', 'latin1'),
    Buffer.of(118, 0),
    Buffer.from(padded),
    bytes,
  ])
}

const NPY = npy("'|u1'", '2, 3', IMAGE.data)
const GREY_PNG = encode({ width: 3, height: 2, data: IMAGE.data, channels: 1, depth: 8 })

describe('arrays of files', () => {
  test.each([
    { what: '.npy', content: NPY },
    {
      what: '.npy of float64',
      content: npy("'<f8'", '2, 3', new Uint8Array(Float64Array.from(IMAGE.data).buffer)),
    },
    {
      what: '.npy, big end first',
      content: npy("'>i2'", '2, 3', Uint8Array.of(0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6)),
    },
    { what: '.npy, by columns', content: npy("'|u1'", '2, 3', Uint8Array.of(1, 4, 2, 5, 3, 6), true) },
    { what: '.png', content: GREY_PNG },
    { what: 'JSON', content: '[[1, 2, 3], [4, 5, 6]]' },
  ])('are read: $what', async ({ what, content }) => {
    const path = file(`image-${what.replaceAll(/\W/g, '')}`, content)
    expect(await read([`image=${path}`, 'ksize=3'])).toEqual([IMAGE, 3])
  })

  test('are read where JSON names them, from its own folder', async () => {
    file('photo.npy', NPY)
    expect(await read([file('input.json', '{"image": "photo.npy", "ksize": 3}')])).toEqual([IMAGE, 3])
  })

  test('may be a whole input of numpy.savez', async () => {
    const content = zipSync({
      'image.npy': NPY,
      'ksize.npy': npy("'<i8'", '', Uint8Array.of(3, 0, 0, 0, 0, 0, 0, 0)),
    })
    expect(await read([file('input.npz', content)])).toEqual([IMAGE, 3])
  })

  test('need no name where there is one parameter', async () => {
    expect(await read([file('only.npy', NPY)], { signature: NEGATE })).toEqual([IMAGE])
    await expect(read([file('only.npy', NPY)])).rejects.toThrow(
      'only.npy is one array, and there are several parameters.',
    )
  })
})

test('what comes last counts, and - is stdin', async () => {
  const all = file('all.json', '{"image": [[1, 2, 3], [4, 5, 6]], "ksize": 3}')
  expect(await read([all, 'ksize=5'])).toEqual([IMAGE, 5])
  expect(await read(['-'], { stdin: Buffer.from('{"image": [[1, 2, 3], [4, 5, 6]], "ksize": 7}') })).toEqual([
    IMAGE,
    7,
  ])
  expect(await read(['image=-', 'ksize=1'], { stdin: GREY_PNG })).toEqual([IMAGE, 1])
})

test('a name may be spelled as the signature does or as the language, and means the same', async () => {
  const value = { dtype: 'f32', shape: [1], data: Float32Array.of(2) }
  const snake = file('snake.json', '{"gt_boxes": [1], "o": {"gt_limit": 5}}')
  expect(await read([snake, 'gtBoxes=[2]'], { signature: SUM })).toEqual([value, { gtLimit: 5 }])
  const camel = file('camel.json', '{"gtBoxes": [1], "o": {"gtLimit": 5}}')
  expect(await read([camel, 'gt_boxes=[2]'], { signature: SUM })).toEqual([value, { gtLimit: 5 }])
})

describe('refuses in one line', () => {
  const huge = join(folder, 'huge.npy')
  writeFileSync(huge, '')
  truncateSync(huge, MOST_INPUT_BYTES + 1)
  mkdirSync(join(folder, 'folder.json'))
  execFileSync('mkfifo', [join(folder, 'fifo')])
  const path = (name: string) => join(folder, name)

  test.each([
    { input: path('nowhere.json'), says: /There is no file .*nowhere\.json\. Check the path/ },
    // Longer than the system has names.
    { input: path(`${'a'.repeat(300)}.json`), says: /There is no file .*aaa\.json\. Check the path/ },
    { input: path('folder.json'), says: /folder\.json is a folder\. Give a file, or - for stdin\./ },
    { input: path('fifo'), says: /fifo is no ordinary file\. Give a file/ },
    { input: '/dev/zero', says: /\/dev\/zero is no ordinary file\./ },
    { input: huge, says: /huge\.npy is too large\. Give at most 33554432 bytes\./ },
    {
      input: `image=${file('short.npy', NPY.subarray(0, 130))}`,
      says: /short\.npy is a broken \.npy file\./,
    },
    {
      input: `image=${file('complex.npy', npy("'<c16'", '2, 3', new Uint8Array(96)))}`,
      says: /has the dtype c16, which is no number\./,
    },
    {
      input: `image=${file('object.npy', npy("'|O'", '1, 1', new Uint8Array(8)))}`,
      says: /the dtype object/,
    },
    {
      input: `image=${file('record.npy', npy("[('x', '<f4')]", '1', new Uint8Array(4)))}`,
      says: /the dtype \[\('x', '<f4'\)\]/,
    },
    {
      input: `image=${file('half.npy', npy("'<f4'", '1, 1', new Uint8Array(Float32Array.of(0.5).buffer)))}`,
      says: /image\[0\]\[0\] is 0\.5, and must be a whole number from 0 to 255\./,
    },
    {
      input: `image=${file('flat.npy', npy("'|u1'", '6,', IMAGE.data))}`,
      says: /image has the shape \[6\], and must have \[H, W\]\./,
    },
    {
      input: `image=${file('colour.png', encode({ width: 1, height: 1, data: Uint8Array.of(1, 2, 3), channels: 3, depth: 8 }))}`,
      says: /image has the shape \[1, 1, 3\], and must have \[H, W\]\./,
    },
    { input: `image=${file('cut.png', GREY_PNG.subarray(0, 30))}`, says: /cut\.png is broken\./ },
    {
      input: file('cut.npz', Buffer.from('PK\x03\x04 and no more')),
      says: /cut\.npz is broken\. Save it again\./,
    },
    {
      input: file('photo.jpg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0)),
      says: /photo\.jpg is of no kind that can be read\. Give JSON/,
    },
    { input: 'image=[[1,', says: /image is no JSON: / },
    { input: 'picture=[[1]]', says: /The input has picture, which is no parameter/ },
    { input: '-', says: /Nothing is on stdin\./ },
  ])('$says', async ({ input, says }) => {
    const problem = await read([input, 'ksize=3']).catch((error: unknown) => error)
    expect(problem).toMatchObject({ name: 'Problem', line: { en: expect.stringMatching(says) } })
    expect(problem).toMatchObject({ line: { en: expect.not.stringContaining('\n') } })
  })
})
