import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { settleFolder } from '../../src/grader/languages/cpp/compile/settle-folder.ts'
import { openEmbedded } from '../../src/hub/database/open-embedded.ts'

const { version } = JSON.parse(readFileSync('node_modules/@electric-sql/pglite/package.json', 'utf8')) as {
  readonly version: string
}

/** Kept from run to run. */
const MADE = resolve('.cache', `embedded-${version}`)

/** What PGlite makes where there is nothing; that takes it seconds, and a copy does as well. */
export async function freshEmbedded(folder: string): Promise<void> {
  await makeEmbedded()
  cpSync(join(MADE, 'database'), folder, { recursive: true })
}

export async function makeEmbedded(): Promise<void> {
  if (existsSync(MADE)) return
  await settleFolder(MADE, async (aside) => (await openEmbedded(join(aside, 'database'))).close())
}
