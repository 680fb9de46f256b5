import { isAbsolute, join, resolve } from 'node:path'
import { xdgCache, xdgData } from 'xdg-basedir'
import type { Folders } from '../app/deps.ts'
import { homeFolder } from '../grader/run/home-folder.ts'
import { BACKUPS } from '../store/keep-before.ts'

export interface Places extends Folders {
  /** All that is the learner's own, but for what can be made again. */
  readonly data: string
  readonly database: string
  /** Where submissions are written unless the setting says otherwise. */
  readonly workspace: string
}

/** Of this process. */
export function placesHere(): Places {
  return findPlaces(process.env, import.meta.dirname)
}

/** The XDG directories, or everything below `ANNEAL_HOME`. */
function findPlaces(env: NodeJS.ProcessEnv, builtIn: string): Places {
  const home = homeFolder()
  // A shell leaves the tilde in quotes, and others who start programs leave it everywhere.
  const named = env['ANNEAL_HOME']?.replace(/^~(?=$|[\\/])/, home)
  // Compilers and submissions run in folders of their own.
  const own = named && resolve(named)
  const data = own || join(absolute(xdgData) ?? join(home, '.local', 'share'), 'anneal')
  return {
    builtIn,
    graders: join(builtIn, 'graders'),
    home,
    data,
    decks: join(data, 'decks'),
    exercises: join(data, 'exercises'),
    ownGraders: join(data, 'graders'),
    backups: join(data, BACKUPS),
    database: join(data, 'anneal.db'),
    cache: own ? join(own, 'cache') : join(absolute(xdgCache) ?? join(home, '.cache'), 'anneal'),
    workspace: own ? join(own, 'workspace') : '~/anneal',
  }
}

/** A relative path is to be ignored, says the XDG Base Directory Specification. */
function absolute(path: string | undefined): string | undefined {
  return path !== undefined && isAbsolute(path) ? path : undefined
}
