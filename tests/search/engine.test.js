import { Engine } from "../../overrides/assets/javascripts/search/engine.js";
import { equal, ok, test } from "./harness.js";
import { file, page } from "./harness.site.js";

const MANIFEST = {
  languages: {
    th: { transport: "embedded", address: "search/th-1.json", suggestions: "search/th-s.json" },
    en: { transport: "embedded", address: "search/en-1.json", suggestions: "search/en-s.json" },
  },
};
const FILES = {
  "search/th-1.json": file(
    "th",
    page("ธนาคารขยะ", "ฝากขยะ", { url: "bank/", kind: "case", bases: ["bcg"] }),
    page("ขยะ", "waste", { url: "waste/" }),
  ),
  "search/en-1.json": file(
    "en",
    page("Waste bank", "deposit rubbish", { url: "en/bank/", kind: "case", bases: ["bcg"], others: "ธนาคารขยะ" }),
    page("Trams", "rails", { url: "en/trams/" }),
  ),
  "search/th-s.json": [
    ["ธนาคารขยะ", "th"],
    ["tram", "en"],
  ],
  "search/en-s.json": [["Waste bank", "en"]],
};
const ROOT = "https://site.test/below/";

/** An engine whose files come from here; `late` names a file that waits until it is let go. */
function started({ language = "th", files = { ...FILES }, manifest = MANIFEST, late = "" } = {}) {
  const [posts, asked, held] = [[], [], []];
  globalThis.fetch = async (url) => {
    const name = String(url).replace(ROOT, "");
    asked.push(name);
    if (name === late) await new Promise((go) => held.push(go));
    if (!(name in files)) return new Response("not here", { status: 404 });
    return new Response(typeof files[name] === "string" ? files[name] : JSON.stringify(files[name]));
  };
  const engine = new Engine(manifest, language, new URL(ROOT), (data) => posts.push(structuredClone(data)));
  return { engine, posts, asked, files, letGo: () => held.splice(0).forEach((go) => go()) };
}

const places = ({ items }) => items.map(([{ location }]) => location.split("#")[0]);
const complete = (posts) => posts.map((post) => post.complete);
/** Until something is so; the test fails if it never is. */
async function until(holds, what) {
  for (let n = 0; n < 200; n++) {
    if (holds()) return;
    await new Promise((done) => setTimeout(done, 5));
  }
  throw new Error(`never: ${what}`);
}

test("the reader's own language is posted first, then all", async () => {
  const { engine, posts, asked } = started();
  await engine.ask("ขยะ");
  equal(complete(posts), [false, true]);
  ok(
    places(posts[0]).every((place) => !place.startsWith("en/")) && posts[0].items.length === 2,
    JSON.stringify(places(posts[0])),
  );
  ok(places(posts[1]).includes("en/bank/"), JSON.stringify(places(posts[1])));
  ok(asked.indexOf("search/th-1.json") < asked.indexOf("search/en-1.json"), asked.join());
});

test("the first answer does not wait for the other language", async () => {
  const { engine, posts, letGo } = started({ late: "search/en-1.json" });
  const asking = engine.ask("ขยะ");
  await until(() => posts.length === 1, "a first answer");
  equal(complete(posts), [false]);
  letGo();
  await asking;
  equal(complete(posts), [false, true]);
});

test("a reader of English gets English first", async () => {
  const { engine, posts } = started({ language: "en" });
  await engine.ask("waste");
  equal(places(posts[0]), ["en/bank/"]);
  ok(places(posts[1])[0] === "en/bank/" && places(posts[1]).includes("waste/"), JSON.stringify(places(posts[1])));
});

test("where the own language has nothing, one answer says all", async () => {
  const { engine, posts } = started();
  await engine.ask("trams");
  equal([complete(posts), places(posts[0])], [[true], ["en/trams/"]]);
});

test("an answer tells its query, filters, totals, state, and the name of its channel", async () => {
  const { engine, posts } = started();
  await engine.ask("ขยะ");
  const { query, filters, total, state, channel, suggest, facets, timing } = posts[1];
  equal([query, filters, total, state, suggest], ["ขยะ", { base: [], kind: [], province: [] }, 3, "ok", []]);
  ok(channel.startsWith("cde-search-"), channel);
  equal(
    facets.base.map(({ value, count }) => [value, count]),
    [["bcg", 2]],
  );
  ok(timing.index >= 0 && timing.query >= 0, JSON.stringify(timing));
});

test("suggestions complete what was typed; the nearest words come only with a poor answer", async () => {
  const { engine, posts } = started();
  await engine.ask("ธนา");
  equal(
    posts.at(-1).suggestions.map(({ text }) => text),
    ["ธนาคารขยะ"],
  );
  await engine.ask("ธนาคารขยะ");
  equal(posts.at(-1).nearest, []);
  await engine.ask("trum");
  equal(
    posts.at(-1).nearest.map(({ text }) => text),
    ["tram"],
  );
});

test("files are fetched once, and none before the first query", async () => {
  const { engine, asked } = started();
  equal(asked, []);
  for (const typed of ["ขยะ", "waste", "ขยะ"]) await engine.ask(typed);
  equal([...asked].sort(), ["search/en-1.json", "search/th-1.json", "search/th-s.json"]);
});

test("a newer query silences an older one", async () => {
  const { engine, posts, letGo } = started({ late: "search/th-1.json" });
  const older = engine.ask("ขยะ");
  const newer = engine.ask("ธนาคาร");
  await until(() => (letGo(), posts.length), "an answer");
  await Promise.all([older, newer]);
  equal([...new Set(posts.map(({ query }) => query))], ["ธนาคาร"]);
});

