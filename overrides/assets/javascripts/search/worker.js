/**
 * Stands in for Material's search worker and speaks its protocol: 0 set up, 1 ready, 2 query, 3 result.
 * All that searches is fetched with the first query: before, a reader has downloaded this file alone.
 */
"use strict";

const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
const language = new URLSearchParams(location.search).get("lang");
const root = new URL("../../", location.href);

let manifest;
let engine;

/** @param {object} data */
const post = (data) => postMessage({ type: RESULT, data });

async function start() {
  const { Engine } = await import("./engine.js");
  return new Engine(manifest, language, root, post);
}

addEventListener("message", async ({ data: { type, data } }) => {
  if (type === SETUP) {
    manifest = data.config.search;
    postMessage({ type: READY });
  } else if (type === QUERY && !data.trim()) {
    engine?.then((ready) => ready.clear()).catch(() => {});
    post({ items: [], suggest: [], query: data, complete: true, state: "ok" });
  } else if (type === QUERY) {
    const mine = (engine ??= start());
    try {
      await (await mine).ask(data);
    } catch (error) {
      if (engine === mine) engine = undefined;
      console.warn("search:", error);
      post({ items: [], suggest: [], query: data, complete: true, state: "failed" });
    }
  }
});
