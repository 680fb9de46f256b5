import { hash } from 'node:crypto'
import type { Card } from '../core/card.ts'
import { noteMarkdown } from './write-note.ts'

/** The same as long as nobody changes what a note says. @param card any of the note's */
export function noteDigest(card: Card): string {
  return hash('sha1', noteMarkdown(card, 'plain'), 'base64url')
}
