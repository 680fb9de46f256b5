import { renameSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { CardId } from '../../src/core/ids.ts'
import { createStore } from '../../src/store/create-store.ts'
import { openDatabase } from '../../src/store/open-database.ts'
import { answer, START } from './study.ts'
import { temporaryDatabase } from './temporary-database.ts'

const CARD = 'adam/a' as CardId

describe('a database whose file is gone from its place while it is open', () => {
  test('takes no answer, says what to do, and takes answers again once it is back', () => {
    const path = temporaryDatabase()
    const store = createStore(openDatabase(path))
    answer(store, CARD, 'good', START)
    renameSync(path, `${path}.away`)
    const refused = `${path} was moved, removed or replaced while it was open; nothing was recorded.`
    expect(() => answer(store, CARD, 'good', START + 1000)).toThrow(refused)
    expect(() => store.configure('locale', 'zh', { at: START, offsetMin: 0 })).toThrow(refused)
    renameSync(`${path}.away`, path)
    answer(store, CARD, 'good', START + 2000)
    expect(store.countEvents()).toBe(2)
    store.close()
  })
})
