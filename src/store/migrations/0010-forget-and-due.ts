/** Two kinds of events more, which change no table: what an older program kept of them unread is read now. */
export const forgetAndDue = ''
