import type { Checks } from '../../../protocol/language.ts'
import { prepareCppKit } from '../compile/cpp-kit.ts'
import { nameAddresses } from './name-addresses.ts'
import { readReport } from './read-report.ts'
import { tellMistake } from './tell-mistake.ts'
import { tellUnset } from './tell-unset.ts'
import { repairs } from './whole-numbers.ts'

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
  tellUnset,
  repairs,
}
