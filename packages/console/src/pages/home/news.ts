import { relativeDay } from "@portico/elements/internal/lib/time.ts";
import { avatar } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ago } from "../../lib/ago.ts";
import { router } from "../../lib/router.ts";
import type { Home, HomePage } from "./home.ts";
import { section } from "./section.ts";
import { homeWords } from "./words.ts";

type Activity = Home["activities"][number];

/** Mail that did not arrive; nothing where all did. */
export function failedMails(host: HomePage, { failedMails: { count, items } }: Home): unknown {
  if (!count) return nothing;
  const words = homeWords(host);
  const href = router.href("mails", { status: "FAILED" });
  return section(
    { id: "failed", heading: words.failedMails, count, way: { href, text: words.allMails } },
    html`<ul class="card rows">
        ${items.map(
          ({ kind, to, failedAt }) =>
            html`<li>
              <a class="item quiet" href=${href}>
                <span>
                  <span class="strong">${words.mails[kind] ?? words.mail}</span><br />
                  <span class="small">${words.failedOne(to)}</span>
                </span>
                <span class="small danger-text">${failedAt ? ago(host.time, failedAt) : nothing}</span>
              </a>
            </li>`,
        )}
      </ul>
      ${count > items.length ? html`<p class="foot">${words.moreMails(host.counted(count))}</p>` : nothing}`,
  );
}

/** Who was invited and has not come yet. */
export function waitingInvitations(host: HomePage, { invitations, counts }: Home): TemplateResult {
  const words = homeWords(host);
  const { pending, expired, items } = invitations;
  const way = { href: router.href("invitations"), text: words.allInvitations };
  const account = words.withAccount(
    host.counted(counts.customersWithAccount),
    host.counted(counts.customers),
  );
  return section(
    { id: "waiting", heading: words.invitations, count: pending, way },
    html`<div class="card ${items.length ? "rows" : "empty"}">
      ${
        items.length
          ? html`<ul class="rows">
              ${items.map(
                ({ name, email, expiresAt, customerId }) =>
                  html`<li>
                    <a
                      class="item quiet"
                      href=${router.href(customerId ? `customers/${customerId}` : "invitations")}
                    >
                      <span
                        ><span class="strong">${name}</span><br /><span class="small">${email}</span></span
                      >
                      <span class="small">${words.expires(relativeDay(host.time, expiresAt))}</span>
                    </a>
                  </li>`,
              )}
            </ul>`
          : html`<p class="strong">${words.noneWaiting}</p>
              <p>${account}</p>
              <a class="btn small" href=${router.href("invitations", { new: 1 })}>${words.invite}</a>`
      }
      ${pending > items.length ? html`<p class="foot">${words.moreInvitations(host.counted(pending))}</p>` : nothing}
      ${
        expired
          ? html`<p class="foot">
              <a href=${router.href("invitations", { status: "EXPIRED" })}
                >${words.expired(expired, host.counted(expired))}</a
              >
            </p>`
          : nothing
      }
    </div>`,
  );
}

function sentence(host: HomePage, { action, customer, actor, title }: Activity): unknown {
  const words = homeWords(host);
  const href = customer && router.href(`customers/${customer.id}`);
  const who = href ? html`<a class="quiet" href=${href}>${customer.name}</a>` : actor.name;
  const tasks = customer && router.href(`customers/${customer.id}/tasks`);
  const task =
    title === null
      ? words.aTask
      : words.task(tasks ? html`<a class="quiet" href=${tasks}>${title}</a>` : title);
  return words.did[action]?.(who, task) ?? words.didSomething(who);
}

/** What customers did, the latest first, each as a sentence. */
export function activities(host: HomePage, { activities: items }: Home): TemplateResult {
  const words = homeWords(host);
  return section(
    { id: "lately", heading: words.lately },
    items.length
      ? html`<ul class="card rows">
          ${items.map(
            (activity) =>
              html`<li class="act">
                ${avatar(activity.customer?.name ?? activity.actor.name)}
                <div>
                  <p>${sentence(host, activity)}</p>
                  <p class="caption">${ago(host.time, activity.at)}</p>
                </div>
              </li>`,
          )}
        </ul>`
      : html`<div class="card notice empty">
          <p class="strong">${words.noneLately}</p>
          <p>${words.noneLatelyHint}</p>
        </div>`,
  );
}
