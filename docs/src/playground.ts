import { pairsOf } from "./contrast.ts";
import { copy, createFrame, frameDocument, listen, pageScheme } from "./frame.ts";

type Control = HTMLInputElement | HTMLSelectElement;

/** Nothing that a link could bring in fetches anything, or is more than one value. */
const isSafe = (value: string) =>
  value.length < 200 && /^[^;{}\\<>]*$/.test(value) && !/url|image|src/i.test(value);

/** Choosing tokens while the portal beside them takes them. */
class PorticoPlayground extends HTMLElement {
  #chosen = new Map<string, string>();
  #frame = createFrame("The portal with these tokens");
  #form!: HTMLFormElement;

  connectedCallback(): void {
    this.#form = this.querySelector("form")!;
    this.#read();
    this.querySelector(".play-stage")!.append(this.#frame);
    this.#form.addEventListener("input", (event) => this.#choose(event.target as Control));
    this.#form.addEventListener("submit", (event) => event.preventDefault());
    this.#form.addEventListener("reset", () => {
      this.#chosen.clear();
      queueMicrotask(() => this.#load());
    });
    for (const button of this.querySelectorAll<HTMLButtonElement>("[data-copy]"))
      button.addEventListener("click", () => {
        void copy(button, button.dataset.copy === "css" ? this.#css : location.href);
      });
    listen(this.#frame, ({ kind }) => kind === "event" && this.#apply());
    this.#load();
  }

  get #scheme(): HTMLSelectElement {
    return this.#form.elements.namedItem("scheme") as HTMLSelectElement;
  }

  get #css(): string {
    const lines = [...this.#chosen].map(([name, value]) => `  ${name}: ${value};`);
    return lines.length > 0 ? `portal-dashboard {\n${lines.join("\n")}\n}` : "/* Nothing chosen yet. */";
  }

  // The address has the tokens by their names; others are not taken from it.
  #read(): void {
    const names = this.dataset.tokens?.split(" ") ?? [];
    const said = new URLSearchParams(location.hash.slice(1));
    this.#scheme.value = said.get("scheme") === "dark" ? "dark" : said.size ? "light" : pageScheme();
    for (const name of names) this.#set(name, said.get(name) ?? "");
    for (const control of this.#form.querySelectorAll<HTMLInputElement>("[data-rem]")) {
      const [name = ""] = control.dataset.rem!.split(":");
      const value = parseFloat(this.#chosen.get(name) ?? "");
      if (!isNaN(value)) control.value = String(value);
    }
    this.#mirror();
  }

  #set(name: string, value: string): void {
    if (value.trim() && isSafe(value)) this.#chosen.set(name, value.trim());
    else this.#chosen.delete(name);
  }

  #choose(control: Control): void {
    const { token, rem } = control.dataset;
    if (token) this.#set(token, control.value);
    for (const part of rem?.split(" ") ?? []) {
      const [name = "", factor = "1"] = part.split(":");
      this.#set(name, `${Number((Number(control.value) * Number(factor)).toFixed(3))}rem`);
    }
    this.#mirror(control);
    if (control === this.#scheme) this.#load();
    else this.#apply();
  }

  // The same token has a control of its own and a line in the list.
  #mirror(source?: Control): void {
    for (const control of this.#form.querySelectorAll<Control>("[data-token]")) {
      if (control === source) continue;
      const value = this.#chosen.get(control.dataset.token ?? "") ?? "";
      if (control.type !== "color") control.value = value;
      else if (/^#[0-9a-f]{6}$/i.test(value)) control.value = value;
    }
  }

  #load(): void {
    const events = ["portal-ready"];
    this.#frame.srcdoc = frameDocument({
      html: "<portal-dashboard demo></portal-dashboard>",
      scheme: this.#scheme.value === "dark" ? "dark" : "light",
      language: "en",
      // What is measured has arrived where it goes.
      css: "body { padding: 0; } portal-dashboard { --portal-motion: 0.01ms; padding: 20px; } :root, body { background: none; }",
      events,
    });
    this.#apply();
  }

  #apply(): void {
    const shown = this.#frame.contentDocument?.querySelector<HTMLElement>("portal-dashboard");
    if (shown) {
      shown.setAttribute("theme", this.#scheme.value);
      shown.removeAttribute("style");
      for (const [name, value] of this.#chosen) shown.style.setProperty(name, value);
    }
    this.querySelector("[data-css]")!.textContent = this.#css;
    const said = new URLSearchParams([...this.#chosen, ["scheme", this.#scheme.value]]);
    if (said.size > 1 || location.hash) history.replaceState(history.state, "", `#${said}`);
    setTimeout(() => this.#measure(), 60);
  }

  #measure(): void {
    const shown = this.#frame.contentDocument;
    if (!shown?.body) return;
    const rows = pairsOf(shown).slice(0, 6);
    this.querySelector("[data-contrast]")!.replaceChildren(
      ...rows.map(({ text, ratio, isEnough }) => {
        const row = document.createElement("tr");
        for (const value of [text.slice(0, 32), ratio.toFixed(1), isEnough ? "met" : "not met"])
          row.insertCell().textContent = value;
        row.classList.toggle("is-low", !isEnough);
        return row;
      }),
    );
  }
}

customElements.define("portico-playground", PorticoPlayground);
