/**
 * A file's version by what it holds and by which machine has changed it how often; what was held before says
 * it by contents alone and is told by the folder anew. Of a folder, whether it was encrypted: whoever can
 * write there must not be able to take that away.
 */
export const fileVersions = `
  drop table shared_file;
  create table shared_file (
    folder text not null,
    path text not null,
    contents text not null,
    changes text not null check (json_valid(changes)),
    primary key (folder, path)
  ) strict, without rowid;
  alter table shared_folder add column is_encrypted integer not null default 0 check (is_encrypted in (0, 1));
`
