import { isPortalError } from "@portico/client/core";
import type { Audience, InvitationPreview, PortalClient, PortalError, Session } from "@portico/client";
import { addResources } from "@portico/client/resources";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { addStrings } from "../../controllers/localize.ts";
import { toPortalError } from "../../controllers/portal-store.ts";
import { PortalInvitationAcceptedEvent } from "../../events/account.ts";
import { PortalReadyEvent } from "../../events/page.ts";
import { PortalErrorEvent } from "../../events/session.ts";
import { checkField, nameField, newPasswordField } from "../../lib/account-fields.ts";
import { emailField, passwordField } from "../../lib/credential-fields.ts";
import { Credentials } from "../../lib/credentials.ts";
import type { CredentialField, CredentialName } from "../../lib/credential-fields.ts";
import { state } from "../../lib/decorators.ts";
import { currentLink } from "../../lib/link.ts";
import { localeOf } from "../../lib/locale.ts";
import { removeLink } from "../../lib/used-link.ts";
import strings from "../../localization/en-invitation.ts";
import { failure } from "../../primitives/failure.ts";
import { footLink, mainButton, message } from "../../primitives/message.ts";
import { codeStyles } from "../../styles/code.ts";
import { skeletonStyles } from "../../styles/skeleton.ts";
import { wayTo } from "../portal-login/other-side.ts";
import { endingOf } from "./endings.ts";
import { invitationStyles } from "./portal-invitation.styles.ts";

addStrings(strings);

/**
 * @summary An invitation, opened by the link of a mail: who invites whom to what, and the account that comes of it.
 *
 * @csspart primary - The one button that matters most.
 */
export class PortalInvitation extends Credentials {
  static override styles = [...Credentials.styles, codeStyles, skeletonStyles, invitationStyles];

  #token?: string;

  protected override readonly givesWay = false;

  @state() private preview?: InvitationPreview;
  @state() private ended?: PortalError;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const link = currentLink();
    const token = link?.view === "invitation" ? link.token : undefined;
    if (!this.store?.client || token === this.#token) return;
    this.#token = token;
    void this.#load();
  }

  readonly #load = async (): Promise<void> => {
    const token = this.#token;
    this.preview = this.ended = undefined;
    this.problem = "";
    if (!token) return;
    try {
      const preview = await this.#client.previewInvitation(token);
      if (token !== this.#token) return;
      this.preview = preview;
      await this.updateComplete;
      this.tell(new PortalReadyEvent());
    } catch (thrown) {
      if (token !== this.#token) return;
      this.ended = toPortalError(thrown);
      this.tell(new PortalErrorEvent(this.ended));
    }
  };

  // To people with an account this is the form to sign in: what they leave it for leads back here.
  protected override get view(): "login" | "invitation" {
    return currentLink() ? "login" : "invitation";
  }

  get #client(): PortalClient {
    return addResources(this.store!.client!);
  }

