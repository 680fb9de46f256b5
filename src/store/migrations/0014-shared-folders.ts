/**
 * What a shared folder holds, as this machine last saw it: segments that were taken or written, how many
 * entries of each stretch of time the log had when all of them were there, and in which version each file was
 * last the same here and there.
 */
export const sharedFolders = `
  create table shared_folder (
    folder text primary key,
    path text not null,
    synced_at integer not null
  ) strict, without rowid;
  create table shared_segment (
    folder text not null,
    device text not null,
    name text not null,
    first_stretch text not null,
    last_stretch text not null,
    primary key (folder, device, name)
  ) strict, without rowid;
  create table shared_count (
    folder text not null,
    stretch text not null,
    entries integer not null check (entries > 0),
    primary key (folder, stretch)
  ) strict, without rowid;
  create table shared_file (
    folder text not null,
    path text not null,
    versions text not null check (json_valid(versions)),
    primary key (folder, path)
  ) strict, without rowid;
`
