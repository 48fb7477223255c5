import type { Http } from "../http.ts";
import { iterate } from "../paging.ts";
import type { CallOptions, Note, NotesQuery, Page } from "../types.ts";
import { itemPath } from "./item.ts";

const PATH = "/portal/notes";

/** The notes shared with the signed-in customer. */
export function notes(call: Http) {
  const listNotes = (query: NotesQuery = {}, options: CallOptions = {}) =>
    call<Page<Note>>({ path: PATH, query, signal: options.signal });
  return {
    listNotes,
    iterateNotes: iterate(listNotes),
    getNote: async (id: string, options: CallOptions = {}) =>
      call<Note>({ path: itemPath(PATH, id), signal: options.signal }),
  };
}
