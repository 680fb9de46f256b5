import { officeBehind } from '../../hub/office/ask-office.ts'
import { type Office, officeOf } from '../../hub/office/office.ts'
import { officeDoor } from '../../hub/office/office-door.ts'
import { databaseUrl, hubFolder, openHubHere } from './open-hub-here.ts'

/** By the hub that runs with the embedded database, where one does; else in the database itself. */
export async function inOffice<T>(work: (office: Office) => Promise<T>): Promise<T> {
  if (databaseUrl() === undefined) {
    try {
      return await work(officeBehind(officeDoor(hubFolder())))
    } catch (error) {
      if (!isNobodyThere(error)) throw error
    }
  }
  const hub = await openHubHere()
  try {
    return await work(officeOf(hub))
  } finally {
    await hub.db.close()
  }
}

function isNobodyThere(error: unknown): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === 'connect'
}
