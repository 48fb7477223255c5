import { PortalError } from "../errors.ts";

/** An id as a part of a path. What cannot be one is answered like an id that does not exist. */
export function pathId(id: string): string {
  // Without the check, "" would be the list itself and ".." another path.
  if (!/^[\w-]+$/.test(id)) throw new PortalError({ code: "NOT_FOUND", message: "Not an id" });
  return id;
}

/** The path of one item. */
export const itemPath = (list: string, id: string): string => `${list}/${pathId(id)}`;
