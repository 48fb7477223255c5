import { PortalNotes } from "../components/portal-notes/portal-notes.ts";
import { define } from "../lib/define.ts";

define("portal-notes", PortalNotes);

export { PortalNotes };
