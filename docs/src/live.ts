import { copy, createFrame, frameDocument, languages, listen, pageScheme } from "./frame.ts";

const widths = { Phone: 390, Tablet: 768, Desktop: 1200 };
const tallest = 720;

/** A live example: the HTML, to be changed, and what it shows. Without script it is the HTML alone. */
class PorticoLive extends HTMLElement {
  #source!: HTMLTextAreaElement;
  #frame = createFrame("Result");
  #stage = Object.assign(document.createElement("div"), { className: "live-stage" });
  #log = Object.assign(document.createElement("ol"), { className: "live-log", tabIndex: 0 });
  #scheme!: HTMLSelectElement;
  #width!: HTMLSelectElement;
  #language!: HTMLSelectElement;
  #height = 320;

  connectedCallback(): void {
    if (this.#source) return;
    const text = this.querySelector("code")?.textContent ?? "";
    this.#source = Object.assign(document.createElement("textarea"), {
      value: text,
      spellcheck: false,
      rows: text.split("\n").length + 1,
      className: "live-source",
    });
    this.#source.setAttribute("aria-label", "HTML of the example");
    this.#log.setAttribute("aria-label", "Events");
    this.#stage.append(this.#frame);
    this.replaceChildren(this.#bar(), this.#source, this.#stage, this.#log);
    this.#source.addEventListener("input", () => this.#show());
    listen(this.#frame, (message) => {
      if (message.kind === "event") this.#note(message.name, message.detail);
      else {
        this.#height = message.height;
        this.#fit();
      }
    });
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
    // What is further down the page is not loaded before it is near.
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      this.#show();
    }).observe(this);
  }

  #bar(): HTMLElement {
    const bar = Object.assign(document.createElement("div"), { className: "live-bar" });
    const select = (label: string, choices: Record<string, string>, value: string) => {
      const field = document.createElement("select");
      for (const [key, name] of Object.entries(choices)) field.add(new Option(name, key));
      field.value = value;
      field.setAttribute("aria-label", label);
      bar.append(field);
      return field;
    };
    this.#scheme = select("Colours", { light: "Light", dark: "Dark" }, pageScheme());
    const names = Object.keys(widths).map((name) => [name, name]);
    this.#width = select("Width", { Fit: "This width", ...Object.fromEntries(names) }, "Fit");
    this.#language = select("Language", languages, "en");
    this.#width.addEventListener("change", () => this.#fit());
    for (const field of [this.#scheme, this.#language]) field.addEventListener("change", () => this.#show());
    const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy" });
    button.addEventListener("click", () => void copy(button, this.#source.value));
    bar.append(button);
    return bar;
  }

  #show(): void {
    this.#log.replaceChildren();
    this.#frame.srcdoc = frameDocument({
      html: this.#source.value,
      scheme: this.#scheme.value as "light" | "dark",
      language: this.#language.value,
      events: this.dataset.events?.split(" ") ?? [],
    });
  }

  // A wider screen than there is room for is shown smaller, as it is.
  #fit(): void {
    const room = this.#stage.clientWidth;
    const width = widths[this.#width.value as keyof typeof widths] ?? room;
    const scale = Math.min(1, room / width);
    const height = Math.min(Math.max(this.#height, 240), tallest / scale);
    Object.assign(this.#frame.style, {
      width: `${width}px`,
      height: `${height}px`,
      transform: `scale(${scale})`,
      marginInlineStart: `${Math.max(0, (room - width) / 2)}px`,
    });
    this.#stage.style.height = `${height * scale}px`;
  }

  #note(name: string, detail: unknown): void {
    const item = document.createElement("li");
    const code = Object.assign(document.createElement("code"), { textContent: name });
    const rest = JSON.stringify(detail);
    item.append(code, rest === "{}" ? "" : ` ${rest}`);
    this.#log.prepend(item);
  }
}

customElements.define("portico-live", PorticoLive);
