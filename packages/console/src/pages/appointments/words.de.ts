import type { AppointmentsWords } from "./words.ts";

const german: AppointmentsWords = {
  heading: "Termine",
  newAppointment: "Neuer Termin",
  view: "Ansicht",
  week: "Woche",
  list: "Liste",
  today: "Heute",
  earlier: "Früher",
  later: "Später",
  days: "Tage",
  clocks: (city) => `Zeit in ${city}`,
  employee: "Wer",
  everybody: "Alle im Team",
  status: "Status",
  anyStatus: "Jeder Status",
  grid: (period) => `Termine, ${period}`,
  gridHint:
    "Die Pfeiltasten führen von einem zum nächsten. Eingabe öffnet einen Termin oder legt einen an. M hebt einen auf, um ihn zu verschieben. Das Fragezeichen zeigt alle Tasten.",
  with: (employee) => `mit ${employee}`,
  overlapping: (count) =>
    count === 1
      ? "überschneidet sich mit einem anderen derselben Person"
      : `überschneidet sich mit ${count} anderen derselben Person`,
  overlap: "Überschneidung",
  timeIn: (time, city) => `${time} in ${city}`,
  free: (when) => `${when}, frei. Eingabe legt einen Termin an.`,
  freeShort: (time) => `+ ${time}`,
  count: (day, count) =>
    `${day}, ${count === 0 ? "keine Termine" : count === 1 ? "1 Termin" : `${count} Termine`}`,
  pickedUp: (title, when) =>
    `„${title}“ ist aufgehoben, ${when}. Pfeiltasten verschieben, mit Umschalt ändern sie die Dauer. Eingabe legt ab, Escape legt zurück.`,
  dropped: (when) => `Abgelegt: ${when}.`,
  putBack: (title) => `„${title}“ ist wieder, wo es war.`,
  tooMany: (count) =>
    `Nur die ersten ${count} Termine dieser Tage sind zu sehen. Wählen Sie eine Person oder einen Status, um deren alle zu sehen.`,
  appointments: "Termine",
  notFound: "Diesen Termin gibt es nicht oder nicht mehr.",
  what: "Was",
  when: "Wann",
  customer: "Kunde",
  actions: "Aktionen",
  confirm: "Bestätigen",
  complete: "Erledigt",
  noShow: "Nicht erschienen",
  cancel: "Absagen",
  actOn: (action, title, customer) => `${action}: ${title}, ${customer}`,
  from: "Ab",
  none: "Ab hier keine Termine",
  noneHint: "Legen Sie oben einen an. Was angelegt oder von Kunden angefragt wird, erscheint hier.",
  noneSuch: "Kein Termin passt zu diesen Filtern",
  noneSuchHint: "Wählen Sie einen anderen Status, jemand anderen oder einen früheren Tag.",
  help: "Tasten und Hilfe",
  helpHeading: "Tasten in der Woche",
  helpPointer:
    "Ziehen Sie einen Termin, um ihn zu verschieben, und seinen unteren Rand, um die Dauer zu ändern. Klicken Sie auf Freies, um einen anzulegen.",
  keys: [
    ["↑ ↓", "zum nächsten Termin oder zur nächsten freien halben Stunde"],
    ["← →", "zum Tag davor oder danach"],
    ["Eingabe", "öffnet den Termin oder legt einen an, wo frei ist"],
    ["M", "hebt einen Termin auf, die Leertaste auch"],
    ["↑ ↓ ← →", "verschieben ihn dann um 15 Minuten oder einen Tag"],
    ["Umschalt + ↑ ↓", "machen ihn dann kürzer oder länger"],
    ["Eingabe", "legt ihn dann ab, Esc legt ihn zurück"],
    ["Bild ↑ Bild ↓", "eine Woche früher oder später"],
    ["T", "heute"],
    ["?", "zeigt dies"],
  ],
};

export default german;