test("a newer query silences the second half of an older one's answer", async () => {
  const { engine, posts, letGo } = started({ late: "search/en-1.json" });
  const older = engine.ask("ขยะ");
  await until(() => posts.length, "the first half");
  const newer = engine.ask("ธนาคาร");
  letGo();
  await Promise.all([older, newer]);
  equal(
    posts.filter(({ query, complete }) => query === "ขยะ" && complete),
    [],
  );
  equal(posts.at(-1).query, "ธนาคาร");
});

for (const [what, content] of Object.entries({
  missing: undefined,
  "cut off": '{"pages": [',
  "of another kind": "{}",
  empty: "",
})) {
  test(`an index that is ${what} is a failure that is told, and a later query can succeed`, async () => {
    const { engine, posts, files } = started();
    if (content === undefined) delete files["search/th-1.json"];
    else files["search/th-1.json"] = content;
    await engine.ask("ขยะ");
    equal(
      [posts.length, posts[0].state, posts[0].complete, posts[0].items, posts[0].query],
      [1, "failed", true, [], "ขยะ"],
    );
    files["search/th-1.json"] = FILES["search/th-1.json"];
    await engine.ask("ขยะ");
    equal([posts.at(-1).state, posts.at(-1).complete, posts.at(-1).items.length], ["ok", true, 3]);
  });
}

test("no network at all is a failure that is told", async () => {
  const { engine, posts } = started();
  globalThis.fetch = () => Promise.reject(new TypeError("Failed to fetch"));
  await engine.ask("ขยะ");
  equal(
    posts.map(({ state }) => state),
    ["failed"],
  );
});

test("a broken index of the other language leaves the reader's own answer, and may come back", async () => {
  const { engine, posts, files } = started();
  files["search/en-1.json"] = "not JSON";
  await engine.ask("ขยะ");
  equal([posts.at(-1).state, posts.at(-1).complete, posts.at(-1).items.length], ["ok", true, 2]);
  files["search/en-1.json"] = FILES["search/en-1.json"];
  await engine.ask("ขยะ");
  equal(posts.at(-1).items.length, 3);
});

test("suggestions that cannot be fetched keep nobody from an answer, and may come back", async () => {
  const { engine, posts, files } = started();
  delete files["search/th-s.json"];
  await engine.ask("ธนา");
  equal([posts.at(-1).state, posts.at(-1).complete, posts.at(-1).suggestions], ["ok", true, []]);
  files["search/th-s.json"] = FILES["search/th-s.json"];
  await engine.ask("ธนา");
  equal(posts.at(-1).suggestions.length, 1);
});

/** Send filters as the page does. */
function filter(engine, filters) {
  const channel = new BroadcastChannel(engine.channel);
  channel.postMessage(filters);
  channel.close();
}

test("filters come through the channel and are answered at once", async () => {
  const { engine, posts } = started();
  await engine.ask("ขยะ");
  posts.length = 0;
  filter(engine, { filters: { kind: ["case"], base: [], province: [] } });
  await until(() => posts.some((post) => post.complete), "an answer with the filter");
  const { filters, items, facets, total, query } = posts.at(-1);
  equal([filters.kind, query, total], [["case"], "ขยะ", 2]);
  equal(items.map(([{ location }]) => location.split("#")[0]).sort(), ["bank/", "en/bank/"]);
  equal(facets.kind.find(({ value }) => value === "case").selected, true);
  ok(
    facets.kind.some(({ value }) => value === "page"),
    "the other kinds can still be chosen",
  );
});

test("filters that nobody can mean filter nothing", async () => {
  const { engine, posts } = started();
  for (const data of [
    null,
    "case",
    { filters: null },
    { filters: { kind: "case" } },
    { filters: { kind: ["<b>", "nothing", {}], other: ["x"] } },
  ]) {
    await engine.ask("ขยะ");
    posts.length = 0;
    filter(engine, data);
    await until(() => posts.some((post) => post.complete), `an answer to ${JSON.stringify(data)}`);
    equal(
      [posts.at(-1).filters, posts.at(-1).items.length],
      [{ base: [], kind: [], province: [] }, 3],
      JSON.stringify(data),
    );
  }
});

test("filters stay for the next query", async () => {
  const { engine, posts } = started();
  await engine.ask("ขยะ");
  filter(engine, { filters: { kind: ["case"] } });
  await until(() => posts.at(-1).filters.kind.length, "the filter");
  await engine.ask("ธนาคาร");
  equal(posts.at(-1).filters.kind, ["case"]);
});

test("two engines (two tabs) do not hear each other", () =>
  ok(started().engine.channel !== started().engine.channel, "one name"));

test("an unknown language is read as the first of the site", async () => {
  for (const language of ["fr", null, ""]) {
    const { engine, posts } = started({ language });
    await engine.ask("ขยะ");
    ok(!places(posts[0])[0].startsWith("en/"), JSON.stringify(language));
  }
});

test("a site of one language answers once it can", async () => {
  const { engine, posts } = started({ manifest: { languages: { th: MANIFEST.languages.th } } });
  await engine.ask("ขยะ");
  equal([posts.at(-1).complete, posts.at(-1).items.length], [true, 2]);
});

test("whatever is typed is answered", async () => {
  const { engine, posts } = started();
  for (const typed of [
    "",
    "   ",
    "\u0e48",
    "😀",
    "\u202eขยะ",
    "\u0000\u0001",
    "<img src=x onerror=alert(1)>",
    "ขยะ".repeat(3334),
    "\ud83d",
    "ๆ",
    "1,500",
    "มرحبا",
  ]) {
    await engine.ask(typed);
    equal(
      [posts.at(-1).state, posts.at(-1).complete, posts.at(-1).query],
      ["ok", true, typed],
      JSON.stringify(typed.slice(0, 20)),
    );
  }
});
