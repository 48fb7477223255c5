import type { Http } from "../http.ts";
import { iterate } from "../paging.ts";
import type { Appointment, AppointmentsQuery, CallOptions, Page } from "../types.ts";
import { itemPath } from "./item.ts";

const PATH = "/portal/appointments";

/** The appointments of the signed-in customer. */
export function appointments(call: Http) {
  const listAppointments = (query: AppointmentsQuery = {}, options: CallOptions = {}) =>
    call<Page<Appointment>>({ path: PATH, query, signal: options.signal });
  return {
    listAppointments,
    iterateAppointments: iterate(listAppointments),
    getAppointment: async (id: string, options: CallOptions = {}) =>
      call<Appointment>({ path: itemPath(PATH, id), signal: options.signal }),
  };
}
