import { PortalError } from "../errors.ts";

/** The path of one item. What cannot be an id is answered like an id that does not exist. */
export function itemPath(list: string, id: string): string {
  // Without the check, "" would be the list itself and ".." another path.
  if (!/^[\w-]+$/.test(id)) throw new PortalError({ code: "NOT_FOUND", message: "Not an id" });
  return `${list}/${id}`;
}
