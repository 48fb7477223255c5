import type { Appointment } from "@portico/client";
import { nothing } from "lit";
import type { TemplateResult } from "lit";
import type * as Dialog from "../components/portal-appointments/appointment-dialog.ts";
import type { PortalPage } from "../lib/portal-page.ts";

let module: typeof Dialog | undefined;

/** The dialog with everything about an appointment; fetched when one is first opened. */
export class DetailsController {
  #styled = false;

  constructor(private readonly host: PortalPage) {}

  /** The dialog for an appointment, or nothing without one. */
  render(appointment: Appointment | undefined, close: () => void): TemplateResult | typeof nothing {
    if (!appointment) return nothing;
    if (!module) {
      void import("../components/portal-appointments/appointment-dialog.ts").then((loaded) => {
        module = loaded;
        this.host.requestUpdate();
      });
      return nothing;
    }
    const root = this.host.shadowRoot!;
    if (!this.#styled) {
      this.#styled = true;
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, module.dialogStyles.styleSheet!];
    }
    const { time, localize, org } = this.host;
    const leave = () => {
      close();
      // Opened by a link, it has nothing to give the focus back to.
      if (document.activeElement === document.body) void this.host.focusHeading();
    };
    return module.appointmentDialog(appointment, { time, localize, organization: org!.name, close: leave });
  }
}
