import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DUPLICATE_OVERLAP, findNearDuplicates } from '../../src/content/near-duplicates.ts'

/** Few words, so that near duplicates are common; long texts too, so that they need not be equal. */
const texts = fc.array(
  fc.oneof(
    fc.uniqueArray(fc.constantFrom(...'abcdefghij'), { maxLength: 8 }),
    fc.subarray([...'abcdefghijklmnopqrstuvwxyz'], { minLength: 21 }),
  ),
  { maxLength: 14 },
)

test('the groups are those that comparing each with each would find', () => {
  fc.assert(
    fc.property(texts, (items) => {
      const found = findNearDuplicates(items, (words) => words.join(' '))
      expect(found.map(({ members }) => members)).toEqual(groupsByPairs(items))
      for (const { members, overlap } of found)
        expect(overlap).toBe(overlapOf(members[0] ?? [], members[1] ?? []))
    }),
    { numRuns: 2000 },
  )
})

test('a template filled many times is one group, and one filled with enough is none', () => {
  const template = Array.from({ length: 16 }, (_, at) => `word${at}`).join(' ')
  const filled = (words: number) =>
    Array.from(
      { length: 2000 },
      (_, at) => `${template} ${Array.from({ length: words }, (__, of) => `fill${at}x${of}`).join(' ')}`,
    )
  expect(findNearDuplicates(filled(1), (text) => text).map(({ members }) => members.length)).toEqual([2000])
  expect(findNearDuplicates(filled(3), (text) => text)).toEqual([])
})

function groupsByPairs(items: readonly (readonly string[])[]): readonly (readonly (readonly string[])[])[] {
  const left = new Set(items.keys())
  const groups: (readonly string[])[][] = []
  for (const start of left) {
    const group = new Set([start])
    for (const member of group) {
      for (const other of left) {
        if (overlapOf(items[member] ?? [], items[other] ?? []) >= DUPLICATE_OVERLAP) group.add(other)
      }
    }
    for (const member of group) left.delete(member)
    if (group.size > 1) groups.push([...group].sort((a, b) => a - b).map((at) => items[at] ?? []))
  }
  return groups
}

function overlapOf(first: readonly string[], second: readonly string[]): number {
  const shared = first.filter((word) => second.includes(word)).length
  return shared / (first.length + second.length - shared || 1)
}
