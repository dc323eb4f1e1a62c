import { equal, ok, test } from "./harness.js";
import { file, page } from "./harness.site.js";

const SCRIPT = new URL("../../overrides/assets/javascripts/search/worker.js", import.meta.url);
const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3]; // Material's protocol
const data = (value) => `data:application/json,${encodeURIComponent(JSON.stringify(value))}`;
const LANGUAGES = {
  th: {
    transport: "embedded",
    address: data(file("th", page("ธนาคารขยะ", "ฝากขยะ", { url: "bank/" }))),
    suggestions: data([]),
  },
  en: {
    transport: "embedded",
    address: data(file("en", page("Waste bank", "rubbish", { url: "en/bank/" }))),
    suggestions: data([]),
  },
};

/** A worker, all that it has said, and a way to wait for more. */
function worker(languages = LANGUAGES, language = "th") {
  const heard = [];
  const running = new Worker(`${SCRIPT}?lang=${language}`);
  running.onmessage = (message) => heard.push(message.data);
  const say = (type, content) => running.postMessage({ type, data: content });
  say(SETUP, { config: { lang: ["en"], search: { languages } }, docs: [], options: {} });
  const until = async (holds) => {
    for (let n = 0; n < 400 && !heard.some(holds); n++) await new Promise((done) => setTimeout(done, 5));
    return heard.findLast(holds) ?? { data: { state: "never" } };
  };
  const ask = (typed) => (
    say(QUERY, typed),
    until(({ type, data }) => type === RESULT && data.complete && data.query === typed)
  );
  return { heard, say, until, ask, end: () => running.terminate() };
}

test("set up, ready, query, result", async () => {
  const { heard, until, ask, end } = worker();
  await until(({ type }) => type === READY);
  equal(heard, [{ type: READY }]);
  const { data } = await ask("ขยะ");
  equal([data.state, data.items.map(([{ location }]) => location)], ["ok", ["bank/"]]);
  end();
});

test("its address tells the reader's language", async () => {
  const { heard, ask, end } = worker(LANGUAGES, "en");
  await ask("bank");
  equal(heard.find(({ type }) => type === RESULT).data.items[0][0].location, "en/bank/");
  end();
});

test("a query of nothing is answered at once, and fetches nothing", async () => {
  const { ask, end } = worker({ th: { transport: "embedded", address: "nowhere.json", suggestions: "nowhere.json" } });
  for (const typed of ["", "   ", "\u00a0"]) {
    const { data } = await ask(typed);
    equal([data.state, data.items, data.complete], ["ok", [], true], JSON.stringify(typed));
  }
  end();
});

test("an emptied box silences the query before", async () => {
  const { heard, say, ask, end } = worker();
  await ask("ขยะ");
  heard.length = 0;
  say(QUERY, "ธนาคาร");
  await ask("");
  await new Promise((done) => setTimeout(done, 50));
  equal(heard.at(-1).data.query, "");
  end();
});

test("an index that is missing is a failure that is told", async () => {
  const { ask, end } = worker({ th: { transport: "embedded", address: "nowhere.json", suggestions: "nowhere.json" } });
  const { data } = await ask("ขยะ");
  equal([data.state, data.items, data.complete], ["failed", [], true]);
  end();
});

test("filters after the box was emptied bring back no old query", async () => {
  const { heard, ask, end } = worker();
  const { data } = await ask("ขยะ");
  await ask("");
  heard.length = 0;
  const channel = new BroadcastChannel(data.channel);
  channel.postMessage({ filters: { kind: [], base: [], province: [] } });
  await new Promise((done) => setTimeout(done, 100));
  channel.close();
  ok(
    heard.every(({ data }) => data.query === ""),
    JSON.stringify(heard.map(({ data }) => data.query)),
  );
  end();
});
