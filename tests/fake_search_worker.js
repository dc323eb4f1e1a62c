// Stands in for the search engine in tests of the box: it keeps the contract, and certain words make it misbehave.
const KINDS = { case: "กรณีศึกษา", module: "หน่วยการเรียนรู้", lecture: "บันทึกบรรยาย", term: "คำศัพท์" };
const BASES = { digital: "ดิจิทัล", bcg: "BCG", heritage: "ประวัติศาสตร์และวัฒนธรรม", finance: "การเงินและ SPV" };
const PROVINCES = ["ยะลา", "เชียงราย", "น่าน", "ระยอง", "ขอนแก่น", "กระบี่", "ภูเก็ต", "สงขลา", "ลำปาง", "แพร่", "นครศรีธรรมราช", "กรุงเทพมหานคร"];
const TITLES = ["ศูนย์ข้อมูลเมืองและบัญชีข้อมูลกลาง", "ธนาคารขยะและการคัดแยกขยะที่ต้นทาง", "ย่านเมืองเก่ากับรายได้ของชุมชน", "บริษัทพัฒนาเมือง"];
const pages = Array.from({ length: 48 }, (_, i) => ({
  title: `${TITLES[i % 4]} ${i + 1}`,
  kind: Object.keys(KINDS)[i % 7 % 4],
  base: Object.keys(BASES)[i % 4],
  province: i < 40 ? String(10 + (i % PROVINCES.length)) : "",
  english: i % 5 === 4,
}));
const known = {
  kind: KINDS,
  base: BASES,
  province: Object.fromEntries(PROVINCES.map((name, i) => [String(10 + i), name])),
};
const name = `cde-search-${Math.random().toString(36).slice(2)}`;
const channel = new BroadcastChannel(name);
let filters = { base: [], kind: [], province: [] };
let query = "";
const escaped = (text) => text.replace(/[&<>"]/g, (letter) => `&#${letter.charCodeAt(0)};`);
const passes = (page, but) =>
  Object.keys(filters).every((f) => f === but || !filters[f].length || filters[f].includes(page[f]));

function answer(complete = true) {
  const text = query.trim();
  if (text === "silent") return;
  let all = !text || text.startsWith("zz") || text.length > 99 ? [] : pages;
  if (text === "one") all = pages.slice(0, 1);
  if (text === "slow" && !complete) all = pages.filter((page) => !page.english);
  const facets = {};
  for (const facet of Object.keys(known)) {
    facets[facet] = Object.entries(known[facet]).map(([value, label]) => ({
      value,
      label,
      count: all.filter((page) => passes(page, facet) && page[facet] === value).length,
      selected: filters[facet].includes(value),
    })).filter(({ count, selected }) => count || selected);
  }
  const found = all.filter((page) => passes(page));
  const items = found.map((page, i) => [
    {
      location: `${page.english ? "en/" : ""}glossary/`,
      title: page.english ? `<span lang="en">City data centre and <mark>${escaped(text)}</mark></span>` : `${page.title} <mark>${escaped(text)}</mark>`,
      text: `<p class="search-about"><span class="search-kind search-base--${page.base}">${KINDS[page.kind]}${page.province ? ` · ${known.province[page.province]}` : ""}</span>${page.english ? ' <span class="search-language" lang="en">English</span>' : ""}</p><p>เทศบาลเริ่มจากข้อมูลที่มีอยู่แล้วในกองต่าง ๆ ทำเป็น<mark>บัญชีข้อมูล</mark>เดียว แล้วเปิดให้ทุกกองใช้ร่วมกัน</p>`,
      score: 100 - i,
      terms: { [text]: true },
    },
    ...(i % 6 === 0 ? [{ location: "glossary/#term-gpp", title: "เงินมาจากไหน", text: "งบประมาณของเทศบาลและเงินอุดหนุน", score: 40, terms: {} }] : []),
  ]);
  const suggestions = text && items.length > 1 ? ["ขยะอินทรีย์", "ธนาคารขยะ", "city data"].map((t) => ({ text: t, kind: "title", url: "glossary/", lang: /[a-z]/.test(t) ? "en" : "th" })) : [];
  const nearest = text.startsWith("zz") && text !== "zz" ? [{ text: "ขยะ", kind: "term", url: "glossary/", lang: "th" }, { text: "one", kind: "term", url: "glossary/", lang: "en" }] : [];
  postMessage({ type: 3, data: { items, suggest: [], query, filters: structuredClone(filters), facets, total: found.length + (text === "many" ? 100 : 0), suggestions, nearest, complete, state: text === "broken" ? "failed" : "ok", channel: name } });
}

channel.onmessage = ({ data }) => {
  for (const facet of Object.keys(filters)) filters[facet] = data.filters[facet].filter((value) => Object.hasOwn(known[facet], value));
  answer();
};
onmessage = ({ data }) => {
  if (data.type === 0) postMessage({ type: 1 });
  if (data.type !== 2) return;
  query = data.data;
  if (query.trim() !== "slow") return answer();
  answer(false);
  setTimeout(answer, 1500);
};
