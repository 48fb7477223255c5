import { appointment, customer, done, internal, shared, task } from "./build.ts";
import type { DemoAppointment, DemoCustomer } from "./types.ts";
import { wallClock } from "./wall-clock.ts";

const berlin = "Europe/Berlin";
const newYork = "America/New_York";
const practice = "Northwind Dental, Lindenstraße 12";

/** The customers of Northwind Dental beside Ada. */
export function northwindCustomers(now: Date): DemoCustomer[] {
  const { on, at } = wallClock(now, berlin);
  const overThere = wallClock(now, newYork);
  const lena = { location: practice, employee: "lena" };
  const milo = { location: practice, employee: "milo" };
  const video = { meetingUrl: "https://meet.northwind.example/whitaker", employee: "sam" };
  const past = { status: "COMPLETED" } as const;

  // Two years of monthly visits: enough for a list to have a second page.
  const aligners: DemoAppointment[] = Array.from({ length: 24 }, (_, month) =>
    appointment(`Aligner check ${24 - month} of 26`, at(-14 - month * 30, "07:45"), 20, berlin, {
      ...milo,
      status: month === 5 ? "NO_SHOW" : month === 11 ? "CANCELLED" : "COMPLETED",
    }),
  );

  return [
    customer("ben", "Ben Castillo", "ben.castillo@mail.example", {
      phone: "+49 30 23125 204",
      address: "Graefestraße 9\n10967 Berlin",
      timeZone: berlin,
      locale: "en",
      externalId: "P-10517",
      signsIn: false,
      appointments: [
        appointment("Wisdom tooth consultation", at(2, "14:00"), 30, berlin, lena),
        appointment("First visit", at(-33, "12:30"), 60, berlin, { ...lena, ...past }),
      ],
      notes: [internal("noor", at(-2, "16:40"), "Invite to the portal", "Asked for it on the phone.")],
    }),
    customer("chiara", "Chiara Neri", "chiara.neri@posta.example", {
      phone: "+39 06 5550 0142",
      address: "Via del Pellegrino 70\n00186 Roma\nItaly",
      timeZone: "Europe/Rome",
      locale: "it",
      externalId: "P-10533",
      signsIn: false,
      appointments: [
        appointment("Emergency: broken molar", at(-48, "18:10"), 40, berlin, { ...lena, ...past }),
      ],
      tasks: [
        task("Send us your dentist's address in Rome", "So that we can forward the X-ray", {
          dueAt: on(-9, "18:00"),
          priority: "HIGH",
        }),
      ],
      notes: [
        shared(
          "lena",
          at(-48, "19:00"),
          "For your dentist at home",
          "Temporary filling, **lower right first molar**. It should be replaced within three months.",
        ),
      ],
    }),
    customer("dmitri", "Dmitri Volkov", "dmitri@volkov.example", {
      phone: "+49 176 04069012",
      address: "Schönhauser Allee 112\n10439 Berlin",
      timeZone: berlin,
      locale: "de",
      externalId: "P-10540",
      appointments: [
        appointment("Root canal, second session", at(6, "08:15"), 75, berlin, lena),
        appointment("Root canal, first session", at(-8, "08:15"), 75, berlin, { ...lena, ...past }),
      ],
      notes: [
        shared(
          "lena",
          at(-8, "09:45"),
          "Between the two sessions",
          "Chew on the other side. For pain, take what we prescribed, *at most every six hours*.",
        ),
      ],
    }),
    customer("esra", "Esra Yılmaz", "esra@yilmaz.example", {
      phone: "+90 212 555 01 63",
      address: "Moda Caddesi 30\n34710 Kadıköy, İstanbul\nTürkiye",
      timeZone: "Europe/Istanbul",
      locale: "tr",
      externalId: "P-10551",
      appointments: [
        appointment("Implant planning", at(8, "11:30"), 60, berlin, lena),
        appointment("Video consultation", overThere.at(-17, "09:00"), 20, newYork, { ...video, ...past }),
      ],
      tasks: [
        task("Send your last 3D scan", "DICOM, or a link to it", { dueAt: on(5, "18:00"), priority: "HIGH" }),
        task("Read the implant leaflet", "6 pages", { status: "IN_PROGRESS", dueAt: on(7, "18:00") }),
        done("Choose between Berlin and a partner in İstanbul", at(-15, "13:30")),
      ],
      notes: [internal("sam", at(-17, "16:10"), "Bone density", "Borderline. Ask for the scan first.")],
    }),
    customer("farid", "Farid Haddad", "farid.haddad@mail.example", {
      phone: "+49 30 23125 377",
      timeZone: berlin,
      externalId: "P-10560",
      signsIn: false,
      appointments: [
        appointment("Cleaning", at(-70, "15:00"), 40, berlin, { ...milo, status: "NO_SHOW" }),
        appointment("Cleaning", at(-91, "15:00"), 40, berlin, { ...milo, status: "CANCELLED" }),
      ],
      notes: [internal("noor", at(-69, "10:00"), "Reminder by SMS", "Does not read email.")],
    }),
    customer("grace", "Grace Lim", "grace@lim.example", {
      phone: "+65 6555 0188",
      address: "12 Keong Saik Road\n#03-04\nSingapore 089119",
      timeZone: "Asia/Singapore",
      locale: "en-SG",
      externalId: "P-10566",
      appointments: [
        appointment("Whitening: what to expect", overThere.at(11, "08:30"), 20, newYork, video),
        appointment("Veneer fitting", at(40, "10:00"), 90, berlin, { ...lena, status: "REQUESTED" }),
      ],
      tasks: [task("Pick a shade", "The chart is in your note", { dueAt: on(10, "12:00") })],
      notes: [
        shared(
          "sam",
          at(-3, "17:30"),
          "Shades",
          "Natural light, no lipstick.\n\n1. **A1** is the lightest that looks natural on you.\n2. **A2** matches today.\n\nTell us which one you prefer.",
        ),
      ],
    }),
    customer("henrik", "Henrik Lindqvist", "henrik@lindqvist.example", {
      phone: "+46 8 5550 0121",
      address: "Köpenicker Straße 154\n10997 Berlin",
      timeZone: "Europe/Stockholm",
      locale: "sv",
      externalId: "P-10203",
      appointments: [
        appointment("Aligner check 25 of 26", at(16, "07:45"), 20, berlin, milo),
        appointment("Aligner check 26 of 26", at(46, "07:45"), 20, berlin, { ...milo, status: "REQUESTED" }),
        ...aligners,
      ],
      tasks: [done("Order the last set of aligners", at(-13, "20:15"), { dueAt: on(-7, "18:00") })],
    }),
    customer("ines", "Inês Duarte", "ines@duarte.example", {
      phone: "+351 21 555 0175",
      timeZone: "Europe/Lisbon",
      locale: "pt",
      externalId: "P-10580",
      appointments: [appointment("Check-up and cleaning", at(21, "13:00"), 45, berlin, lena)],
      tasks: [task("Fill in the health questionnaire", "About 4 minutes", { dueAt: on(19, "18:00") })],
    }),
    customer("jakob", "Jakob Sommer", "jakob@sommer.example", {
      phone: "+49 176 04069058",
      address: "Maybachufer 8\n12047 Berlin",
      timeZone: berlin,
      locale: "de",
      externalId: null,
    }),
    customer("keiko", "Keiko Tanabe", "keiko@tanabe.example", {
      phone: "+81 3 5550 0119",
      timeZone: "Asia/Tokyo",
      locale: "ja",
      externalId: "P-10591",
      signsIn: false,
      appointments: [
        appointment("Crown: second opinion", overThere.at(4, "07:30"), 30, newYork, {
          ...video,
          status: "CANCELLED",
        }),
      ],
    }),
    customer("lucia", "Lucía Romero", "lucia@romero.example", {
      phone: "+1 212 555 0147",
      address: "88 Greene Street, Apt 5\nNew York, NY 10012\nUSA",
      timeZone: newYork,
      locale: "es",
      externalId: "P-10604",
      appointments: [
        appointment("Video consultation", overThere.at(5, "15:30"), 20, newYork, video),
        appointment("Check-up before the move", at(-120, "10:30"), 45, berlin, { ...lena, ...past }),
      ],
      tasks: [task("Pay the open invoice", "Number 2211, 84.00 EUR", { dueAt: on(-2, "18:00") })],
      notes: [
        shared("noor", at(-119, "09:05"), "Your records", "We sent a copy to your new address in New York."),
      ],
    }),
  ];
}
