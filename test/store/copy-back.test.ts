import { statSync } from 'node:fs'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { CardId } from '../../src/core/ids.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { answer, START } from './study.ts'
import { temporaryDatabase } from './temporary-database.ts'

test('what answers wrote ahead comes to its places in the file in a pause behind many of them, and not before', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const path = temporaryDatabase()
  const store = createStore(openDatabase(path))
  onTestFinished(() => void store.close())
  const size = () => statSync(path).size
  const answerTimes = (count: number, from: number) => {
    for (let at = from; at < from + count; at++)
      answer(store, `deck/${at}` as CardId, 'easy', START + at * 60_000)
  }
  const before = size()
  answerTimes(31, 0)
  vi.advanceTimersByTime(60_000)
  expect(size()).toBe(before)
  answerTimes(1, 31)
  vi.advanceTimersByTime(999)
  answerTimes(1, 32)
  vi.advanceTimersByTime(999)
  expect(size()).toBe(before)
  vi.advanceTimersByTime(1)
  expect(size()).toBeGreaterThan(before)
})

test('a store that is closed in the pause has nothing left to do', () => {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const store = createStore(openDatabase(temporaryDatabase()))
  for (let at = 0; at < 40; at++) answer(store, `deck/${at}` as CardId, 'easy', START + at * 60_000)
  expect(vi.getTimerCount()).toBe(1)
  store.close()
  expect(vi.getTimerCount()).toBe(0)
})
