/** The kernel's word of what holds for the process; one of the walls denies it to itself. */
export const OWN_STATUS = '/proc/self/status'
