import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import initSqlJs from 'sql.js';
import type { Server } from './server';

/** In the file's header, how it is written and read: 2 is by a log of its own. */
const JOURNAL = [18, 19];

/**
 * Changes one row in the database of a program that is paused, for what would
 * take days to happen. The program finds everything else as it left it.
 */
export async function changeRow(server: Server, statement: string, values: (string | number)[]): Promise<void> {
  const path = join(server.folder, 'llavero.sqlite');
  const file = withLog(await readFile(path), await readFile(`${path}-wal`).catch(() => Buffer.alloc(0)));
  for (const place of JOURNAL) {
    file[place] = 1;
  }
  const sqlite = await initSqlJs();
  const database = new sqlite.Database(file);
  database.run(statement, values);
  const changed = database.getRowsModified();
  if (changed !== 1) {
    throw new Error(`${changed} rows were changed by ${statement}`);
  }
  await writeFile(path, database.export());
  database.close();
  await Promise.all(['-wal', '-shm'].map((end) => rm(`${path}${end}`, { force: true })));
}

/** The file with the pages of its write-ahead log: https://sqlite.org/fileformat.html#the_write_ahead_log */
function withLog(file: Buffer, log: Buffer): Buffer {
  const [header, frame] = [32, 24];
  if (log.length < header) {
    return file;
  }
  const page = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let whole = file;
  let pages = new Map<number, Buffer>();
  for (let at = header; at + frame + page <= log.length; at += frame + page) {
    if (!log.subarray(at + 8, at + 16).equals(salt)) {
      break;
    }
    pages.set(log.readUInt32BE(at), log.subarray(at + frame, at + frame + page));
    const committed = log.readUInt32BE(at + 4);
    if (committed > 0) {
      whole = Buffer.concat([whole, Buffer.alloc(Math.max(0, committed * page - whole.length))]);
      pages.forEach((content, number) => content.copy(whole, (number - 1) * page));
      pages = new Map();
    }
  }
  return whole;
}
