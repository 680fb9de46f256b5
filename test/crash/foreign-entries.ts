import { ulid } from 'ulid'
import type { LogEntry } from '../../src/core/log-entry.ts'
import { START } from '../store/study.ts'

/** What another device answered: always the same. */
export function foreignEntries(): readonly LogEntry[] {
  return Array.from({ length: 40 }, (_, at) => ({
    id: ulid(START - 1e9 + at * 1000, () => at / 50),
    device: 'other',
    kind: 'review',
    version: 1,
    at: START - 1e9 + at * 1000,
    offsetMin: 60,
    subject: `adam/${at % 7}`,
    body: { rating: 'good', durationMs: 900 },
  }))
}
