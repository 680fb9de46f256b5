import { globSync, statSync } from 'node:fs'

/** Builds the program unless its build is newer than everything it is made of. */
const SOURCES = 'package.json,package-lock.json,{src,tools,decks,exercises,graders}/**'
const changedAt = (path: string) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

const builtAt = changedAt('dist/content')
const paths = SOURCES.split(/,(?![^{]*\})/).flatMap((pattern) => globSync(pattern))
if (paths.some((path) => changedAt(path) > builtAt)) await import('./build.ts')