  /** The address of whoever is signed in. */
  get #me(): string | undefined {
    const session = this.store?.session;
    return session?.status === "signed-in" ? session.user.email : undefined;
  }

  /** Where what is offered is: the link of an employee's invitation leads to the dashboard. */
  get #side(): Audience {
    return this.preview?.role === "CUSTOMER" ? "portal" : "dashboard";
  }

  protected override get fields(): CredentialField[] {
    const { localize, preview } = this;
    if (!preview || this.ended || this.#side !== this.#client.audience) return [];
    const email = emailField(localize, { value: preview.email, isFixed: true });
    if (preview.hasAccount) return [email, passwordField(localize)];
    return [nameField(localize, preview.name), email, newPasswordField(localize)];
  }

  protected override get action(): string {
    return this.localize.term(this.preview?.hasAccount ? "signIn" : "acceptInvitation");
  }

  protected override check(field: CredentialField, value: string): string | undefined {
    return checkField(this.localize, field, value) ?? super.check(field, value);
  }

  protected override async send({ name, password }: Record<CredentialName, string>): Promise<void> {
    const { email, hasAccount } = this.preview!;
    const client = this.#client;
    if (hasAccount) this.signedIn(await client.login({ email, password }));
    else this.#accepted(await client.acceptInvitation({ token: this.#token!, name: name.trim(), password }));
  }

  readonly #accept = async (): Promise<void> => {
    if (this.busy) return;
    this.busy = true;
    this.problem = "";
    try {
      this.#accepted(await this.#client.acceptInvitation({ token: this.#token! }));
    } catch (thrown) {
      this.refuse(thrown);
    } finally {
      this.busy = false;
    }
  };

  #accepted(session: Session | undefined): void {
    removeLink();
    // An invitation of the other side is not accepted here, see renderOwn.
    if (!session) return;
    this.tell(new PortalInvitationAcceptedEvent(session.user, session.organization));
    this.signedIn(session);
  }

  protected override refuse(thrown: unknown): void {
    // Somebody made the account meanwhile: with it, the same invitation can be accepted.
    if (isPortalError(thrown, "ACCOUNT_EXISTS")) this.preview = { ...this.preview!, hasAccount: true };
    else {
      super.refuse(thrown);
      const error = toPortalError(thrown);
      if (!endingOf(error)) return;
      this.ended = error;
      void this.focusHeading();
    }
  }

  #message(title: string, hint: unknown, actions: unknown): TemplateResult {
    return message(this.preview?.organization ?? this.org!, title, hint, actions);
  }

  #until({ expiresAt }: InvitationPreview): string {
    const day = new Intl.DateTimeFormat(localeOf(this), { dateStyle: "long" }).format(new Date(expiresAt));
    return this.localize.term("invitationUntil", day);
  }

  /** Who invites to what, and what else to know: until when, or that there is an account. */
  #offer(preview: InvitationPreview, beside = this.#until(preview)): TemplateResult {
    const { localize } = this;
    const { role, invitedBy } = preview;
    const { name } = preview.organization;
    const words =
      role !== "CUSTOMER"
        ? localize.term("invitedToTeam", invitedBy, name, role)
        : invitedBy
          ? localize.term("invitedBy", invitedBy, name)
          : localize.term("invitedByNobody", name);
    return html`${words} <span class="beside">${beside}</span>`;
  }

  #renderSkeleton(): TemplateResult {
    return html`<div class="skeleton card auth" aria-hidden="true">
        <span class="bone title"></span><span class="bone"></span><span class="bone short"></span>
        ${[0, 1, 2, 3].map(() => html`<span class="bone control"></span>`)}
      </div>
      <p class="sr" role="status">${this.localize.term("loading")}</p>`;
  }

  #renderEnd(error: PortalError): TemplateResult {
    const { localize } = this;
    const words = endingOf(error);
    if (!words) {
      return html`<div class="narrow">
        ${failure(localize, localize.term("invitation"), error, () => void this.#load())}
      </div>`;
    }
    const [title, hint] = words;
    const go = localize.term(this.#me ? "goOn" : "toSignIn");
    return this.#message(
      localize.term(title),
      localize.term(hint, this.org!.name),
      mainButton(go, this.#leave),
    );
  }

  readonly #leave = (): void => {
    removeLink();
    // Whoever shows this shows something else then; alone, it has to do so itself.
    if (!this.#me) this.leaveFor("login");
  };

  #renderSignedIn(preview: InvitationPreview, me: string): TemplateResult {
    const { localize } = this;
    if (me.toLowerCase() !== preview.email.toLowerCase()) {
      return this.#message(
        localize.term("forAnother"),
        localize.term("forAnotherHint", preview.email, me),
        html`${mainButton(localize.term("signOutAndGoOn"), () => this.signOut())}
        ${footLink(localize.term("staySignedIn", me), this.#leave)}`,
      );
    }
    return this.#message(
      localize.term("invitedTo", preview.organization.name),
      this.#offer(preview),
      html`<p class="hint">${localize.term("acceptHere", me)}</p>
        <div role="alert">
          ${this.problem ? html`<p part="error" class="problem">${this.problem}</p>` : nothing}
        </div>
        ${mainButton(localize.term("acceptInvitation"), this.#accept, this.busy)}
        ${footLink(localize.term("notNow"), this.#leave)}`,
    );
  }

  /** Where there is no link: what will appear here, or that it is done. */
  #renderIdle(): TemplateResult {
    const { localize } = this;
    const { name } = this.org!;
    const session = this.store!.session;
    if (session.status === "signed-in") {
      return this.#message(
        localize.term("accepted", session.user.name),
        localize.term("acceptedHint", name),
        nothing,
      );
    }
    return this.#message(
      localize.term("invitationWaiting"),
      localize.term("invitationWaitingHint", name),
      mainButton(localize.term("signIn"), () => this.leaveFor("login")),
    );
  }

  protected override renderOwn(): TemplateResult {
    const { localize, preview } = this;
    if (this.ended) return this.#renderEnd(this.ended);
    if (!currentLink()) return this.#renderIdle();
    if (!preview) return this.#renderSkeleton();
    const side = this.#side;
    if (side !== this.#client.audience) {
      return this.#message(
        localize.term("invitedTo", preview.organization.name),
        this.#offer(preview),
        wayTo(side, this, `#portal-invitation=${this.#token}`, "btn primary main"),
      );
    }
    const me = this.#me;
    if (me) return this.#renderSignedIn(preview, me);
    return this.renderForm(
      localize.term("invitedTo", preview.organization.name),
      preview.hasAccount
        ? this.#offer(preview, localize.term("haveAccountHint", preview.email))
        : this.#offer(preview),
      html`${preview.hasAccount ? this.renderSwitch("", localize.term("forgotPassword"), "reset") : nothing}
      ${footLink(localize.term("notNow"), this.#leave)}`,
    );
  }

  protected override renderLoading(): TemplateResult {
    return this.#renderSkeleton();
  }

  protected override renderContent(): TemplateResult {
    return this.renderSignedOut();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-invitation": PortalInvitation;
  }
}
