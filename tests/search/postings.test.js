import { postings, shardOf } from "../../overrides/assets/javascripts/search/postings.js";
import { equal, test } from "./harness.js";

test("steps and levels: every part, then the fifth after it, then the next", () =>
  equal(postings("A5CD"), { frequency: 3, list: [0, 1, 5, 3, 6, 4] }));

test("steps are in base 36", () => equal(postings("10B").list, [35, 2]));

test("a shortened list keeps how many parts there are", () =>
  equal(postings("1234:AB"), { frequency: 1234, list: [0, 1, 1, 2] }));

test("no parts", () => equal(postings(""), { frequency: 0, list: [] }));

test("words that begin alike share a shard", () => equal(shardOf("=waste", 997), shardOf("=wasteful", 997)));

test("a triple of clusters is where its first pair is", () => equal(shardOf("ข|ย|ะ", 997), shardOf("ข|ย", 997)));
