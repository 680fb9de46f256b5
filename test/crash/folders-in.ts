import { join } from 'node:path'
import type { Folders } from '../../src/app/deps.ts'

/** Of a learner whose home is struck. */
export function foldersIn(home: string): Folders {
  return {
    builtIn: '/nowhere',
    graders: '/nowhere',
    decks: join(home, 'decks'),
    exercises: join(home, 'exercises'),
    ownGraders: join(home, 'graders'),
    backups: join(home, 'backups'),
    cache: join(home, 'cache'),
    home,
  }
}
