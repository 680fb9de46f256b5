import { describe, expect, test } from 'vitest'
import type { Destination } from '../../../src/ui/frame/destination.ts'
import { openTestDeps } from '../../app/open-test-deps.ts'
import { drive } from '../drive-screens.ts'

const REVIEW: Destination = {
  kind: 'review',
  options: { decks: [], newCards: undefined, limit: undefined, mode: 'scheduled' },
}

const deckWith = (field: string) => ({
  pictures: `## pictures/one
source: a book
${field}

Q: What does it do?
A: It cleans.
Q.zh: 它做什么？
A.zh: 它去噪。
`,
})

const SIZES = [
  { columns: 80, rows: 24 },
  { columns: 40, rows: 24 },
]

describe.each(SIZES)('at $columns x $rows', (size) => {
  test('a picture comes with the answer, in both languages', () => {
    const session = drive(openTestDeps(deckWith('picture: filter(median, 3)')), REVIEW, { size })
    expect(session.text()).not.toContain('before')
    session.press('space')
    expect(session.text()).toMatch(/It cleans\.\s+before/)
    session.press('l')
    expect(session.text()).toMatch(/它去噪。\s+滤波前/)
    const pixels = session.frame().lines.flatMap((runs) => runs.flatMap(({ pixels }) => pixels ?? []))
    expect(pixels.length).toBeGreaterThan(8)
  })

  test('a picture in the question stands under the prompt, before and after', () => {
    const session = drive(openTestDeps(deckWith('picture-in-question: focal-loss')), REVIEW, { size })
    expect(session.text()).toMatch(/What does it do\?\s+loss {2}a γ = 0/)
    session.press('l')
    expect(session.text()).toMatch(/它做什么？\s+损失 {2}a γ = 0/)
    session.press('space')
    expect(session.text()).toMatch(/0 ┤[^┤]*─\n *它去噪。/)
    session.press('home')
    expect(session.text()).toMatch(/它做什么？\s+损失 {2}a γ = 0/)
  })
})

test('a picture whose reference is not built leaves the card as it is', () => {
  const deps = openTestDeps(deckWith('picture: filter(median, 3)'))
  const session = drive({ ...deps, folders: { ...deps.folders, graders: '/nowhere' } }, REVIEW)
  session.press('space')
  expect(session.text()).toMatch(/It cleans\.\s+Picture: filter/)
})

test('an image is named with the question, and is called otherwise than a picture', () => {
  const session = drive(openTestDeps(deckWith('image: img/cleaned.png')), REVIEW)
  expect(session.text()).toMatch(/What does it do\?\s+Image: img\/cleaned\.png/)
  session.press('l')
  expect(session.text()).toMatch(/它做什么？\s+图片：img\/cleaned\.png/)
})
