import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { expect, onTestFinished, test } from 'vitest'
import { openPostgres } from '../../src/hub/database/open-postgres.ts'
import { HAS_POSTGRES, startPostgres } from './postgres.ts'

test.skipIf(!HAS_POSTGRES)('a Postgres that is killed has kept what it acknowledged', async () => {
  const postgres = await startPostgres({ isDurable: true })
  onTestFinished(postgres.end)
  const db = openPostgres(postgres.urlOf('postgres'))
  onTestFinished(db.close)
  await db.query('create table kept as select 1 one')
  await postgres.kill()
  await expect(db.query('select 1')).rejects.toThrow()
  await postgres.start()
  expect(await db.query('select one from kept')).toEqual([{ one: 1 }])
})

test.skipIf(!HAS_POSTGRES)(
  'a Postgres ends with the process that started it, however that ends',
  async () => {
    const script = `
    import { startPostgres } from './test/hub/postgres.ts'
    const { urlOf } = await startPostgres()
    console.log(new URL(urlOf('postgres')).searchParams.get('host'))
    setInterval(() => {}, 1000)`
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [folder] = (await once(createInterface({ input: holder.stdout }), 'line')) as [string]
    expect(existsSync(folder)).toBe(true)
    holder.kill('SIGKILL')
    await expect.poll(() => existsSync(folder)).toBe(false)
  },
)
