import assert from "node:assert/strict";
import { test } from "node:test";
import { firstName, partOfDay } from "../src/lib/ago.ts";
import { contrast, ratioText, toColor } from "../src/lib/contrast.ts";
import { fileText } from "../src/lib/file-text.ts";
import { toPageUrl } from "../src/lib/web-address.ts";
import { placeAfter, placeOf, stepIds } from "../src/pages/setup/steps.ts";

test("the address of a page, as people write it", () => {
  const read = (text: string) => toPageUrl(text)?.href ?? null;
  assert.equal(read("www.example.com/portal"), "https://www.example.com/portal");
  assert.equal(read(" https://example.com/a?b=1#c "), "https://example.com/a?b=1");
  assert.equal(read("http://127.0.0.1:8788/portal.html"), "http://127.0.0.1:8788/portal.html");
  assert.equal(read("localhost:3000"), "https://localhost:3000/");
  for (const wrong of [
    "",
    "portal",
    "not an address",
    "http://www.example.com",
    "ftp://example.com",
    "javascript:alert(1)",
    "https://user:secret@example.com/",
  ])
    assert.equal(read(wrong), null, wrong);
});

test("colours and how well they are read", () => {
  assert.equal(toColor("#FFD400"), "#ffd400");
  assert.equal(toColor("fd4"), "#ffdd44");
  assert.equal(toColor("yellow"), null);
  assert.equal(contrast("#000000", "#ffffff"), 21);
  assert.equal(ratioText(contrast("#767676", "#ffffff"), "en"), "4.5:1");
  // 4.48 is not enough, so it may not read as if it were.
  assert.equal(ratioText(contrast("#777777", "#ffffff"), "en"), "4.4:1");
});

test("a file of Excel and one of everybody else", () => {
  const bytes = (...values: number[]) => new Uint8Array(values).buffer;
  assert.equal(fileText(bytes(0x4c, 0xc3, 0xba)), "Lú");
  assert.equal(fileText(bytes(0x4c, 0xfa, 0x80)), "Lú€");
  assert.equal(fileText(bytes(0xef, 0xbb, 0xbf, 0x61)), "a");
});

test("whoever works here is greeted at the hour of the organization", () => {
  const at = Date.parse("2026-11-25T11:30:00Z");
  assert.equal(partOfDay("UTC", at), "morning");
  assert.equal(partOfDay("Europe/Berlin", at), "afternoon");
  assert.equal(partOfDay("Asia/Tokyo", at), "evening");
  assert.equal(firstName("Dr. Lena Brandt"), "Lena");
  assert.equal(firstName("Prof. Dr. Ada Okafor"), "Ada");
  assert.equal(firstName("Drew Barnes"), "Drew");
});

test("the first run goes on where it is not done", () => {
  const facts = (...done: string[]) => ({
    dismissedAt: null,
    steps: stepIds.map((id) => ({ id, done: done.includes(id) })),
  });
  assert.equal(placeOf(null, facts()), "LOOK");
  assert.equal(placeOf(null, facts("LOOK", "CUSTOMER")), "WEBSITE");
  assert.equal(placeOf("invitation", facts()), "INVITATION");
  assert.equal(placeOf("nonsense", facts()), "LOOK");
  assert.equal(placeOf(null, facts(...stepIds)), "DONE");
  assert.equal(placeAfter("LOOK", facts("CUSTOMER")), "WEBSITE");
  assert.equal(placeAfter("INVITATION", facts()), "DONE");
});
