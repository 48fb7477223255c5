import { PortalAppointments } from "../components/portal-appointments/portal-appointments.ts";
import { define } from "../lib/define.ts";

define("portal-appointments", PortalAppointments);

export { PortalAppointments };
