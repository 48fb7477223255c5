// The overview as somebody would write it by hand for one page and one language: no framework, no elements, nothing to
// reuse. What the embed is measured beside.
const { api, organization } = document.currentScript.dataset;
const portal = document.getElementById("portal");

const escapes = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const text = (value) => String(value ?? "").replace(/[&<>"]/g, (sign) => escapes[sign]);

async function call(path, init) {
  const response = await fetch(api + path, init);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.json();
}

const hours = (iso, timeZone) =>
  new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", timeZone }).format(new Date(iso));
const day = (iso, timeZone) =>
  new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", timeZone }).format(
    new Date(iso),
  );

const appointment = (item, zone) => `
  <section class="card hero">
    <div class="tile" aria-hidden="true"><b>${new Date(item.startsAt).getDate()}</b></div>
    <div>
      <h3 data-first>${text(item.title)}</h3>
      <p>${day(item.startsAt, zone)}, ${hours(item.startsAt, zone)} – ${hours(item.endsAt, zone)}</p>
      <p class="second">${text(item.employee?.name)} · ${text(item.location)}</p>
    </div>
    <button type="button">Add to calendar</button>
    <button type="button" class="primary">Details</button>
  </section>`;

const task = (item, zone) => `
  <li>
    <label><input type="checkbox" data-task="${text(item.id)}" /> ${text(item.title)}</label>
    ${item.dueAt ? `<span class="pill">Due ${day(item.dueAt, zone)}</span>` : ""}
  </li>`;

const note = (item, zone) => `
  <li>
    <b>${text(item.title)}</b>
    <p class="second">${text(item.body).slice(0, 140)}</p>
    <p class="second">${text(item.author?.name)} · ${day(item.createdAt, zone)}</p>
  </li>`;

async function show() {
  const session = await call("/portal/auth/refresh", {
    method: "POST",
    credentials: "include",
    headers: { "Content-Type": "application/json", "X-Requested-With": "portico" },
    body: JSON.stringify({ organization }),
  });
  const headers = { Authorization: `Bearer ${session.accessToken}` };
  const data = await call("/portal/dashboard", { headers });
  const zone = data.customer.timeZone ?? data.organization.timeZone;
  const [next] = data.upcomingAppointments;
  portal.innerHTML = `
    <nav><a href="#overview">Overview</a><a href="#appointments">Appointments</a><a href="#tasks">Tasks</a><a href="#notes">Notes</a></nav>
    <h2>Good day, ${text(data.customer.name)}</h2>
    ${next ? appointment(next, zone) : "<p>No appointments.</p>"}
    <div class="columns">
      <section><h3>Your tasks</h3><ul class="card">${data.openTasks.map((item) => task(item, zone)).join("")}</ul></section>
      <section><h3>Recent notes</h3><ul class="card">${data.recentNotes.map((item) => note(item, zone)).join("")}</ul></section>
    </div>`;
  portal.addEventListener("change", ({ target }) => {
    const path = `/portal/tasks/${target.dataset.task}/${target.checked ? "complete" : "reopen"}`;
    void call(path, { method: "POST", headers });
  });
}

show().catch((error) => (portal.textContent = `The portal cannot be shown (${error.message}).`));
