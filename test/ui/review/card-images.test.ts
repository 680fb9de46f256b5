import { mkdirSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { encode } from 'fast-png'
import { describe, expect, test } from 'vitest'
import { contentOf, shelve } from '../../../src/content/content.ts'
import { parseDeck } from '../../../src/content/parse-deck.ts'
import type { Destination } from '../../../src/ui/frame/destination.ts'
import { openTestDeps } from '../../app/open-test-deps.ts'
import { drive } from '../drive-screens.ts'

const REVIEW: Destination = {
  kind: 'review',
  options: { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' },
}

const RED = [255, 0, 0]
const BLUE = [0, 0, 255]
const [RED_VALUE, BLUE_VALUE] = [0xff0000, 0x0000ff]

function png(colour: readonly number[], width = 6, height = 4): Uint8Array {
  const data = Uint8Array.from({ length: width * height * 3 }, (_, at) => colour[at % 3] ?? 0)
  return encode({ width, height, channels: 3, depth: 8, data })
}

/** A deck of the learner's own with images beside it, as a review shows it. */
function review(note: string, images: { readonly [path: string]: Uint8Array }, rows = 24) {
  const deps = openTestDeps({})
  const { decks } = deps.folders
  const write = (path: string, bytes: Uint8Array) => writeFileSync(join(decks, path), bytes)
  mkdirSync(join(decks, 'img'), { recursive: true })
  const lengthen = (path: string, bytes: number) => truncateSync(join(decks, path), bytes)
  for (const [path, bytes] of Object.entries(images)) write(path, bytes)
  const { deck } = parseDeck(`## mine/one\n${note}`, join(decks, 'mine.md'))
  const size = { columns: 80, rows }
  return {
    ...drive({ ...deps, content: contentOf([shelve(deck)], [], []) }, REVIEW, { size }),
    write,
    lengthen,
  }
}

type Session = ReturnType<typeof review>

function valuesOn(session: Session): ReadonlySet<number> {
  const pixels = session.frame().lines.flatMap((runs) => runs.flatMap(({ pixels }) => pixels ?? []))
  return new Set(pixels.flatMap(({ tops }) => tops))
}

describe('the image of a card', () => {
  test('is seen with the question and with the answer', () => {
    const session = review('image: img/a.png\n\nQ: What is it?\nA: Red.\n', { 'img/a.png': png(RED) })
    expect(valuesOn(session)).toEqual(new Set([RED_VALUE]))
    expect(session.text()).toContain('Image: img/a.png')
    session.press('space', 'home')
    expect(valuesOn(session)).toEqual(new Set([RED_VALUE]))
    expect(session.text()).toMatch(/Image: img\/a\.png\s+─+\s+Red\./)
  })

  test.each([
    {
      what: 'is not there',
      images: {},
      said: 'Image: img/a.png (not there)',
      zh: '图片：img/a.png（文件不存在）',
    },
    {
      what: 'is no PNG and no JPEG',
      images: { 'img/a.png': Buffer.from('GIF89a') },
      said: 'Image: img/a.png (only PNG and JPEG are shown)',
      zh: '图片：img/a.png（只显示 PNG 和 JPEG）',
    },
    {
      what: 'is cut off',
      images: { 'img/a.png': png(RED).subarray(0, 50) },
      said: 'Image: img/a.png (damaged)',
      zh: '图片：img/a.png（文件已损坏）',
    },
  ])('that $what is named', ({ images, said, zh }) => {
    const session = review('image: img/a.png\n\nQ: What is it?\nA: Red.\n', images)
    expect(session.text()).toContain(said)
    session.press('l')
    expect(session.text()).toContain(zh)
  })

  test('that is a file of more than 20 MB is not read', () => {
    const session = review('image: img/a.png\n\nQ: What is it?\nA: Red.\n', { 'img/a.png': png(RED) })
    session.lengthen('img/a.png', 20_000_001)
    expect(session.text()).toContain('Image: img/a.png (too large to be shown)')
  })

  test('that comes while the card is in sight is shown then', () => {
    const session = review('image: img/a.png\n\nQ: What is it?\nA: Red.\n', {})
    expect(valuesOn(session).size).toBe(0)
    session.write('img/a.png', png(RED))
    expect(valuesOn(session)).toEqual(new Set([RED_VALUE]))
  })

  test('leads nowhere outside of the deck’s folder', () => {
    const outside = { '../secret.png': png(RED) }
    const session = review('Q: What is it? ![it](../secret.png)\nA: ![this](img/../../secret.png)\n', outside)
    session.press('space')
    expect(valuesOn(session).size).toBe(0)
    expect(session.text()).toContain('[it] (../secret.png)')
  })
})

describe('an image in a text', () => {
  test('stands between the words, in question and answer', () => {
    const note = 'Q: First ![red](img/a.png) then?\nA: See\n\n![blue](img/b%20c.png)\n\nabove.\n'
    const session = review(note, { 'img/a.png': png(RED), 'img/b c.png': png(BLUE) })
    expect(valuesOn(session)).toEqual(new Set([RED_VALUE]))
    expect(session.text()).toMatch(/First\n[^a-z]+\n then\?/)
    session.press('space')
    expect(valuesOn(session)).toEqual(new Set([RED_VALUE, BLUE_VALUE]))
  })

  test('is named with its address where it cannot be shown', () => {
    const session = review('Q: What is ![a plot](https://example.com/a.png)?\nA: A plot.\n', {})
    expect(session.text()).toContain('What is [a plot] (https://example.com/a.png)?')
  })
})

test.each([
  { window: 24, image: 14 },
  { window: 40, image: 30 },
])(
  'in a window of $window rows a photograph is as high as leaves room for question and keys',
  ({ window, image }) => {
    const note = 'image: img/a.png\n\nQ: What is it?\nA: Red.\n'
    const session = review(note, { 'img/a.png': png(RED, 900, 900) }, window)
    const rows = session.frame().lines.filter((runs) => runs.some(({ pixels }) => pixels !== undefined))
    expect(rows.length).toBe(image)
    expect(session.text()).toMatch(/What is it\?[\s\S]*Image: img\/a\.png[\s\S]*show the answer/)
  },
)
