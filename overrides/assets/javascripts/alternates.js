// Material reads every link[rel=alternate] and fetches a sitemap from each address. Ours are the true, absolute addresses
// of one page, and feeds; hide them from that selector (the extra space keeps the same meaning) before Material starts.
for (const link of document.querySelectorAll("link[rel=alternate]")) {
  link.setAttribute("rel", "alternate ");
}
