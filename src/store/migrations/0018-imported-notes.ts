/** A kind of events more, which changes no table: what an older program kept of it unread is read now. */
export const importedNotes = ''
