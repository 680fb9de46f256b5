import { createHash } from 'node:crypto'
import { cpSync, existsSync, globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { settleFolder } from '../../src/grader/languages/cpp/compile/settle-folder.ts'
import { bringUpToDate } from '../../src/hub/database/bring-up-to-date.ts'
import { openEmbedded } from '../../src/hub/database/open-embedded.ts'
import { openBoss } from '../../src/hub/jobs/open-boss.ts'

const MIGRATIONS = globSync(
  'src/hub/{database/{bring-up-to-date,migrations/*},jobs/{open-boss,grade-queues}}.ts',
).sort()
const digest = createHash('sha256')
for (const path of [...MIGRATIONS, 'package-lock.json']) digest.update(readFileSync(path))

/** Kept from run to run. */
const MADE = resolve('.cache', `embedded-${digest.digest('hex').slice(0, 16)}`)

/** What a hub makes where there is nothing, but for its name; that takes it seconds, and a copy does as well. */
export async function freshEmbedded(folder: string): Promise<void> {
  await makeEmbedded()
  cpSync(join(MADE, 'database'), folder, { recursive: true })
}

export async function makeEmbedded(): Promise<void> {
  if (existsSync(MADE)) return
  await settleFolder(MADE, async (aside) => {
    const db = await openEmbedded(join(aside, 'database'))
    await bringUpToDate(db)
    const boss = await openBoss(db, { role: 'hub', onTrouble: console.error })
    await boss.stop({ graceful: false })
    await db.close()
  })
}
