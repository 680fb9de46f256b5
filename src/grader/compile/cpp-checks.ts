import { readReport } from '../checked/read-report.ts'
import { tellMistake } from '../checked/tell-mistake.ts'
import type { Checks } from '../languages/language.ts'
import { prepareCppKit } from './cpp-kit.ts'
import { nameAddresses } from './name-addresses.ts'

export const cppChecks: Checks = {
  async prepare(tool, { harness, cacheRoot, signal }) {
    try {
      await prepareCppKit(tool, harness, cacheRoot, { build: 'checked', signal })
      return true
    } catch {
      // Some systems have the sanitizers in a package of their own.
      signal?.throwIfAborted()
      return false
    }
  },
  async explain(said, { folder, fileName, source }) {
    const mistake = readReport(await nameAddresses(said, folder), fileName)
    return mistake && tellMistake(mistake, fileName, source)
  },
}
