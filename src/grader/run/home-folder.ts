import { homedir, userInfo } from 'node:os'
import { isAbsolute } from 'node:path'

/** A relative or empty HOME, as of some services, would hang on the folder in which the program is run. */
export function homeFolder(): string {
  const named = homedir()
  return isAbsolute(named) ? named : (accountFolder() ?? '/')
}

/** As the system's list of users has it, whatever HOME says; undefined for a user that is not in it. */
export function accountFolder(): string | undefined {
  try {
    return userInfo().homedir
  } catch {
    return undefined
  }
}
