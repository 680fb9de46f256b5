/** A kind of event more, which changes no table: what an older program kept of it unread is read now. */
export const placements = ''
